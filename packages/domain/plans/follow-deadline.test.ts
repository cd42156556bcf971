import { describe, expect, it } from 'vitest';
import type { InstanceDraft } from './draft-instances.ts';
import { type FollowedInstance, followSince } from './follow-deadline.ts';

const draft = (dueOn: string): InstanceDraft => ({
  schoolId: null,
  label: dueOn.slice(0, 7),
  startsOn: null,
  dueOn,
  state: 'planned',
});
const instance = (dueOn: string, changes: Partial<FollowedInstance> = {}): FollowedInstance => ({
  id: dueOn,
  schoolId: null,
  startsOn: null,
  dueOn,
  printedDueOn: dueOn,
  state: 'planned',
  untouched: true,
  ...changes,
});
const year = ['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'].map(draft);

describe('a recurrence amended from May', () => {
  it.each<[string, FollowedInstance[], Partial<Record<'insert' | 'move' | 'remove' | 'cancel', string[]>>]>([
    ['is not asked for the months before', [instance('2026-05-31'), instance('2026-06-30')], {}],
    [
      'moves what the calendar moves, and not into the past',
      [instance('2026-05-30'), instance('2026-06-30')],
      { move: ['2026-05-30 → 2026-05-31'] },
    ],
    [
      'leaves what was owed before',
      [instance('2026-03-30'), instance('2026-04-30'), instance('2026-05-31'), instance('2026-06-30')],
      {},
    ],
    [
      'leaves also what was postponed past the day',
      [
        instance('2026-06-15', { printedDueOn: '2026-04-29', state: 'postponed' }),
        ...year.slice(2).map(({ dueOn }) => instance(dueOn ?? '')),
      ],
      {},
    ],
    ['asks for what is missing after it', [instance('2026-05-31')], { insert: ['2026-06-30'] }],
  ])('%s', (_title, existing, expected) => {
    const { insert, move, remove, cancel } = followSince(existing, year, '2026-05-01');
    const found = {
      insert: insert.map(({ dueOn }) => dueOn),
      move: move.map(({ from, to }) => `${from} → ${to.dueOn}`),
      remove,
      cancel,
    };
    expect(found).toEqual({ insert: [], move: [], remove: [], cancel: [], ...expected });
  });
});
