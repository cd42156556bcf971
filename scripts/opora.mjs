#!/usr/bin/env node
// `npx opora …`: runs the command line of the project with Node 24, whatever Node started this one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWithCompiled, nodeWithTypes, projectDirectory } from './node-with-types.mjs';

if (!existsSync(join(projectDirectory, 'node_modules', 'zod'))) {
  process.stderr.write('Пакеты ещё не установлены. Выполните: npm ci\n');
  process.exit(1);
}
const commandLine = join(projectDirectory, 'packages/server/command-line.ts');
const done = spawnSync(
  nodeWithTypes(),
  ['--enable-source-maps', '--disable-warning=ExperimentalWarning', commandLine, ...process.argv.slice(2)],
  { stdio: 'inherit', env: environmentWithCompiled },
);
process.exit(done.status ?? 1);
