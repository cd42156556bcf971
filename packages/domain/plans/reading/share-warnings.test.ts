import { describe, expect, it } from 'vitest';
import type { ReadIndicator } from '../read-document.ts';
import { readValue } from './indicator-value.ts';
import { shareWarnings } from './share-warnings.ts';

function indicator(name: string, raw: string): ReadIndicator {
  const value = readValue(raw, { unit: 'count/share', column: 'Школа № 1', size: null });
  const source = { from: 1, to: 1, page: null, table: null, row: null };
  return { no: '', group: null, name, unit: 'count/share', collection: null, values: [value], source };
}

const share = 'Численность/удельный вес учителей с категорией, в общей численности учителей';
const everybody = 'Численность/удельный вес учителей на курсах, в общей численности учителей';

describe('a share that its own count contradicts is told', () => {
  it.each<[string, readonly ReadIndicator[], string[][]]>([
    [
      'over the total of the cell',
      [indicator(share, '7 из 17 (50 %)')],
      [['Школа № 1: 7 из 17 (50 %)', '7 / 17']],
    ],
    ['rounding is no contradiction', [indicator(share, '7 из 17 (41 %)')], []],
    [
      'over a total that an indicator states',
      [indicator('Общая численность учителей', '17'), indicator(share, '7/50%')],
      [['Школа № 1: 7/50%', '7 / 17']],
    ],
    [
      'the same, in agreement',
      [indicator('Общая численность учителей', '17'), indicator(share, '7/41,2')],
      [],
    ],
    [
      'over a count of which the share is 100 %',
      [indicator(everybody, '17/100%'), indicator(share, '9/41%')],
      [['Школа № 1: 9/41%', '9 / 17']],
    ],
    [
      'without a stated total nothing is compared',
      [indicator(share, '7/41%'), indicator(share, '9/90%')],
      [],
    ],
    [
      'a total of somebody else',
      [indicator('Общая численность учащихся', '200'), indicator(share, '7/41%')],
      [],
    ],
  ])('%s', (_, indicators, expected) => {
    expect(shareWarnings(indicators).map(({ values }) => values)).toEqual(expected);
  });
});
