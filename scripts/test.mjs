// `npm test`: installs what is missing and runs every suite; the last line counts all tests together.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWebWhenStale } from './build-web.mjs';
import { installWhatIsMissing } from './install.mjs';
import { nodeWithTypes, projectDirectory } from './node-with-types.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

oneAtATime(join(projectDirectory, '.installing'), () => {
  installWhatIsMissing();
  buildWebWhenStale();
});
const done = spawnSync(
  nodeWithTypes(),
  [
    '--disable-warning=ExperimentalWarning',
    join(projectDirectory, 'scripts/run-suites.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: projectDirectory },
);
process.exit(done.status ?? 1);
