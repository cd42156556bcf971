import { expect, it } from 'vitest';
import { indicatorFault } from './indicator-fault.ts';
import type { Indicator } from './indicator.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const byCode = new Map(shippedIndicators.map((one) => [one.code, one]));
const first = { ...byCode.get('R20'), code: 'Z01' } as Indicator;
const part: Indicator = { ...first, code: 'Z02', partOf: 'Z01' };
const known = new Map([...byCode, [first.code, first], [part.code, part]]);

it.each<[string, Partial<Indicator>, string | null]>([
  ['other words', { name: { ru: 'Иначе', en: 'Otherwise' } }, null],
  ['more hidden', { sensitivity: 'special' }, null],
  ['open', { sensitivity: 'open' }, 'told-more'],
  ['of others', { amountOf: 'teachers' }, 'other-number'],
  ['of another unit', { unit: 'count', totalOf: null, totalCode: null, denominator: null }, 'other-number'],
  ['a part of its part', { partOf: 'Z02' }, 'part-wrong'],
  ['a part of itself', { partOf: 'Z01' }, 'part-wrong'],
])('a next version that is %s: %s', (_, change, fault) => {
  expect(indicatorFault({ ...first, version: 2, ...change }, known)).toBe(fault);
});
