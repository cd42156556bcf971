import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstLoadBytes } from './first-load.ts';

const bytesMax = 250_000;

it('the page after sign-in is at most 250 KB of gzipped scripts and styles', () => {
  const bundle = join(import.meta.dirname, '../dist/web');
  expect(firstLoadBytes(bundle, 'overview/overview-page.tsx')).toBeLessThan(bytesMax);
});
