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

const stores = (waiting = memory(), clashing = memory()) => ({ waiting, clashing });

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
  const session = openDraftSession({ document, version: 1 }, server, stores(store));
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
  const session = openDraftSession({ document, version: 1 }, server, stores(store));
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
  const session = openDraftSession({ document, version: 1 }, server, stores(memory([title('Осталось')])));
  session.subscribe(() => undefined);
  expect(session.view().document.activities[0]?.title).toBe('Осталось');
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([[title('Осталось')]]);
});

it.each([
  ['mine', [title('Моё')]],
  ['theirs', []],
] as const)(
  'asks which words stay when somebody else changed the same field: %s',
  async (keep, sentAfter) => {
    const { server, batches } = serverThat({ kind: 'clash' });
    const [store, clashing] = [memory(), memory()];
    const session = openDraftSession({ document, version: 1 }, server, stores(store, clashing));
    session.edit(title('Моё'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.view()).toMatchObject({
      clashes: [title('Моё')],
      version: 5,
      saving: 'saved',
      trouble: null,
    });
    expect(session.view().document.activities[0]?.title).toBe(document.activities[0]?.title);
    expect([store.kept, clashing.kept]).toEqual([[], [title('Моё')]]);
    // Not lost with the page.
    const again = openDraftSession({ document, version: 5 }, server, stores(store, clashing));
    again.settle(again.view().clashes[0]!, keep);
    await vi.advanceTimersByTimeAsync(1000);
    expect([again.view().clashes, clashing.kept, batches.slice(1).flat()]).toEqual([[], [], sentAfter]);
  },
);

it('saves of edits sent together those that clash with nothing', async () => {
  const clash = { kind: 'clash' } as const;
  const saved = { kind: 'saved', version: 6, savedAt: 'now', merged: true } as const;
  const { server, batches } = serverThat(clash, clash, saved);
  const session = openDraftSession({ document, version: 1 }, server, stores());
  session.edit(title('Моё'));
  session.edit(title('Другая строка', 'r2'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.view()).toMatchObject({ clashes: [title('Моё')], saving: 'saved' });
  expect(batches.slice(1)).toEqual([[title('Моё')], [title('Другая строка', 'r2')]]);
});

it('does not touch an edit that has nothing to act on', () => {
  const { server } = serverThat();
  const session = openDraftSession({ document, version: 1 }, server, stores());
  expect(session.edit(title('х', 'нет такой'))).toBe(false);
  expect(session.view().saving).toBe('saved');
});

it('sends what waits before it takes an edit back', async () => {
  const { server, batches } = serverThat();
  const session = openDraftSession({ document, version: 1 }, server, stores());
  session.edit(title('Моё'));
  await session.undo();
  expect(batches).toHaveLength(1);
  expect(session.view()).toMatchObject({ version: 5 });
});
