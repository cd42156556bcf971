import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstanceDraft } from './draft-instances.ts';
import { isBelowTarget, missingEvidence, reachesTarget } from './evidence.ts';
import { type FollowedInstance, followDeadline } from './follow-deadline.ts';
import { InstanceState } from './instance-state.ts';
import { daysLate, isLate, waitsFor } from './lateness.ts';
import { leadingState, progressOf, sumCounts } from './progress.ts';
import { groupOfTask, type TaskGroup, type TaskReason } from './tasks.ts';

const result = (id: string, kind: 'document' | 'share' | 'publication' | 'statement') => ({
  id,
  raw: id,
  kind,
});

describe('missing evidence', () => {
  it.each([
    ['nothing given', [], ['a', 'b', 'c']],
    ['a document proves a document', [{ kind: 'document', expectedResultId: 'a' }], ['b', 'c']],
    ['a scan proves a document too', [{ kind: 'file', expectedResultId: 'a' }], ['b', 'c']],
    ['a note proves no document', [{ kind: 'note', expectedResultId: 'a' }], ['a', 'b', 'c']],
    ['counts prove a share', [{ kind: 'count', expectedResultId: 'b' }], ['a', 'c']],
    ['a link proves a publication', [{ kind: 'link', expectedResultId: 'c' }], ['a', 'b']],
    [
      'a document of another result proves nothing here',
      [{ kind: 'document', expectedResultId: 'b' }],
      ['a', 'b', 'c'],
    ],
    [
      'what stands beside the results proves none',
      [{ kind: 'document', expectedResultId: null }],
      ['a', 'b', 'c'],
    ],
  ] as const)('%s', (_title, given, missing) => {
    const expected = [result('a', 'document'), result('b', 'share'), result('c', 'publication')];
    expect(missingEvidence(expected, given).map((item) => item.expectedResultId)).toEqual(missing);
  });

  it('nothing is missing where nothing is expected', () => {
    expect(missingEvidence([], [])).toEqual([]);
  });
});

describe('a count against its target', () => {
  it.each([
    [{ targetCount: null, targetShare: 1 }, { n: 24, total: 24 }, false],
    [{ targetCount: null, targetShare: 1 }, { n: 23, total: 24 }, true],
    [{ targetCount: null, targetShare: 0.3 }, { n: 3, total: 10 }, false],
    [{ targetCount: null, targetShare: 0.3 }, { n: 2, total: 10 }, true],
    [{ targetCount: 5, targetShare: null }, { n: 4, total: 4 }, true],
    [{ targetCount: null, targetShare: null }, { n: 0, total: 24 }, false],
  ])('%j with %j is below: %s', (target, count, below) => {
    expect(isBelowTarget(target, count)).toBe(below);
    const isPromised = target.targetCount !== null || target.targetShare !== null;
    expect(reachesTarget(target, count)).toBe(isPromised ? !below : null);
  });
});

describe('late', () => {
  it.each<[string, InstanceState, string | null, number]>([
    ['not on the last day', 'planned', '2026-03-10', 0],
    ['from the next day on', 'planned', '2026-03-09', 1],
    ['also while it is mended', 'returned', '2026-03-01', 9],
    ['not while somebody else decides', 'submitted', '2026-03-01', 0],
    ['not when it was done before the act', 'before-approval', '2025-03-01', 0],
    ['not when it was accepted', 'accepted', '2026-03-01', 0],
    ['not without a date', 'planned', null, 0],
  ])('%s', (_title, state, dueOn, days) => {
    expect(daysLate({ state, dueOn }, '2026-03-10')).toBe(days);
    expect(isLate({ state, dueOn }, '2026-03-10')).toBe(days > 0);
  });
});

it.each<[InstanceState, string | null, string]>([
  ['planned', null, 'date'],
  ['planned', '2026-03-10', 'executor'],
  ['returned', '2026-03-10', 'executor'],
  ['submitted', null, 'acceptor'],
  ['before-approval', '2026-01-10', 'evidence'],
  ['accepted', null, 'nobody'],
])('of a schedule, «%s» due %s waits for %s', (state, dueOn, whom) => {
  expect(waitsFor({ state, dueOn }, { kind: 'by-schedule', schedule: '', event: null })).toBe(whom);
});

describe('progress', () => {
  const counts = fc.dictionary(fc.constantFrom(...InstanceState.options), fc.nat(1000));

  it('is never above all, and cancelled ones are not counted', () => {
    fc.assert(
      fc.property(fc.array(counts), (parts) => {
        const { done, total } = progressOf(sumCounts(parts));
        expect(done).toBeLessThanOrEqual(total);
        expect(done).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(progressOf({ accepted: 2, cancelled: 5, planned: 1 })).toEqual({ done: 2, total: 3 });
  });

  it('of parts is the sum of the parts', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const whole = progressOf(sumCounts([a, b]));
        expect(whole.done).toBe(progressOf(a).done + progressOf(b).done);
        expect(whole.total).toBe(progressOf(a).total + progressOf(b).total);
      }),
    );
  });

  it('in one word is what most needs a person', () => {
    expect(leadingState({ accepted: 9, returned: 1 })).toBe('returned');
    expect(leadingState({ accepted: 9, cancelled: 1 })).toBe('accepted');
    expect(leadingState({})).toBeNull();
  });
});

