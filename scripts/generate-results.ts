import { closeSync, openSync, writeSync } from 'node:fs';

// `node scripts/generate-results.ts FILE.csv [ROWS]`: pupil results of an invented country in the flat form that `opora identify` reads.
// The same number of rows gives the same bytes.

const years = [2024, 2025];
const subjects = ['русский язык', 'математика'];
const procedures = [4, 5, 6, 7, 8, 9].flatMap((grade) =>
  subjects.map((subject) => ({ procedure: grade === 9 ? 'ОГЭ' : 'ВПР', grade, subject })),
);
const pupilsOnAverage = 31;

/** Writes at least `rows` results: every school in every procedure of both years, its share of low results drawn anew by procedure. */
export function generateResults(
  file: string,
  rows: number,
): { rows: number; schools: number; bytes: number } {
  const random = mulberry32(20_250_901);
  const schools = Math.max(1, Math.round(rows / (years.length * procedures.length * pupilsOnAverage)));
  const school = Array.from({ length: schools }, (_, at) => ({
    code: `edu${String(at + 1).padStart(6, '0')}`,
    // Most schools are small and a few are large; the mean is `pupilsOnAverage`.
    size: Math.max(1, Math.round(-pupilsOnAverage * Math.log(1 - random()))),
    share: 0.02 + 0.5 * random() ** 3,
  }));
  const works = years.length * procedures.length;
  let lacking = Math.ceil(rows / works) - school.reduce((sum, { size }) => sum + size, 0);
  for (let at = 0; lacking > 0; at = (at + 1) % schools, lacking -= 1) {
    const grown = school[at];
    if (grown !== undefined) grown.size += 1;
  }
  const out = openSync(file, 'w');
  const buffer = Buffer.allocUnsafe(8 * 1_048_576);
  let filled = buffer.write('year,procedure,grade,subject,school,below\n');
  const written = { rows: 0, schools, bytes: 0 };
  const flush = () => {
    written.bytes += writeSync(out, buffer, 0, filled);
    filled = 0;
  };
  for (const year of years)
    for (const { procedure, grade, subject } of procedures)
      for (const { code, size, share } of school) {
        const low = Math.min(0.95, share * (0.6 + 0.8 * random()));
        const [passed, failed] = ['0', '1'].map((below) =>
          Buffer.from(`${year},${procedure},${grade},${subject},${code},${below}\n`),
        ) as [Buffer, Buffer]; // two values in, two out
        for (let pupil = 0; pupil < size; pupil += 1) {
          if (filled + passed.length > buffer.length) flush();
          filled += (random() < low ? failed : passed).copy(buffer, filled);
        }
        written.rows += size;
      }
  flush();
  closeSync(out);
  return written;
}

/** A small generator of even numbers in [0, 1): chance that is the same in every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (import.meta.main) {
  const [file, rows = '30000000'] = process.argv.slice(2);
  if (file === undefined) process.stderr.write('generate-results.ts FILE.csv [ROWS]\n');
  else process.stdout.write(`${JSON.stringify(generateResults(file, Number(rows)))}\n`);
}
