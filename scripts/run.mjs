// Runs a TypeScript file of the project with Node 24: `node scripts/run.mjs FILE [arguments]`, whatever Node started this one.
import { spawnSync } from 'node:child_process';
import { nodeWithTypes } from './node-with-types.mjs';

const done = spawnSync(nodeWithTypes(), ['--enable-source-maps', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
