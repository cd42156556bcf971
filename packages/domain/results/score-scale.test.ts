import { describe, expect, it } from 'vitest';
import { findScale, markFor, ScoreScale } from './score-scale.ts';
import { shippedScales } from './shipped-scales.ts';

const oge = { kind: 'ОГЭ', grade: 9, subject: 'математика' };

describe('a scale', () => {
  it.each(
    shippedScales.map((scale) => [`${scale.procedure.kind} ${scale.procedure.subject}`, scale] as const),
  )('is whole and its mark 3 begins at the minimum: %s', (_, scale) => {
    expect(ScoreScale.parse(scale)).toEqual(scale);
    if (scale.marks !== null) expect(scale.marks[0]).toBe(scale.minimum);
  });

  it('is of its year alone, in its newest version', () => {
    const next = { ...findScale(shippedScales, oge, 2026)!, version: 2, minimum: 9 };
    expect(findScale([...shippedScales, next], oge, 2026)).toBe(next);
    expect(findScale(shippedScales, oge, 2025)).toBeNull();
  });

  it.each([
    [7, 2],
    [8, 3],
    [14, 3],
    [15, 4],
    [22, 5],
    [31, 5],
  ])('turns %i points of ОГЭ-2026 mathematics into %i', (score, mark) => {
    expect(markFor(score, findScale(shippedScales, oge, 2026)!)).toBe(mark);
  });
});
