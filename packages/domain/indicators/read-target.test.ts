import { describe, expect, it } from 'vitest';
import { readTarget, targetText } from './read-target.ts';

describe('a target is read as it is written', () => {
  it.each([
    ['share', '38 %', 38, 100],
    ['share', '38,5%', 38.5, 100],
    ['share', '0,38', 38, 100],
    ['share', '100 %', 100, 100],
    ['share', '19 из 50', 19, 50],
    ['ratio', '2,5', 2.5, 1],
    ['score', '4,2', 4.2, null],
    ['count', '12', 12, null],
    ['count', '0', 0, null],
    ['yes-no', 'да', 1, 1],
  ] as const)('%s «%s»', (unit, text, amount, total) => {
    const target = readTarget(text, { unit, amountOf: 'pupils' });
    expect(target).toEqual({ amount, total });
    expect(readTarget(targetText({ unit }, { amount, total }), { unit, amountOf: 'pupils' })).toEqual(target);
  });

  it.each([
    ['share', '38'],
    ['share', '120 %'],
    ['share', '51 из 50'],
    ['share', ''],
    ['share', '-'],
    ['ratio', '2/5'],
    ['count', '1,5'],
    ['count', 'много'],
    ['score', '-4'],
  ] as const)('and is not guessed: %s «%s»', (unit, text) => {
    expect(readTarget(text, { unit, amountOf: 'pupils' })).toBeNull();
  });
});
