import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstanceState } from './instance-state.ts';
import { type Participation, schoolShare, type SchoolInstance } from './school-share.ts';

const school = (orgUnitId: string, changes: Partial<Participation> = {}): Participation => ({
  orgUnitId,
  name: orgUnitId,
  fromOn: null,
  untilOn: null,
  openedOn: null,
  closedOn: null,
  ...changes,
});
const instance = (
  schoolId: string,
  dueOn: string | null,
  ...history: [on: string, state: InstanceState][]
): SchoolInstance => ({ schoolId, dueOn, history: history.map(([on, state]) => ({ on, state })) });

const share = (schools: Participation[], instances: SchoolInstance[], on: string): [number, number] => {
  const { n, total } = schoolShare(schools, instances, on);
  return [n, total];
};

describe('the share of schools that have done an activity', () => {
  const two = [school('a'), school('b')];

  it.each([
    ['nothing accepted', [], '2026-05-01', [0, 2]],
    ['accepted by one', [instance('a', '2026-04-01', ['2026-03-20', 'accepted'])], '2026-05-01', [1, 2]],
    ['not yet on that day', [instance('a', '2026-04-01', ['2026-03-20', 'accepted'])], '2026-03-19', [0, 2]],
    [
      'returned afterwards',
      [instance('a', '2026-04-01', ['2026-03-20', 'accepted'], ['2026-04-02', 'returned'])],
      '2026-05-01',
      [0, 2],
    ],
    [
      'and before it was returned it counted',
      [instance('a', '2026-04-01', ['2026-03-20', 'accepted'], ['2026-04-02', 'returned'])],
      '2026-04-01',
      [1, 2],
    ],
    [
      'a month of a recurring one was missed',
      [instance('a', '2026-03-31', ['2026-03-20', 'accepted']), instance('a', '2026-04-30')],
      '2026-05-01',
      [0, 2],
    ],
    [
      'a month that is not due yet asks nothing',
      [instance('a', '2026-03-31', ['2026-03-20', 'accepted']), instance('a', '2026-06-30')],
      '2026-05-01',
      [1, 2],
    ],
    [
      'what was cancelled asks nothing',
      [
        instance('a', '2026-03-31', ['2026-03-20', 'accepted']),
        instance('a', '2026-04-30', ['2026-04-01', 'cancelled']),
      ],
      '2026-05-01',
      [1, 2],
    ],
    ['of a school outside the plan', [instance('c', null, ['2026-03-20', 'accepted'])], '2026-05-01', [0, 2]],
  ] as const)('%s', (_title, instances, on, expected) => {
    expect(share(two, [...instances], on)).toEqual(expected);
  });

  it.each([
    ['before it joined', { fromOn: '2026-04-01' }, '2026-03-31', 1],
    ['on the day it joined', { fromOn: '2026-04-01' }, '2026-04-01', 2],
    ['on its last day', { untilOn: '2026-04-01' }, '2026-04-01', 2],
    ['after it left', { untilOn: '2026-04-01' }, '2026-04-02', 1],
    ['before it was opened', { openedOn: '2026-04-01' }, '2026-03-31', 1],
    ['after it was closed', { closedOn: '2026-04-01' }, '2026-04-02', 1],
  ])('%s a school is counted only while it takes part', (_title, changes, on, total) => {
    expect(schoolShare([school('a'), school('b', changes)], [], on).total).toBe(total);
  });

  it('is never more than the whole, whatever the history of opening, closing, joining and leaving', () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((days) => new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 10));
    const bound = fc.option(day, { nil: null });
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const participation = fc
      .record({ orgUnitId: id, fromOn: bound, untilOn: bound, openedOn: bound, closedOn: bound })
      .map((dates) => ({ ...school(dates.orgUnitId), ...dates }));
    const step = fc.record({ on: day, state: fc.constantFrom(...InstanceState.options) });
    const made = fc.record({
      schoolId: id,
      dueOn: bound,
      history: fc
        .array(step, { maxLength: 5 })
        .map((steps) => steps.toSorted((l, r) => l.on.localeCompare(r.on))),
    });
    fc.assert(
      fc.property(fc.array(participation), fc.array(made), day, (participations, instances, on) => {
        const { n, total, schools } = schoolShare(participations, instances, on);
        expect(n).toBeLessThanOrEqual(total);
        expect(new Set(schools.map(({ orgUnitId }) => orgUnitId)).size).toBe(total);
        expect(schools.filter(({ isDone }) => isDone)).toHaveLength(n);
      }),
      { numRuns: 500 },
    );
  });
});
