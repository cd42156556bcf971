import { describe, expect, it } from 'vitest';
import type { OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import {
  type AgendaItem,
  applyMinutesEdit,
  type Minutes,
  type MinutesEdit,
} from '@opora/domain/decisions/minutes.ts';
import { openMinutesSession } from './minutes-session.ts';

const item = (heard: string): AgendaItem => ({ id: 'a', topic: 'О ходе', heard });
const minutesOf = (content: Minutes): OpenMinutes => ({
  content,
  version: 1,
  savedBy: null,
  savedAt: '',
  gaps: [],
  understood: [],
});
const edit = (from: AgendaItem | null, to: AgendaItem | null): MinutesEdit => ({
  list: 'items',
  id: 'a',
  from,
  to,
});

/** A server of one protocol, and a device that keeps what waits. */
function office(heard = '') {
  let content: Minutes = { participants: [], items: [item(heard)], speeches: [], decisions: [] };
  let kept: readonly MinutesEdit[] = [];
  let isAway = false;
  const save = async (edits: readonly MinutesEdit[]) => {
    if (isAway) return { kind: 'lost' as const };
    const clashes = edits.filter((each) => {
      const next = applyMinutesEdit(content, each);
      if (next !== null) content = next;
      return next === null;
    });
    return { kind: 'saved' as const, minutes: minutesOf(content), clashes: clashes.map(({ id }) => id) };
  };
  const store = { read: () => kept, write: (edits: readonly MinutesEdit[]) => void (kept = edits) };
  return {
    open: () => openMinutesSession(minutesOf(content), { save }, store),
    otherWrites: (changes: Partial<AgendaItem>) =>
      (content = { ...content, items: [{ ...content.items[0]!, ...changes }] }),
    setAway: (away: boolean) => (isAway = away),
    heard: () => content.items[0]?.heard,
    topic: () => content.items[0]?.topic,
    kept: () => kept.length,
  };
}

describe('minutes being typed', () => {
  it('are seen at once and saved a moment later; typing on in a field is one edit', async () => {
    const { open, heard, kept } = office();
    const session = open();
    session.edit(edit(item(''), item('Дир')));
    session.edit(edit(item('Дир'), item('Директор')));
    expect(session.view().content.items[0]?.heard).toBe('Директор');
    expect(kept()).toBe(1);
    await session.flush();
    expect([heard(), session.view().saving, kept()]).toEqual(['Директор', 'saved', 0]);
  });

  it('are not lost when the line is away and the page is loaded anew', async () => {
    const { open, setAway, heard } = office();
    setAway(true);
    const session = open();
    session.edit(edit(item(''), item('Слово')));
    await session.flush();
    expect(session.view().saving).toBe('offline');
    setAway(false);
    const reloaded = open();
    expect(reloaded.view().content.items[0]?.heard).toBe('Слово');
    await reloaded.flush();
    expect(heard()).toBe('Слово');
  });

  it.each([
    ['mine', 'Моё'],
    ['theirs', 'Чужое'],
  ] as const)('that clash with another’s wait for the person, who takes %s', async (choice, result) => {
    const { open, otherWrites, heard, topic } = office();
    const first = open();
    first.edit(edit(item(''), item('Моё')));
    otherWrites({ heard: 'Чужое', topic: 'Об итогах' });
    await first.flush();
    // The page is loaded anew before she has chosen.
    const session = open();
    await session.flush();
    expect(session.view().clashes.map(({ to }) => to)).toEqual([item('Моё')]);
    expect(heard()).toBe('Чужое');
    session.settle('a', choice);
    await session.flush();
    expect([heard(), topic(), session.view().clashes]).toEqual([result, 'Об итогах', []]);
  });

  it('are joined with what another writes in another field, also while they are typed on', async () => {
    const { open, otherWrites, heard, topic } = office();
    const session = open();
    session.edit(edit(item(''), item('Дир')));
    otherWrites({ topic: 'Об итогах' });
    const saving = session.flush();
    session.edit(edit(item('Дир'), item('Директор')));
    await saving;
    await session.flush();
    expect([heard(), topic(), session.view().clashes]).toEqual(['Директор', 'Об итогах', []]);
  });
});
