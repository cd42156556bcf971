import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifySchool } from '@opora/domain/results/identify.ts';
import { writeXlsx } from 'hucre/xlsx';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { prepareRule, proceduresOf } from '@opora/domain/results/prepare-rule.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import { estimatePriors } from '@opora/domain/results/share-priors.ts';
import { assessVerdict } from '@opora/domain/results/verdict-certainty.ts';
import { type Measure, medianMs } from './bench-measure.ts';
import { generateResults } from './generate-results.ts';

const rule: IdentificationRule = {
  threshold: 0.3,
  minParticipants: 10,
  yearsPooled: 1,
  minProceduresInYear: 2,
  repeatYears: 2,
  combine: 'and',
};

const project = join(import.meta.dirname, '..');

/** The whole country, a tenth and a hundredth of it: pupil rows. */
const sizes = [300_000, 3_000_000, 30_000_000] as const;

/** The command `opora identify` over files of pupils beside the bare aggregation by DuckDB, and identification from counts. */
export async function measureIdentify(): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-bench-'));
  try {
    const method = join(directory, 'method.json');
    writeFileSync(method, JSON.stringify({ ...rule, year: 2025 }));
    const measures: Measure[] = [];
    const times: number[] = [];
    for (const rows of sizes) {
      const file = join(directory, 'results.csv');
      const { bytes } = generateResults(file, rows);
      // One run of the whole country may meet a busy moment: the medians of three, turn by turn.
      const { bare, ours } = await runBoth(file, method, rows === sizes.at(-1) ? 3 : 1);
      times.push(ours.ms);
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      const what = `${rows.toLocaleString('en')} pupils, ${(bytes / 1_000_000).toFixed(0)} MB`;
      const beside = `${seconds(ours.ms)} beside ${seconds(bare.ms)} of the bare aggregation`;
      // The start of the command weighs more than the file where the file is small: the limit is that of the whole country.
      if (rows === sizes.at(-1)) {
        measures.push({ what, value: ours.ms / bare.ms, limit: 1.2, unit: '×', beside });
        measures.push({ what: `${what}: memory`, value: ours.peakMb, limit: 1000, unit: 'MB' });
      } else measures.push({ what, value: ours.ms, limit: 10_000, unit: 'ms', beside });
    }
    const [, tenth = Number.NaN, whole = Number.NaN] = times;
    measures.push({ what: 'ten times the pupils', value: whole / tenth, limit: 11, unit: '×' });
    return [...measures, await measureCounts(), await measureWorkbook(directory)];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const workbookPupils = 100_000;

/** A region's XLSX of one procedure, twenty tasks a pupil, read into counts by a command of its own. */
async function measureWorkbook(directory: string): Promise<Measure> {
  const file = join(directory, 'individual.xlsx');
  const tasks = Array.from({ length: 20 }, (_, at) => `${at + 1} (1б)`);
  const rows = Array.from({ length: workbookPupils }, (_, pupil) => {
    const points = tasks.map((_task, at) => (pupil * 7 + at * (1 + (pupil % 3))) % 2);
    const score = points.reduce((sum, point) => sum + point, 0);
    const school = `edu${100_000 + Math.floor(pupil / 60)}`;
    return [school, pupil, '5А', ...points, score, 2 + (pupil % 4), 2 + (pupil % 3)];
  });
  const heads = ['ОО', 'Код участника', 'Класс', ...tasks, 'Первичный балл', 'Отметка', 'Отметка по журналу'];
  writeFileSync(
    file,
    await writeXlsx({ sheets: [{ name: 'Лист1', rows: [['ВПР 2025 Математика 5 класс'], heads, ...rows] }] }),
  );
  const { ms, peakMb } = await runProgram(['packages/server/command-line.ts', 'results', file]);
  const beside = `memory ${peakMb.toFixed(0)} MB`;
  return { what: 'XLSX of 100,000 pupils read into counts', value: ms, limit: 10_000, unit: 'ms', beside };
}

async function measureCounts(): Promise<Measure> {
  const schools = schoolsOfTheCountry();
  const value = await medianMs(3, async () => {
    const prepared = prepareRule(rule, 2025, proceduresOf(schools));
    const priors = estimatePriors(schools, prepared);
    for (const school of schools) assessVerdict(identifySchool(school, prepared), prepared, priors);
  });
  return { what: '40,000 schools × 5 years × 12 procedures from counts', value, limit: 2000, unit: 'ms' };
}

/** Sizes and shares in even steps: nothing here depends on chance. */
function schoolsOfTheCountry(): SchoolResults[] {
  const procedures = Array.from({ length: 12 }, (_, at) => ({
    kind: at < 10 ? 'ВПР' : 'ОГЭ',
    grade: 4 + Math.floor(at / 2),
    subject: at % 2 === 0 ? 'математика' : 'русский язык',
  }));
  return Array.from({ length: 40_000 }, (_, school) => ({
    school: `edu${school}`,
    type: null,
    counts: [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      procedures.map((procedure, at) => {
        const participants = 1 + ((school * 37 + at * 11 + year * 7) % 90);
        return { year, procedure, participants, below: Math.floor((participants * (school % 60)) / 100) };
      }),
    ),
  }));
}

/** The bare aggregation and the command, one after the other so many times: the median time and the greatest memory of each. */
async function runBoth(file: string, method: string, times: number) {
  const command = [
    'packages/server/command-line.ts',
    'identify',
    '--results',
    file,
    '--method',
    method,
    '--json',
  ];
  const runs: { bare: Run; ours: Run }[] = [];
  for (let time = 0; time < times; time += 1)
    runs.push({
      bare: await runProgram(['scripts/bare-aggregation.ts', file]),
      ours: await runProgram(command),
    });
  return { bare: medianRun(runs.map(({ bare }) => bare)), ours: medianRun(runs.map(({ ours }) => ours)) };
}

type Run = { readonly ms: number; readonly peakMb: number };

function medianRun(runs: readonly Run[]): Run {
  const sorted = runs.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return {
    ms: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
  };
}

/** Time and greatest memory of a program whose output is thrown away; the memory is known on Linux only. */
async function runProgram(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    // As `npx opora` starts it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(project, 'node_modules/.cache/compiled') },
  });
  let peakMb = Number.NaN;
  const look = setInterval(() => {
    peakMb = peakMemoryMb(child.pid) ?? peakMb;
  }, 20);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return { ms: performance.now() - start, peakMb };
}

function peakMemoryMb(pid: number | undefined): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return peak === null ? null : Number(peak[1]) / 1024;
  } catch {
    return null;
  }
}
