import { describe, expect, it } from 'vitest';
import { contextView, indexDistribution, type PassportSchool, type Weight } from './context-view.ts';

const weights: Weight[] = [
  { code: 'X10', weight: -1 },
  { code: 'X11', weight: 1 },
  { code: 'X05', weight: 0 },
];
/** Twelve schools of 200: the first has most one-parent families and fewest graduates. */
const schools = (isOwn = false): PassportSchool[] =>
  Array.from({ length: 12 }, (_, at) => ({
    orgUnitId: `s${String(at).padStart(2, '0')}`,
    isOwn: isOwn && at === 0,
    values: [
      { variable: 'X10', count: 60 - at * 2, total: 200 },
      { variable: 'X11', count: 2 + at * 5, total: 200 },
    ],
  }));

describe('the index as it may be shown', () => {
  it('hides what would give away a few pupils, with as much beside it as keeps it from being worked out', () => {
    const shown = contextView(schools(), weights, 0.25).indexed;
    expect(shown[0]).toMatchObject({ index: 0, rank: 1, contributions: [{ value: null }, { value: null }] });
    const hidden = shown.map(({ contributions }) => contributions.map(({ value }) => value === null));
    const columns = [0, 1].map((column) => hidden.map((row) => row[column]));
    for (const line of [...hidden, ...columns]) expect(line.filter(Boolean)).not.toHaveLength(1);
    expect(hidden.flat().filter(Boolean).length).toBeLessThan(8);
  });

  it('shows a school all of its own', () => {
    const [first] = contextView(schools(true), weights, 0.25).indexed;
    expect(first!.contributions.every(({ value }) => value !== null)).toBe(true);
  });

  it('takes no variable without weight, and names what a school has not said', () => {
    const partial = [
      ...schools(),
      { orgUnitId: 'gap', isOwn: false, values: [{ variable: 'X10' as const, count: 9, total: 90 }] },
    ];
    const view = contextView(partial, weights, 0.25);
    expect(view.incomplete).toEqual([{ orgUnitId: 'gap', missing: ['X11'] }]);
    expect(view.hardest).toEqual(['s00', 's01', 's02']);
  });

  it('gives ranks of each variable in place of an index under ten schools', () => {
    const view = contextView(schools().slice(0, 3), weights, 0.25);
    expect([view.indexed, view.hardest]).toEqual([[], []]);
    expect(view.ranks.map(({ ranks }) => ranks.map(({ rank }) => rank))).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('counts schools by five steps of the index', () => {
    expect(indexDistribution([0, 19, 20, 55, 99, 100])).toEqual([2, 1, 1, 0, 2]);
  });
});
