import { expect, it } from 'vitest';
import { settlementKind } from './settlement-kind.ts';

it.each([
  ['г. Заречный', 'town'],
  ['город Бор', 'town'],
  ['пгт. Южный', 'town'],
  ['п.г.т. Южный', 'town'],
  ['рабочий посёлок Мирный', 'town'],
  ['с. Горки', 'village'],
  ['Село Городец', 'village'],
  ['п. Гайный', 'village'],
  ['посёлок Мирный', 'village'],
  ['Горки', null],
  [null, null],
])('%s is %s', (settlement, kind) => {
  expect(settlementKind(settlement)).toBe(kind);
});
