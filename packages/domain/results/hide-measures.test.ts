import { describe, expect, it } from 'vitest';
import { hideSmall } from './hide-measures.ts';
import { mathematics, ruleForTests as rule } from './results-for-tests.ts';

const measure = (participants: number, below: number) => ({
  year: 2025,
  procedure: mathematics,
  participants,
  below,
  low: true,
  interval: [0.1, 0.5] as [number, number],
  probability: 0.7,
});
const count = (year: number, participants: number, below: number) => ({
  year,
  procedure: mathematics,
  participants,
  below,
});
const change = {
  direction: 'fewer' as const,
  pupils: 2,
  steps: [{ procedure: mathematics, pupils: 2 }],
};

describe('reasons above the school level', () => {
  it.each([
    ['five below and five who passed', measure(10, 5), {}, { participants: 10, below: 5 }],
    ['four below', measure(20, 4), {}, { participants: 20, below: null, interval: null, probability: null }],
    ['four who passed', measure(20, 16), {}, { participants: 20, below: null }],
    ['fewer than five participants', measure(4, 4), {}, { participants: null, below: null }],
    ['nobody below', measure(20, 0), {}, { participants: 20, below: 0 }],
    ['years added, one of them small', measure(30, 9), { yearsPooled: 2 }, { participants: 30, below: null }],
  ] as const)('hide what is small: %s', (_, shown, more, expected) => {
    const counts = [count(2025, 20, 7), count(2024, 10, 2)];
    const inputs = { type: null, counts };
    const reasons = hideSmall({ measures: [shown], change }, inputs, { ...rule, ...more });
    expect(reasons.measures[0]).toMatchObject(expected);
    expect(reasons.change).toBeNull();
  });
});
