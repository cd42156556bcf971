import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-date.ts';
import type { InstanceDraft } from './draft-instances.ts';
import { type FollowedInstance, followDeadline, type Following } from './follow-deadline.ts';
import { isSettled } from './instance-state.ts';
import { askedTerms, followSchoolDays, reopenedTerms, schoolDaysOf, type SchoolDays } from './school-days.ts';

const draft = (dueOn: string | null, schoolId = 'a'): InstanceDraft => ({
  schoolId,
  label: null,
  startsOn: null,
  dueOn,
  state: 'planned',
});
const term = (dueOn: string | null, changes: Partial<FollowedInstance> = {}): FollowedInstance => ({
  ...draft(dueOn),
  id: `${dueOn}`,
  printedDueOn: dueOn,
  state: 'planned',
  untouched: true,
  ...changes,
});
const days = (firstOn: string | null, lastOn: string | null, schoolId = 'a'): SchoolDays => ({
  schoolId,
  firstOn,
  lastOn,
});
const today = '2026-05-10';
const begun = { state: 'in-progress', untouched: false } as const;

it.each([
  [{ fromOn: null, untilOn: null, openedOn: null, closedOn: null }, null, null],
  [
    { fromOn: '2026-03-01', untilOn: null, openedOn: '2026-04-01', closedOn: '2026-08-31' },
    '2026-04-01',
    '2026-08-31',
  ],
  [
    { fromOn: '2026-03-01', untilOn: '2026-06-30', openedOn: null, closedOn: '2026-08-31' },
    '2026-03-01',
    '2026-06-30',
  ],
])('a school takes part while both the plan and the register say so: %j', (dates, firstOn, lastOn) => {
  expect(schoolDaysOf({ orgUnitId: 'a', ...dates })).toEqual(days(firstOn, lastOn));
});

describe('a school that', () => {
  const drafts = ['2026-04-30', '2026-05-31', '2026-06-30', null].map((dueOn) => draft(dueOn));
  const nothing = { insert: [], move: [], remove: [], cancel: [] };

  it.each<[string, FollowedInstance[], [SchoolDays, SchoolDays], Partial<Following>]>([
    [
      'closes owes what was due before, and nothing later',
      drafts.map(({ dueOn }) => term(dueOn)),
      [days(null, null), days(null, '2026-05-09')],
      { remove: ['2026-05-31', '2026-06-30', 'null'] },
    ],
    [
      'is to close later still waits for dates',
      [term('2026-06-30'), term(null)],
      [days(null, null), days(null, '2026-06-01')],
      { remove: ['2026-06-30'] },
    ],
    [
      'closes keeps what was begun, as closed, and what was accepted',
      [term('2026-05-31', begun), term('2026-06-30', { state: 'accepted', untouched: false })],
      [days(null, null), days(null, '2026-05-09')],
      { cancel: ['2026-05-31'] },
    ],
    [
      'opens again is asked again',
      [term('2026-04-30')],
      [days(null, '2026-05-09'), days(null, null)],
      { insert: [draft('2026-05-31'), draft('2026-06-30'), draft(null)] },
    ],
    [
      'opens again is not asked again for what it has given',
      [term('2026-05-31', { state: 'cancelled', untouched: false })],
      [days(null, '2026-05-09'), days(null, '2026-06-15')],
      { insert: [draft(null)] },
    ],
    ['is called otherwise is left alone', [term('2026-04-30')], [days(null, null), days(null, null)], {}],
  ])('%s', (_title, existing, [before, after], following) => {
    expect(followSchoolDays(existing, drafts, { before: [before], after: [after], today })).toEqual({
      ...nothing,
      ...following,
    });
  });
});

/** A row as the database would hold it after the following. */
function applied(
  rows: readonly FollowedInstance[],
  { insert, move, remove, cancel }: Following,
  newId: () => string,
): FollowedInstance[] {
  const moves = new Map(move.map(({ id, to }) => [id, to]));
  const kept = rows
    .filter(({ id }) => !remove.includes(id))
    .map((row): FollowedInstance => {
      const to = moves.get(row.id);
      if (to !== undefined) return { ...row, startsOn: to.startsOn, dueOn: to.dueOn, printedDueOn: to.dueOn };
      return cancel.includes(row.id) ? { ...row, state: 'cancelled' } : row;
    });
  return [...kept, ...insert.map((made) => ({ ...term(made.dueOn), ...made, id: newId() }))];
}

