import { expect, test } from 'vitest';
import { showFormValue } from './show-form-value.ts';

const pupils = {
  code: 'R11',
  unit: 'share',
  amountOf: 'pupils',
  totalOf: 'pupils',
  totalCode: null,
  partOf: null,
  sensitivity: 'small-cells',
} as const;
const teachers = { ...pupils, amountOf: 'teachers', totalOf: 'teachers', sensitivity: 'open' } as const;
const given = { state: 'given', amount: 42, total: 200, typed: '42/21%' } as const;
const words = { state: 'unreadable', amount: null, total: null, typed: 'трое' } as const;
const dash = { state: 'not-applicable', amount: null, total: null, typed: null } as const;
const nothing = { amount: null, total: null, typed: null };
const said = { amount: 42, total: 200 };

type Case = [string, Parameters<typeof showFormValue>, object];

test.each<Case>([
  ['a number that dynamics show', [pupils, said, given], { ...given, isHidden: false }],
  ['a number that they hide', [pupils, 'hidden', given], { ...given, ...nothing, isHidden: true }],
  ['an amount that they have no total for', [pupils, null, given], { ...given, ...nothing, isHidden: true }],
  ['words that were not read', [pupils, null, words], { ...words, ...nothing, isHidden: true }],
  ['a dash', [pupils, null, dash], { ...dash, isHidden: false }],
  ['a number of teachers', [teachers, null, given], { ...given, isHidden: false }],
])('%s', (_, asked, shown) => {
  expect(showFormValue(...asked)).toEqual(shown);
});
