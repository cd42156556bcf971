import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstLoadBytes } from './first-load.ts';

const bytesMax = 250_000;

it('a first page is at most 250 KB of gzipped scripts and styles', () => {
  const bundle = join(import.meta.dirname, '../dist/web');
  expect(firstLoadBytes(bundle, 'registry/schools-page.tsx')).toBeLessThan(bytesMax);
});
