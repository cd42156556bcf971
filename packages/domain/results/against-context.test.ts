import { describe, expect, it } from 'vitest';
import { candidatesOf, type IndexedResult, resultLine, shownPoint } from './against-context.ts';

/** Thirty schools: the easier the context, the fewer below; the first does far better than its context says. */
const year = (change: Partial<IndexedResult> = {}): IndexedResult[] =>
  Array.from({ length: 30 }, (_, at) => ({
    school: `s${at}`,
    index: at * 3,
    participants: 40,
    below: 20 - Math.floor(at / 2) + (at % 3),
    ...(at === 0 ? { below: 5, ...change } : {}),
  }));

describe('results against the context', () => {
  it('make a candidate of a hard context far above the line two years running', () => {
    expect(candidatesOf(year(), year(), ['s0', 's1'])).toEqual(['s0']);
    expect(candidatesOf(year(), year({ below: 25 }), ['s0', 's1'])).toEqual([]);
    expect(candidatesOf(year(), year(), ['s1'])).toEqual([]);
  });

  it('make none of fewer than twenty participants, nor without a line', () => {
    expect(candidatesOf(year(), year({ participants: 19, below: 2 }), ['s0'])).toEqual([]);
    expect(candidatesOf(year(), year().slice(0, 19), ['s0'])).toBeNull();
  });

  it('leave out of the line who had fewer than five participants', () => {
    const line = resultLine(year({ participants: 4, below: 4 }));
    expect(line?.schools.map(({ school }) => school)).not.toContain('s0');
  });

  it('are shown roughly where 1 to 4 pupils are below, but for the school itself', () => {
    const against = { school: 's0', predicted: 0.5, interval: [0.3, 0.7], residual: 0.4 } as const;
    const one = { school: 's0', index: 10, participants: 40, below: 3 };
    expect(shownPoint(one, against, false)).toMatchObject({
      isRough: true,
      result: 0.9375,
      residual: 0.4375,
    });
    expect(shownPoint(one, against, true)).toMatchObject({ isRough: false, result: 0.925 });
    expect(shownPoint({ ...one, below: 0 }, against, false)).toMatchObject({ isRough: false, result: 1 });
  });
});
