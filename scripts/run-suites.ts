import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checks } from './checks.ts';
import { findChromium } from './find-chromium.ts';
import {
  counted,
  type Counts,
  playwrightCounts,
  playwrightFailures,
  vitestCounts,
  vitestFailures,
} from './suite-counts.ts';

// Runs every suite, even after one has failed, names what failed in lines that begin with FAILED, and counts all tests together in the last line.
// `npm test -- check`, `-- unit`, `-- journeys` run one part, `-- server` the server tests alone, `-- database` those of them that ask a database.
const projectDirectory = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'opora-reports-'));
const environment = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  // The server is started many times over: what was compiled once is loaded in two thirds of the time.
  NODE_COMPILE_CACHE: join(projectDirectory, 'node_modules/.cache/compiled'),
};
const wanted = process.argv[2];
const parts: Record<string, () => Counts> = {
  check: runChecks,
  unit: () => runUnitTests([]),
  journeys: runJourneys,
};
const named: Record<string, () => Counts> = {
  ...parts,
  server: () => runUnitTests(['--project', 'server']),
  database: () => runUnitTests(['--project', 'server', ...testsOnDatabase()]),
};

const failures: string[] = [];
let total: Counts = { passed: 0, failed: 0, skipped: 0 };
const chosen = wanted === undefined ? parts : { [wanted]: named[wanted] ?? unknownPart };
for (const [name, run] of Object.entries(chosen)) {
  process.stdout.write(`\n== ${name}\n`);
  total = counted(total, run());
}
rmSync(reports, { recursive: true, force: true });
for (const name of failures) process.stdout.write(`FAILED: ${name}\n`);
if (total.skipped > 0)
  process.stdout.write(`\nskipped: ${total.skipped} (each says why where it is skipped)`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function runChecks(): Counts {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    const status = program(check.command, check.args);
    if (status === 0) process.stdout.write(`passed: ${check.name}\n`);
    else failures.push(check.name);
    counts = counted(counts, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
  }
  return counts;
}

function unknownPart(): Counts {
  process.stdout.write(`Части «${wanted}» нет; есть: ${Object.keys(named).join(', ')}.\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function runUnitTests(options: readonly string[]): Counts {
  const report = join(reports, 'vitest.json');
  const status = program('node_modules/vitest/vitest.mjs', [
    'run',
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const read = readReport(report);
  failures.push(...vitestFailures(read));
  return vitestCounts(read, status);
}

/** A test comes to a database by one of the `*-for-tests.ts` files only. */
function testsOnDatabase(): string[] {
  const files = globSync('packages/server/**/*.test.ts', { cwd: projectDirectory });
  return files.filter((file) => readFileSync(join(projectDirectory, file), 'utf8').includes('-for-tests.ts'));
}

function runJourneys(): Counts {
  const chromium = findChromium(process.env);
  if (chromium === null) {
    process.stdout.write(
      'Нет браузера Chromium для сквозных проверок. Установите его (Debian: apt-get install chromium) ' +
        'или задайте путь: CHROMIUM_PATH=/путь/к/chromium npm test\n',
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = join(reports, 'journeys.json');
  const status = program(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'e2e/playwright.config.ts'],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  const read = readReport(report);
  failures.push(...playwrightFailures(read));
  return playwrightCounts(read, status);
}

function program(file: string, args: readonly string[], extra: Record<string, string> = {}): number {
  const done = spawnSync(process.execPath, [join(projectDirectory, file), ...args], {
    cwd: projectDirectory,
    env: { ...environment, ...extra },
    stdio: 'inherit',
  });
  return done.status ?? 1;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
