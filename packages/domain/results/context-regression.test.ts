import { describe, expect, it } from 'vitest';
import { contextLine, resilientCandidates } from './context-regression.ts';

// F. Anscombe, Graphs in Statistical Analysis (1973), the first of the four sets.
const anscombe = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
].map(([index = 0, result = 0], at) => ({ school: `edu${at}`, index, result }));

describe('results against the context', () => {
  it('give the published line', () => {
    const line = contextLine(anscombe, 3)!;
    expect(line.intercept).toBeCloseTo(3.0001, 4);
    expect(line.slope).toBeCloseTo(0.5001, 4);
    expect(line.spread).toBeCloseTo(1.2366, 4);
  });

  it('give the interval for one school that an independent calculation gives', () => {
    const [first] = contextLine(anscombe, 3)!.schools;
    expect(first!.predicted).toBeCloseTo(8.001, 3);
    expect(first!.interval[0]).toBeCloseTo(5.06707, 4);
    expect(first!.interval[1]).toBeCloseTo(10.93493, 4);
    expect(first!.residual).toBeCloseTo(0.039, 3);
  });

  it('say nothing for few schools or for one context', () => {
    expect(contextLine(anscombe)).toBeNull();
    expect(
      contextLine(
        anscombe.map((one) => ({ ...one, index: 50 })),
        3,
      ),
    ).toBeNull();
  });

  it('make a candidate only of a hard context that is among the best two years running', () => {
    const [first, second] = [
      contextLine(anscombe, 3)!,
      contextLine(
        anscombe.map((one) => (one.school === 'edu6' ? { ...one, result: 3 } : one)),
        3,
      )!,
    ];
    expect(resilientCandidates([first, first], ['edu6', 'edu7', 'edu10'])).toEqual(['edu6']);
    expect(resilientCandidates([first, second], ['edu6', 'edu7', 'edu10'])).toEqual([]);
    expect(resilientCandidates([first], ['edu6'])).toEqual([]);
  });
});
