// `npm start`: installs what is missing, builds the pages when they are stale, and runs the server until Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWebWhenStale } from './build-web.mjs';
import { installWhatIsMissing } from './install.mjs';
import { environmentWithCompiled, nodeWithTypes, projectDirectory } from './node-with-types.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

oneAtATime(join(projectDirectory, '.installing'), () => {
  installWhatIsMissing();
  buildWebWhenStale();
});
const server = spawn(
  nodeWithTypes(),
  [
    '--enable-source-maps',
    '--disable-warning=ExperimentalWarning',
    join(projectDirectory, 'packages/server/main.ts'),
  ],
  { stdio: 'inherit', cwd: projectDirectory, env: environmentWithCompiled },
);
// Ctrl-C reaches the server by itself (same terminal); a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
// A signal sent to npm ends only the shell between npm and this process, which would be left running alone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start') {
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500).unref();
}
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
