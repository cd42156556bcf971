// Takes a picture of every page, of the bundle as the sources are now.
import { spawnSync } from 'node:child_process';
import { buildWebWhenStale } from './build-web.mjs';
import { nodeWithTypes } from './node-with-types.mjs';

buildWebWhenStale();
const done = spawnSync(nodeWithTypes(), ['e2e/screenshots.ts'], { stdio: 'inherit' });
process.exit(done.status ?? 1);
