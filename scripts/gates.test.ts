import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from './checks.ts';

const project = join(import.meta.dirname, '..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'opora-gates-'));
  const parts = [
    'packages',
    'scripts',
    'e2e',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    'vitest.config.ts',
  ];
  for (const part of [...parts, '.oxlintrc.json', '.oxfmtrc.json', 'knip.json']) {
    cpSync(join(project, part), join(copy, part), {
      recursive: true,
      filter: (file) => !file.includes('node_modules'),
    });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Status and output of a check of the copied project while the file has this content. */
function runWith(check: string, file: string, content: string): { status: number | null; output: string } {
  const found = checks.find(({ name }) => name === check);
  if (found === undefined) throw new Error(`no check named ${check}`);
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const done = spawnSync(process.execPath, [join(copy, found.command), ...found.args], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(path);
  return { status: done.status, output: done.stdout + done.stderr };
}

const catalogue = (english: string) => `import type { Texts } from './catalog.ts';
const ru = { one: 'раз', two: 'два' };
export const planted: Texts<typeof ru> = { ru, en: { ${english} } };
`;

/** One planted fault for each gate: the check, where it is planted, the fault, and a word its report must hold. */
const faults: readonly [string, string, string, string][] = [
  ['format', 'packages/domain/basics/planted.ts', 'export   const planted = 1', 'planted'],
  [
    'lint',
    'packages/domain/basics/planted.ts',
    'export const planted = (x: any): unknown => x;\n',
    'no-explicit-any',
  ],
  [
    'lint',
    'packages/server/platform/planted.ts',
    'export const go = (): void => { Promise.resolve(1); };\n',
    'no-floating-promises',
  ],
  ['lint', 'packages/domain/basics/planted.ts', "import 'node:fs';\n", 'no-restricted-imports'],
  [
    'lint',
    'packages/server/platform/planted.ts',
    `${Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n};`).join('\n')}\n`,
    'max-lines',
  ],
  [
    'types of domain',
    'packages/domain/basics/planted.ts',
    "export const planted: number = 'one';\n",
    'TS2322',
  ],
  ['types of domain', 'packages/domain/basics/planted-catalog.ts', catalogue("one: 'once'"), 'TS2741'],
  [
    'types of domain',
    'packages/domain/basics/planted.ts',
    'export const now = process.hrtime();\n',
    'TS2591',
  ],
  ['types of office', 'packages/office/planted.ts', "export const planted: number = 'one';\n", 'TS2322'],
  [
    'types of server',
    'packages/server/platform/planted.ts',
    "export const planted: number = 'one';\n",
    'TS2322',
  ],
  ['types of web', 'packages/web/ui/planted.tsx', "export const planted: number = 'one';\n", 'TS2322'],
  ['types of tests and scripts', 'scripts/planted.ts', "export const planted: number = 'one';\n", 'TS2322'],
  [
    'layers',
    'packages/domain/registry/planted.ts',
    "export * from '../plans/deadline.ts';\n",
    'plans comes after registry',
  ],
  ['layers', 'packages/domain/basics/planted.ts', 'export const now = (): number => Date.now();\n', 'clock'],
  ['layers', 'packages/office/planted.ts', "import '@opora/server/app.ts';\n", 'office may use only domain'],
  ['layers', 'packages/web/ui/helpers.ts', 'export const planted = 1;\n', 'name it after'],
  ['unused code', 'packages/domain/basics/planted.ts', 'export const planted = 1;\n', 'planted'],
];

describe('each gate fails on a planted fault', () => {
  it.each(faults)('%s: %s', { timeout: 120_000 }, (check, file, content, word) => {
    const { status, output } = runWith(check, file, content);
    expect(status, output).not.toBe(0);
    expect(output).toContain(word);
  });

  it('and every gate has one', () => {
    expect(
      checks.map(({ name }) => name).filter((name) => !faults.some(([check]) => check === name)),
    ).toEqual([]);
  });
});
