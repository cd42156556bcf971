// Chooses the Node that runs TypeScript from source: this one when it is new enough, else the one installed as a platform package.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDirectory = join(dirname(fileURLToPath(import.meta.url)), '..');

/** With it a program keeps what Node has made of its sources: loading the server then takes half the time, from the second start on. */
export const environmentWithCompiled = {
  NODE_COMPILE_CACHE: join(projectDirectory, 'node_modules', '.cache', 'compiled'),
  ...process.env,
};

/** Path of a Node 24 or newer; ends the process with advice when there is none. */
export function nodeWithTypes() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(projectDirectory, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(packaged)) return packaged;
  process.stderr.write(
    `Нужен Node.js 24 или новее (этот — ${process.version}): установите его и повторите.\n`,
  );
  process.exit(1);
}