const schools = ['a', 'b', 'c'];
type Step =
  | { readonly does: 'accept' | 'begin' | 'postpone'; readonly at: number }
  | { readonly does: 'redate'; readonly every: number; readonly first: number }
  | { readonly does: 'close' | 'reopen'; readonly school: number; readonly day: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('accept', 'begin', 'postpone'), at: fc.nat(40) }),
  fc.record({ does: fc.constant('redate'), every: fc.integer({ min: 10, max: 70 }), first: fc.nat(40) }),
  fc.record({ does: fc.constantFrom('close', 'reopen'), school: fc.nat(2), day: fc.nat(200) }),
);

const dayOf = (count: number): string => addDays('2026-02-01', count);
const termsEvery = (every: number, first: number): string[] =>
  Array.from({ length: Math.ceil(200 / every) }, (_, at) => dayOf(first + at * every));
const keyOf = ({ schoolId, dueOn }: { schoolId: string | null; dueOn: string | null }): string =>
  `${schoolId} ${dueOn}`;

/** Any history of accepting, postponing, new deadlines, closing and opening. */
it('whatever happens, what was accepted stays as it was, and what is open is what a fresh plan would ask', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let count = 0;
      const newId = () => `n${(count += 1)}`;
      let phrase = termsEvery(30, 10);
      let times = schools.map((school) => days(null, null, school));
      const fresh = () =>
        askedTerms(
          phrase.flatMap((due) => schools.map((school) => draft(due, school))),
          times,
          today,
        );
      let rows = applied([], followDeadline([], fresh()), newId);
      for (const one of steps) {
        const settled = rows.filter(({ state }) => isSettled(state));
        if (one.does === 'redate') {
          phrase = termsEvery(one.every, one.first);
          rows = applied(rows, followDeadline(rows, fresh()), newId);
        } else if ('school' in one) {
          const school = schools[one.school] ?? 'a';
          const before = times.filter(({ schoolId }) => schoolId === school);
          const after = [days(null, one.does === 'close' ? dayOf(one.day) : null, school)];
          const own = rows.filter(({ schoolId }) => schoolId === school);
          const drafts = phrase.map((due) => draft(due, school));
          const following = followSchoolDays(own, drafts, { before, after, today });
          times = [...times.filter(({ schoolId }) => schoolId !== school), ...after];
          rows = applied(rows, following, newId);
        } else {
          const at = one.at % Math.max(1, rows.length);
          rows = rows.map((row, index) =>
            index !== at || isSettled(row.state) ? row : worked(row, one.does),
          );
        }
        const now = new Map(rows.map((row) => [row.id, row]));
        for (const row of settled) expect(now.get(row.id)).toEqual(row);
        const asked = new Map(fresh().map((each) => [keyOf(each), each]));
        const open = rows
          .filter(({ state }) => !isSettled(state))
          .map((row) => keyOf({ ...row, dueOn: row.printedDueOn }));
        expect(new Set(open).size).toBe(open.length);
        for (const key of open) expect(asked.has(key)).toBe(true);
        for (const each of asked.values()) {
          const last = rows
            .filter(({ state, schoolId }) => isSettled(state) && schoolId === each.schoolId)
            .map(({ printedDueOn }) => printedDueOn ?? '')
            .reduce((a, b) => (a > b ? a : b), '');
          if ((each.dueOn ?? '') > last) expect(open).toContain(keyOf(each));
        }
      }
    }),
    { numRuns: 300 },
  );
});

function worked(row: FollowedInstance, does: 'accept' | 'begin' | 'postpone'): FollowedInstance {
  switch (does) {
    case 'accept':
      return { ...row, state: 'accepted', untouched: false };
    case 'begin':
      return { ...row, state: 'in-progress', untouched: false };
    case 'postpone':
      return { ...row, state: 'postponed', dueOn: addDays(row.dueOn ?? today, 20), untouched: false };
  }
}

it.each<[string, SchoolDays[], SchoolDays[], string[]]>([
  ['opens again', [days(null, '2026-05-05')], [days(null, null)], ['2026-05-10', '2026-06-30', 'null']],
  ['works longer', [days(null, '2026-05-05')], [days(null, '2026-06-01')], ['2026-05-10', 'null']],
  ['closes earlier', [days(null, '2026-05-05')], [days(null, '2026-05-01')], []],
])(
  'of what the closing cancelled a school that %s is asked for what is to come',
  (_title, before, after, ids) => {
    const cancelled = ['2026-05-06', '2026-05-10', '2026-06-30', null].map((dueOn) =>
      term(dueOn, { state: 'cancelled' }),
    );
    expect(reopenedTerms(cancelled, { before, after, today }).map(({ id }) => id)).toEqual(ids);
  },
);
