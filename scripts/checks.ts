export type Check = {
  readonly name: string;
  /** File below the project's root, run by Node. */
  readonly command: string;
  readonly args: readonly string[];
};

const compiler = 'node_modules/typescript/bin/tsc';

/**
 * The gates of the project. Each is shown to fail on a planted fault in `gates.test.ts`. That every text has its translation is
 * part of «types»: a missing key does not compile.
 */
export const checks: readonly Check[] = [
  {
    name: 'format',
    command: 'node_modules/oxfmt/bin/oxfmt',
    args: ['--check', 'packages', 'scripts', 'e2e'],
  },
  {
    name: 'lint',
    command: 'node_modules/oxlint/bin/oxlint',
    args: ['--quiet', 'packages', 'scripts', 'e2e'],
  },
  { name: 'types of domain', command: compiler, args: ['-p', 'packages/domain'] },
  { name: 'types of office', command: compiler, args: ['-p', 'packages/office'] },
  { name: 'types of server', command: compiler, args: ['-p', 'packages/server'] },
  { name: 'types of web', command: compiler, args: ['-p', 'packages/web'] },
  { name: 'types of tests and scripts', command: compiler, args: ['-p', '.'] },
  { name: 'layers', command: 'scripts/check-layers.ts', args: [] },
  { name: 'unused code', command: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
];
