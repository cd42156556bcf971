import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from './checks.ts';

const project = join(import.meta.dirname, '..');
let copy: string;

/**
 * What the gates themselves are made of. The rest of the project stays behind: `npm run check` runs over it, and a gate over few files
 * answers at once.
 */
const gateFiles = [
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vitest.config.ts',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'knip.json',
  'scripts/check-layers.ts',
  'scripts/layer-faults.ts',
  'packages/domain/basics/catalog.ts',
  'packages/domain/jstat.d.ts',
  ...['domain', 'office', 'server', 'web'].flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/tsconfig.json`,
  ]),
];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'opora-gates-'));
  for (const file of gateFiles) cpSync(join(project, file), join(copy, file), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

type Fault = { readonly file: string; readonly content: string; readonly word: string };

/** Status and output of a check of the copied project while all these faults stand in it. */
function runWith(check: string, planted: readonly Fault[]): { status: number | null; output: string } {
  const found = checks.find(({ name }) => name === check);
  if (found === undefined) throw new Error(`no check named ${check}`);
  for (const { file, content } of planted) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), content);
  }
  const done = spawnSync(process.execPath, [join(copy, found.command), ...found.args], {
    cwd: copy,
    encoding: 'utf8',
  });
  for (const { file } of planted) rmSync(join(copy, file));
  return { status: done.status, output: done.stdout + done.stderr };
}

const catalogue = (english: string) => `import type { Texts } from './catalog.ts';
const ru = { one: 'раз', two: 'два' };
export const planted: Texts<typeof ru> = { ru, en: { ${english} } };
`;

/** Faults for each gate: where each is planted, what it is, and a word that the report must hold of it. */
const faults: Readonly<Record<string, readonly Fault[]>> = {
  format: [
    {
      file: 'packages/domain/basics/planted.ts',
      content: 'export   const planted = 1',
      word: 'planted',
    },
  ],
  lint: [
    {
      file: 'packages/domain/basics/planted.ts',
      content: 'export const planted = (x: any): unknown => x;\n',
      word: 'no-explicit-any',
    },
    {
      file: 'packages/server/platform/planted.ts',
      content: 'export const go = (): void => { Promise.resolve(1); };\n',
      word: 'no-floating-promises',
    },
    {
      file: 'packages/domain/basics/planted-import.ts',
      content: "import 'node:fs';\n",
      word: 'no-restricted-imports',
    },
    {
      file: 'packages/server/platform/planted-lines.ts',
      content: `${Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n};`).join('\n')}\n`,
      word: 'max-lines',
    },
  ],
  'types of domain': [
    {
      file: 'packages/domain/basics/planted.ts',
      content: "export const planted: number = 'one';\n",
      word: 'TS2322',
    },
    {
      file: 'packages/domain/basics/planted-catalog.ts',
      content: catalogue("one: 'once'"),
      word: 'TS2741',
    },
    {
      file: 'packages/domain/basics/planted-clock.ts',
      content: 'export const now = process.hrtime();\n',
      word: 'TS2591',
    },
  ],
  'types of office': [wrongType('packages/office/planted.ts')],
  'types of server': [wrongType('packages/server/platform/planted.ts')],
  'types of web': [wrongType('packages/web/ui/planted.tsx')],
  'types of tests and scripts': [wrongType('scripts/planted.ts')],
  layers: [
    {
      file: 'packages/domain/registry/planted.ts',
      content: "export * from '../plans/deadline.ts';\n",
      word: 'plans comes after registry',
    },
    {
      file: 'packages/domain/basics/planted.ts',
      content: 'export const now = (): number => Date.now();\n',
      word: 'clock',
    },
    {
      file: 'packages/office/planted.ts',
      content: "import '@opora/server/app.ts';\n",
      word: 'office may use only domain',
    },
    { file: 'packages/web/ui/helpers.ts', content: 'export const planted = 1;\n', word: 'name it after' },
  ],
  'unused code': [
    { file: 'packages/domain/basics/planted.ts', content: 'export const planted = 1;\n', word: 'planted' },
  ],
};

function wrongType(file: string): Fault {
  return { file, content: "export const planted: number = 'one';\n", word: 'TS2322' };
}

describe('each gate', () => {
  it.each(checks)('«$name» fails on planted faults and names each', { timeout: 120_000 }, ({ name }) => {
    const planted = faults[name] ?? [];
    expect(planted).not.toEqual([]);
    const { status, output } = runWith(name, planted);
    expect(status, output).not.toBe(0);
    for (const { word } of planted) expect(output).toContain(word);
  });
});
