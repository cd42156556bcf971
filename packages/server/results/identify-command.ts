import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { flatFormTexts } from '@opora/domain/results/flat-form-catalog.ts';
import type { MethodFile } from '@opora/domain/results/methodology.ts';
import type { Command, CommandSurroundings } from '../platform/command.ts';
import { commandTexts } from '../platform/command-catalog.ts';
import { identifyTexts } from './identify-catalog.ts';
import { type Judged, openJudges } from './judge-schools.ts';
import { readMethodFile } from './read-method-file.ts';
import { readResultFile, ResultFileFault } from './read-result-file.ts';
import { verdictFrame } from './verdict-json.ts';
import { reportCounts } from './verdict-report.ts';

/** `opora identify --results FILE.csv --method FILE.json [--year N] [--json] [--lang ru|en]`: which schools a methodology lists, and why. No database. */
export const identifyCommand: Command = async (args, surroundings) => {
  const call = readCall(args);
  if (call === null) {
    surroundings.warn(`${commandTexts.ru.usage}\n`);
    return 2;
  }
  const { language } = call;
  const read = await readMethodFile(call.method, call);
  const results = await stat(call.results).catch(() => null);
  const missing = read === null ? call.method : results?.isFile() === true ? null : call.results;
  if (read === null || missing !== null) {
    surroundings.warn(`${commandTexts[language].fileMissing(basename(missing ?? call.method))}\n`);
    return 1;
  }
  if ('faults' in read) {
    for (const fault of read.faults) surroundings.warn(`${fault}\n`);
    return 1;
  }
  const judges = openJudges();
  try {
    const counts = await readResultFile(resolve(call.results));
    const { json } = call;
    const judged = await judges.judge({ counts, method: read.method, json, language });
    await print(judged, read.method, { ...call, surroundings });
    return 0;
  } catch (error) {
    if (!(error instanceof ResultFileFault)) throw error;
    surroundings.warn(`${flatFormTexts[language].fault(error.fault)}\n`);
    return 1;
  } finally {
    await judges.close();
  }
};

type Call = {
  readonly results: string;
  readonly method: string;
  readonly year: number | null;
  readonly json: boolean;
  readonly language: Language;
};

function readCall(args: readonly string[]): Call | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        results: { type: 'string' },
        method: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'ru' },
      },
    });
    const { results, method, year, json, lang } = values;
    if (results === undefined || method === undefined) return null;
    return {
      results,
      method,
      year: year === undefined ? null : Number(year),
      json,
      language: lang === 'en' ? 'en' : 'ru',
    };
  } catch {
    return null;
  }
}

async function print(
  judged: Judged,
  { year }: MethodFile,
  { json, language, surroundings, ...call }: Call & { readonly surroundings: CommandSurroundings },
): Promise<void> {
  if (judged.prepared.procedures.length === 0)
    surroundings.warn(`${identifyTexts[language].choice(basename(call.results))}\n`);
  const frame = json ? verdictFrame(year, judged.priors) : { before: '', after: '' };
  const { print: printText, printBytes = (bytes) => printText(new TextDecoder().decode(bytes)) } =
    surroundings;
  printText(frame.before);
  const pieces = judged.pieces();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const piece = await pieces.next();
    if (piece.done === true) {
      printText(json ? frame.after : reportCounts(piece.value, language));
      return;
    }
    printBytes(piece.value);
  }
}
