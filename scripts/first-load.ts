import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** Bytes, gzipped, of the scripts and styles a browser fetches to show the given page of the built bundle for the first time. */
export function firstLoadBytes(bundle: string, page: string): number {
  // The manifest is written by the bundler in the same build; its form is the bundler's.
  const manifest = JSON.parse(readFileSync(join(bundle, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const files = new Set<string>();
  const take = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the bundle has no ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const other of chunk.imports ?? []) take(other);
  };
  take('index.html');
  take(page);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(bundle, file))).length, 0);
}
