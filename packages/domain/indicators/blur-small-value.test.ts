import { expect, it } from 'vitest';
import { blurSmallValue } from './blur-small-value.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const definition = (code: string) => {
  const found = shippedIndicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

it.each([
  ['a few pupils', 'R11', [1, 2, 3, 4].map((amount) => [amount, 30])],
  ['all but a few pupils', 'R11', [26, 27, 28, 29].map((amount) => [amount, 30])],
  ['a few and all but a few', 'R11', [2, 3, 4].map((amount) => [amount, 6])],
  ['a mean of a few pupils', 'R13', [3.1, 4.2].map((amount) => [amount, 3])],
] as const)('says the same of %s, whichever number it is', (_, code, values) => {
  const said = values.map(([amount = 0, total = 0]) => blurSmallValue(definition(code), { amount, total }));
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
});

it('leaves nobody, many, and what is not of pupils as they are', () => {
  for (const [code, amount, total] of [
    ['R11', 0, 30],
    ['R11', 5, 30],
    ['R13', 3.5, 20],
    ['S02', 3, 17],
  ] as const)
    expect(blurSmallValue(definition(code), { amount, total })).toEqual({ amount, total });
});
