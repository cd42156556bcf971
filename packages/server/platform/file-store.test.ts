import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openFileStore } from './file-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'opora-store-'));
const store = openFileStore(directory);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function* chunks(...texts: readonly string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('gives back what was put, under the hash of its content', async () => {
  const stored = await store.put(chunks('Приказ ', '№ 55'), 100);
  expect(stored).toEqual({ sha256: sha256('Приказ № 55'), bytes: 19 });
  expect(new TextDecoder().decode(await store.read(stored.sha256))).toBe('Приказ № 55');
  expect(await store.has(stored.sha256)).toBe(true);
});

it('keeps the same content once and may be given it again', async () => {
  const first = await store.put(chunks('дважды'), 100);
  expect(await store.put(chunks('два', 'жды'), 100)).toEqual(first);
});

it('refuses a stream longer than the limit, reads no further and leaves nothing behind', async () => {
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked += 1;
      yield new Uint8Array(1_048_576);
    }
  }
  await expect(store.put(endless(), 3 * 1_048_576)).rejects.toMatchObject({
    code: 'too-large',
    facts: { megabytes: 3 },
  });
  expect(asked).toBe(4);
  expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
});

it('leaves nothing of a stream that breaks', async () => {
  async function* broken() {
    yield new Uint8Array(10);
    throw new Error('the line broke');
  }
  await expect(store.put(broken(), 100)).rejects.toThrow('the line broke');
  expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
});

it.each(['', '../../etc/passwd', 'f'.repeat(64)])('finds nothing under «%s»', async (name) => {
  await expect(store.read(name)).rejects.toMatchObject({ code: 'not-found' });
});

it('forgets what was removed', async () => {
  const stored = await store.put(chunks('лишнее'), 100);
  await store.remove(stored.sha256);
  expect(await store.has(stored.sha256)).toBe(false);
  await store.remove(stored.sha256);
});
