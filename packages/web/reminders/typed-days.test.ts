import { expect, it } from 'vitest';
import { parseTypedDays } from './typed-days.ts';

it.each([
  ['7, 1', [7, 1]],
  ['  14;3 1 ', [14, 3, 1]],
  ['', []],
  ['7, 7', null],
  ['0', null],
  ['91', null],
  ['семь', null],
  ['1,5', [1, 5]],
  ['1 2 3 4 5 6', null],
])('«%s»', (typed, days) => {
  expect(parseTypedDays(typed, 90)).toEqual(days);
});
