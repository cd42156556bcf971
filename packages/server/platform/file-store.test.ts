import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
  expect(stored).toEqual({ sha256: sha256('Приказ № 55'), bytes: 19, copy: expect.any(String) });
  expect(new TextDecoder().decode(await store.read(stored.sha256))).toBe('Приказ № 55');
  expect(await store.has(stored.sha256)).toBe(true);
});

it('keeps the same content once and may be given it again', async () => {
  const first = await store.put(chunks('дважды'), 100);
  expect(await store.put(chunks('два', 'жды'), 100)).toEqual({ ...first, copy: null });
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

const upload = (text: string) => store.put(chunks(text), 100);
const putAt = (name: string, at: string) => {
  const path = join(directory, name);
  utimesSync(path, new Date(at), new Date(at));
};
const pathOf = (name: string) => join(name.slice(0, 2), name);

describe('what was put', () => {
  it('can be taken back, once or twice', async () => {
    const stored = await upload('лишнее');
    await store.takeBack(stored);
    expect(await store.has(stored.sha256)).toBe(false);
    await store.takeBack(stored);
  });

  it('stays when it was there before', async () => {
    const first = await upload('уже есть');
    const second = await upload('уже есть');
    expect(second).toEqual({ ...first, copy: null });
    await store.takeBack(second);
    expect(await store.has(first.sha256)).toBe(true);
  });

  it('stays when somebody has put the same since: it is hers now', async () => {
    const first = await upload('общее');
    await upload('общее');
    await store.takeBack(first);
    expect(await store.has(first.sha256)).toBe(true);
  });

  it('is never lost to others, however many put and take back the same at once', async () => {
    const kept = upload('спор');
    const rivals = Array.from({ length: 40 }, async () => store.takeBack(await upload('спор')));
    const mine = await kept;
    await Promise.all(rivals);
    expect(await store.has(mine.sha256)).toBe(true);
    const late = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const stored = await upload('гонка');
        if (at % 2 === 0) await store.takeBack(stored);
        else expect(await store.has(stored.sha256)).toBe(true);
        return stored;
      }),
    );
    expect(await store.has(late[0]!.sha256)).toBe(true);
  });
});

describe('what is old', () => {
  it('is listed by the time it was last put, and removed unless it was put again', async () => {
    const [old, fresh] = [await upload('старое'), await upload('новое')];
    putAt(pathOf(old.sha256), '2026-01-01');
    const instant = new Date(Date.now() - 3_600_000);
    expect(await store.listPutBefore(instant)).toEqual([old.sha256]);
    await store.removePutBefore(fresh.sha256, instant);
    expect(await store.has(fresh.sha256)).toBe(true);
    await upload('старое');
    await store.removePutBefore(old.sha256, instant);
    expect(await store.has(old.sha256)).toBe(true);
    putAt(pathOf(old.sha256), '2026-01-01');
    await store.removePutBefore(old.sha256, instant);
    expect(await store.has(old.sha256)).toBe(false);
  });

  it('goes when it is the rest of an upload that broke with the server', async () => {
    for (const name of ['incoming/old', 'incoming/new']) writeFileSync(join(directory, name), 'обрывок');
    putAt('incoming/old', '2026-01-01');
    expect(await store.listPutBefore(new Date(Date.now() - 3_600_000))).toEqual([]);
    expect(readdirSync(join(directory, 'incoming'))).toEqual(['new']);
  });
});
