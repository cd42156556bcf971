import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type FlatFault,
  type FlatLayout,
  isFlatValue,
  participantsMax,
  readFlatHead,
} from '@opora/domain/results/flat-form.ts';
import { flatRowFaults } from '@opora/domain/results/flat-row-fault.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import { bySchool, type ResultCounts } from './result-counts.ts';
import { withResultDatabase } from './result-database.ts';
import { countCells, countLines, dictionaries, maybeByLines } from './result-file-sql.ts';

/** More different counts than a country has; a file with more would not fit into the memory. */
const countsMax = 6_000_000;
const headBytesMax = 65_536;

/** Why the file was not read, with the line where there is one. */
export class ResultFileFault extends Error {
  readonly fault: FlatFault;

  constructor(fault: FlatFault) {
    super(fault.code);
    this.name = 'ResultFileFault';
    this.fault = fault;
  }
}

/**
 * Reads a CSV of the flat form, counts or pupils, into counts by school. Only numbers leave the engine's memory. Throws `ResultFileFault` for what is wrong
 * with the file.
 */
export async function readResultFile(file: string): Promise<ResultCounts> {
  const layout = readFlatHead(await readHead(file));
  if ('code' in layout) throw new ResultFileFault(layout);
  const results = await withResultDatabase(file, async (connection) =>
    (await count(connection, file, layout)) ? readCounts(connection) : null,
  ).catch((error: unknown) => {
    const fault = faultOfEngine(error);
    if (fault === null) throw error;
    // What the engine says of a line holds what stands in it; the line is looked up anew instead.
    if (fault.code === 'unreadable') return null;
    throw new ResultFileFault(fault);
  });
  if (results === null) throw new ResultFileFault(await findFault(file, layout));
  return results;
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytesMax), 0, headBytesMax, 0);
    if (bytesRead === 0) throw new ResultFileFault({ code: 'empty' });
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.includes(0)) throw new ResultFileFault({ code: 'not-text' });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return text.split(/[\r\n]/, 1)[0] ?? '';
  } catch (error) {
    if (error instanceof TypeError) throw new ResultFileFault({ code: 'not-utf8' });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Fills the table `counted`; false where something in it cannot stand. */
async function count(connection: DuckDBConnection, file: string, layout: FlatLayout): Promise<boolean> {
  if (maybeByLines(layout)) {
    await connection.run(countLines(file, layout));
    const { torn, sound } = await check(connection);
    if (!torn) return sound;
    await connection.run('drop table counted');
  }
  await connection.run(countCells(file, layout));
  return (await check(connection)).sound;
}

async function check(connection: DuckDBConnection): Promise<{ torn: boolean; sound: boolean }> {
  const [row] = (await connection.runAndReadAll(dictionaries.check)).getRows();
  const [torn, wrong, most, different] = row ?? [];
  if (Number(different) > countsMax) throw new ResultFileFault({ code: 'too-many-different' });
  return { torn: torn === true, sound: Number(wrong) === 0 && Number(most) <= participantsMax };
}

/** Null where a word cannot stand in its column. */
async function readCounts(connection: DuckDBConnection): Promise<ResultCounts | null> {
  await connection.run(dictionaries.procedures);
  await connection.run(dictionaries.schools);
  const works = await readProcedures(connection);
  const schools = await readSchools(connection);
  if (works === null || schools === null) return null;
  const parts: Int32Array[] = [];
  const stream = await connection.stream(dictionaries.numbers);
  for (;;) {
    const chunk = await stream.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) break;
    const part = new Int32Array(4 * count);
    chunk.getColumns().forEach((column, at) => {
      for (let row = 0; row < count; row += 1) part[4 * row + at] = Number(column[row]);
    });
    parts.push(part);
  }
  return bySchool({ schools, works }, parts);
}

async function readProcedures(
  connection: DuckDBConnection,
): Promise<{ year: number; procedure: Procedure }[] | null> {
  const rows = (
    await connection.runAndReadAll(
      'select "year", "procedure", grade, subject from procedure_words order by id',
    )
  ).getRows();
  const known = new Map<string, Procedure>();
  const found = rows.map((row) => {
    const [year = '', kind = '', grade = '', subject = ''] = row.map(String);
    if (
      !isFlatValue('year', year) ||
      !isFlatValue('procedure', kind) ||
      !isFlatValue('grade', grade) ||
      !isFlatValue('subject', subject)
    )
      return null;
    const procedure = { kind, grade: Number(grade), subject };
    const key = procedureKey(procedure);
    if (!known.has(key)) known.set(key, procedure);
    return { year: Number(year), procedure: known.get(key) ?? procedure };
  });
  return found.every((one) => one !== null) ? found : null;
}

async function readSchools(connection: DuckDBConnection): Promise<string[] | null> {
  const rows = (await connection.runAndReadAll('select school from school_words order by id')).getRows();
  const codes = rows.map(([school]) => String(school));
  return codes.every((code) => isFlatValue('school', code)) ? codes : null;
}

/** What of the engine's errors comes from the file. */
function faultOfEngine(error: unknown): FlatFault | null {
  const message = error instanceof Error ? error.message : '';
  if (/Out of Memory/i.test(message)) return { code: 'too-many-different' };
  if (/not utf-8 encoded|Invalid unicode/i.test(message)) return { code: 'not-utf8' };
  // A name with a star that fits other files, too, is refused by the engine: it may open one.
  if (/CSV|Permission Error/.test(message)) return { code: 'unreadable' };
  return null;
}

/** Goes through the file line by line once it is known that something is wrong with it. */
async function findFault(file: string, layout: FlatLayout): Promise<FlatFault> {
  const faultOf = flatRowFaults(layout);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      const fault = faultOf(line);
      if (fault !== null) return fault;
    }
    return { code: 'unreadable' };
  } finally {
    lines.close();
  }
}
