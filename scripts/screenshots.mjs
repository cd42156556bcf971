// Takes a picture of every page, or of those whose names begin as asked, of the bundle as the sources are now.
import { spawnSync } from 'node:child_process';
import { buildWebWhenStale } from './build-web.mjs';
import { nodeWithTypes } from './node-with-types.mjs';

buildWebWhenStale();
const done = spawnSync(nodeWithTypes(), ['e2e/screenshots.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
