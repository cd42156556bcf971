import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDraft } from '@opora/domain/plans/draft-document.ts';
import type { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import { readDocumentForTests } from '@opora/domain/plans/draft-for-tests.ts';
import { type DraftServer, type EditStore, openDraftSession, type SaveAnswer } from './draft-session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const document = startDraft(readDocumentForTests());
const title = (value: string, row = 'r1'): DraftEdit => ({
  kind: 'set-activity',
  row,
  field: 'title',
  value,
});

function memory(edits: readonly DraftEdit[] = []): EditStore & { kept: readonly DraftEdit[] } {
  const store = {
    kept: edits,
    read: () => store.kept,
    write: (next: readonly DraftEdit[]) => {
      store.kept = next;
    },
  };
  return store;
}

function serverThat(...answers: SaveAnswer[]) {
  const batches: DraftEdit[][] = [];
  const server: DraftServer = {
    save: async (version, edits) => {
      batches.push([...edits]);
      return answers.shift() ?? { kind: 'saved', version: version + 1, savedAt: 'now', merged: false };
    },
    undo: async () => ({ kind: 'saved', version: 9, savedAt: 'now', merged: true }),
    load: async () => ({ document, version: 5 }),
  };
  return { server, batches };
}

it('shows an edit at once and sends only the last text of a field that is typed on', async () => {
  const { server, batches } = serverThat();
  const store = memory();
  const session = openDraftSession({ document, version: 1 }, server, store);
  for (const value of ['П', 'Пе', 'Первое']) session.edit(title(value));
  session.edit(title('Второе', 'r2'));
  expect(session.view().document.activities[0]?.title).toBe('Первое');
  expect(session.view().saving).toBe('waiting');
  expect(store.kept).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toEqual([[title('Первое'), title('Второе', 'r2')]]);
  expect(session.view()).toMatchObject({ saving: 'saved', version: 2, savedAt: 'now' });
  expect(store.kept).toEqual([]);
});

it('keeps edits while the line is away, and sends them when it is back', async () => {
  const { server, batches } = serverThat({ kind: 'lost' });
  const store = memory();
  const session = openDraftSession({ document, version: 1 }, server, store);
  session.edit(title('Первое'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.view().saving).toBe('offline');
  expect(store.kept).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(batches).toHaveLength(2);
  expect(session.view().saving).toBe('saved');
});

it('takes up after a reload what had not been sent', async () => {
  const { server, batches } = serverThat();
  const session = openDraftSession({ document, version: 1 }, server, memory([title('Осталось')]));
  session.subscribe(() => undefined);
  expect(session.view().document.activities[0]?.title).toBe('Осталось');
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([[title('Осталось')]]);
});

it('shows what the server has when somebody else changed the same field, and says so', async () => {
  const { server } = serverThat({ kind: 'clash' });
  const store = memory();
  const session = openDraftSession({ document, version: 1 }, server, store);
  session.edit(title('Моё'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.view()).toMatchObject({ trouble: { kind: 'clash' }, version: 5, saving: 'saved' });
  expect(session.view().document.activities[0]?.title).toBe(document.activities[0]?.title);
  expect(store.kept).toEqual([]);
});

it('does not touch an edit that has nothing to act on', () => {
  const { server } = serverThat();
  const session = openDraftSession({ document, version: 1 }, server, memory());
  expect(session.edit(title('х', 'нет такой'))).toBe(false);
  expect(session.view().saving).toBe('saved');
});

it('sends what waits before it takes an edit back', async () => {
  const { server, batches } = serverThat();
  const session = openDraftSession({ document, version: 1 }, server, memory());
  session.edit(title('Моё'));
  await session.undo();
  expect(batches).toHaveLength(1);
  expect(session.view()).toMatchObject({ version: 5 });
});
