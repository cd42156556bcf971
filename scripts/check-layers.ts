import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { layerFaults } from './layer-faults.ts';

// Prints every import that goes against the arrow of packages or the order of features, and every forbidden file name.
const packages = join(import.meta.dirname, '../packages');
const files = readdirSync(packages, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(packages, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((file) => !file.includes('node_modules'));
const faults = files.flatMap((file) => layerFaults(file, readFileSync(join(packages, file), 'utf8')));
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exit(faults.length === 0 ? 0 : 1);