describe('instances follow a changed deadline', () => {
  const draft = (dueOn: string | null, schoolId: string | null = null): InstanceDraft => ({
    schoolId,
    label: null,
    startsOn: null,
    dueOn,
    state: 'planned',
  });
  const instance = (id: string, dueOn: string | null, changes: Partial<FollowedInstance> = {}) => ({
    id,
    schoolId: null,
    startsOn: null,
    dueOn,
    printedDueOn: dueOn,
    state: 'planned' as const,
    untouched: true,
    ...changes,
  });
  const nothing = { insert: [], move: [], remove: [], cancel: [] };

  it('the same terms change nothing', () => {
    expect(followDeadline([instance('a', '2026-03-31')], [draft('2026-03-31')])).toEqual(nothing);
  });

  it('an open one takes the new term, begun or not', () => {
    const begun = instance('a', '2026-03-31', { state: 'in-progress', untouched: false });
    expect(followDeadline([begun], [draft('2026-04-30')]).move).toEqual([
      { id: 'a', from: '2026-03-31', to: draft('2026-04-30') },
    ]);
  });

  it.each([
    ['a postponed one keeps its new day', { dueOn: '2026-05-31', state: 'postponed' }, '2026-03-31'],
    ['an entered date of a schedule stays', { dueOn: '2026-05-31', startsOn: '2026-05-01' }, null],
  ] as const)('while the plan asks for the same: %s', (_title, changes, printedDueOn) => {
    const kept = instance('a', printedDueOn, { ...changes, untouched: false });
    expect(followDeadline([kept], [draft(printedDueOn)])).toEqual(nothing);
    expect(followDeadline([kept], [draft('2026-06-30')]).move).toEqual([
      { id: 'a', from: kept.dueOn, to: draft('2026-06-30') },
    ]);
  });

  it('what was accepted stays, and its time is not asked for again', () => {
    const done = instance('a', '2026-03-31', { state: 'accepted', untouched: false });
    const following = followDeadline([done], [draft('2026-02-05'), draft('2026-03-05'), draft('2026-04-05')]);
    expect(following).toEqual({ ...nothing, insert: [draft('2026-04-05')] });
  });

  it('an earlier term that is still open stays, though a later one was accepted', () => {
    const done = instance('a', '2026-03-05', { state: 'accepted', untouched: false });
    const open = instance('b', '2026-02-05', { state: 'in-progress', untouched: false });
    const drafts = [draft('2026-02-05'), draft('2026-03-05')];
    expect(followDeadline([done, open], drafts)).toEqual(nothing);
  });

  it('what is no longer asked for goes, and what was begun is closed instead', () => {
    const begun = instance('b', '2026-04-30', { state: 'in-progress', untouched: false });
    expect(followDeadline([instance('a', '2026-03-31'), begun], [])).toEqual({
      ...nothing,
      remove: ['a'],
      cancel: ['b'],
    });
  });

  it('each school follows by itself', () => {
    const one = instance('a', '2026-03-31', { schoolId: 's1', state: 'accepted', untouched: false });
    const two = instance('b', '2026-03-31', { schoolId: 's2' });
    const drafts = [draft('2026-05-31', 's1'), draft('2026-05-31', 's2'), draft('2026-05-31', 's3')];
    const following = followDeadline([one, two], drafts);
    expect(following.insert.map((made) => made.schoolId)).toEqual(['s1', 's3']);
    expect(following.move.map((moved) => moved.id)).toEqual(['b']);
  });
});

// Tuesday.
const today = '2026-03-10';
it.each<[string, { state: InstanceState; dueOn: string | null; reason: TaskReason }, TaskGroup]>([
  ['late', { state: 'planned', dueOn: '2026-03-09', reason: 'school' }, 'late'],
  ['due on Sunday of this week', { state: 'planned', dueOn: '2026-03-15', reason: 'school' }, 'this-week'],
  ['due next Monday', { state: 'planned', dueOn: '2026-03-16', reason: 'school' }, 'soon'],
  ['returned with time left', { state: 'returned', dueOn: '2026-04-30', reason: 'school' }, 'this-week'],
  ['done before the act', { state: 'before-approval', dueOn: '2026-01-10', reason: 'party' }, 'this-week'],
  ['of a schedule without a date', { state: 'planned', dueOn: null, reason: 'party' }, 'date'],
  [
    'to be decided, though long due',
    { state: 'submitted', dueOn: '2026-01-10', reason: 'acceptor' },
    'decision',
  ],
])('a task %s stands in its group', (_title, task, group) => {
  expect(groupOfTask({ ...task, asksForDate: true }, today)).toBe(group);
});
