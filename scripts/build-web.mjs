// Builds the web bundle into dist/web when a file it is made from has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeWithTypes, projectDirectory } from './node-with-types.mjs';

const stamp = join(projectDirectory, 'dist', 'web', '.made-from');
const sources = ['packages/web', 'packages/domain', 'package-lock.json'];

export function buildWebWhenStale() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stdout.write('Собираю страницы…\n');
  const vite = join(projectDirectory, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(nodeWithTypes(), [vite, 'build', 'packages/web', '--logLevel', 'warn'], {
    cwd: projectDirectory,
    stdio: 'inherit',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  compressOnce();
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(projectDirectory, source)))) {
    if (!file.includes('.test.')) hash.update(file.slice(projectDirectory.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .filter((entry) => entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    );
}

/** Packs the text files beside themselves, as small as can be, so that the server only sends them. */
function compressOnce() {
  const texts = filesBelow(join(projectDirectory, 'dist', 'web')).filter((file) =>
    /\.(js|css|svg)$/.test(file),
  );
  for (const file of texts) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
}
