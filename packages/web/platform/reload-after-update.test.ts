import { expect, it } from 'vitest';
import { reloadAfterUpdate } from './reload-after-update.ts';

it('a page whose parts are gone is reloaded once, and again only after another update', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const reloads: number[] = [];
  const opened = Date.parse('2026-11-22T08:00:00Z');
  for (const seconds of [0, 1, 59, 60, 61, 86_400]) {
    const now = opened + seconds * 1000;
    reloadAfterUpdate({ now, storage, reload: () => reloads.push(seconds) });
  }
  expect(reloads).toEqual([0, 60, 86_400]);
});
