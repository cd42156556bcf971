import { describe, expect, it } from 'vitest';
import type { IndicatorUnit } from '../read-document.ts';
import { readValue } from './indicator-value.ts';

/** Count, share, value, yes. */
type Said = readonly [number | null, number | null, number | null, boolean | null];

describe('a printed value', () => {
  it.each<[string, IndicatorUnit, Said]>([
    ['7/41%', 'count/share', [7, 0.41, null, null]],
    ['246/36,7', 'count/share', [246, 0.367, null, null]],
    ['7 (41,2 %)', 'count/share', [7, 0.412, null, null]],
    ['41 % (7)', 'count/share', [7, 0.41, null, null]],
    ['12 чел./40%', 'count/share', [12, 0.4, null, null]],
    ['7 из 28', 'count/share', [7, 0.25, null, null]],
    ['7 из 17 (41 %)', 'count/share', [7, 0.41, null, null]],
    ['0,38', 'share', [null, 0.38, 0.38, null]],
    ['не менее 80 %', 'share', [null, 0.8, 80, null]],
    ['≥ 4,0', 'score', [null, null, 4, null]],
    ['не более 5', 'count', [5, null, 5, null]],
    ['3,5–3,7', 'score', [null, null, null, null]],
    ['75-80 %', 'share', [null, null, null, null]],
    ['1 234', 'count', [1234, null, 1234, null]],
    ['нет', 'yes-no', [null, null, null, false]],
    ['нет данных', 'count', [null, null, null, null]],
    ['н/д', 'share', [null, null, null, null]],
  ])('«%s» of %s', (raw, unit, [count, share, value, yes]) => {
    const column = 'Школа № 1';
    expect(readValue(raw, { unit, column, size: null })).toEqual({ column, raw, count, share, value, yes });
  });
});
