import { expect, it } from 'vitest';
import { pairExpected } from './pair-expected.ts';

it.each<[string, string[], string[], string[]]>([
  ['the same words', ['Приказ', 'Справка'], ['Справка', 'Приказ'], ['Справка = Справка', 'Приказ = Приказ']],
  [
    'reworded',
    ['Справка по итогам'],
    ['Аналитическая справка по итогам диагностики'],
    ['Аналитическая справка по итогам диагностики = Справка по итогам'],
  ],
  [
    'another case and number',
    ['Приказ об утверждении плана'],
    ['Приказы об утверждении планов'],
    ['Приказы об утверждении планов = Приказ об утверждении плана'],
  ],
  [
    'another share',
    ['100 % участия школ'],
    ['90 % участия школ'],
    ['90 % участия школ = 100 % участия школ'],
  ],
  ['another thing in its place', ['Приказ'], ['Справка'], ['+Справка', '-Приказ']],
  [
    'the likest of two',
    ['Справка по школам'],
    ['Справка', 'Справка по всем школам'],
    ['Справка по всем школам = Справка по школам', '+Справка'],
  ],
  ['of two alike one stays', ['План', 'План'], ['План'], ['План = План', '-План']],
])('%s', (_title, known, rows, expected) => {
  const { kept, added, removed } = pairExpected(
    known.map((raw) => ({ raw })),
    rows.map((raw) => ({ raw })),
  );
  const found = [
    ...kept.map(({ known: old, row }) => `${row.raw} = ${old.raw}`),
    ...added.map(({ raw }) => `+${raw}`),
    ...removed.map(({ raw }) => `-${raw}`),
  ];
  expect(found.toSorted()).toEqual(expected.toSorted());
});
