import { describe, expect, it } from 'vitest';
import { type SeriesKind, shareSeries, type YearCount } from './share-series.ts';

const count = (year: number, grade: number, [below, participants]: readonly [number, number]): YearCount => ({
  year,
  procedure: { kind: 'ВПР', grade, subject: 'математика' },
  below,
  participants,
});
const history = [
  count(2024, 5, [20, 50]),
  count(2025, 5, [6, 52]),
  count(2025, 6, [5, 48]),
  count(2026, 5, [1, 7]),
  count(2026, 6, [9, 51]),
  { ...count(2025, 5, [1, 10]), procedure: { kind: 'ВПР', grade: 5, subject: 'русский язык' } },
];

describe('shares over time', () => {
  const points = (kind: SeriesKind, year: number, grade: number) =>
    shareSeries(history, { kind: 'ВПР', grade, subject: 'математика', year }, kind).map((point) => [
      point.year,
      point.procedure.grade,
      point.change?.verdict ?? null,
    ]);

  it('of a procedure come by year, with a verdict only where enough took part in both', () => {
    expect(points('procedure', 2025, 5)).toEqual([
      [2024, 5, null],
      [2025, 5, 'better'],
      [2026, 5, 'too-few'],
    ]);
  });

  it('of a cohort follow the same pupils into the next grade', () => {
    expect(points('cohort', 2026, 6)).toEqual([
      [2025, 5, null],
      [2026, 6, 'no-difference'],
    ]);
  });

  it('of grades in one year are not compared: they are different pupils', () => {
    expect(points('grade', 2026, 6)).toEqual([
      [2026, 5, null],
      [2026, 6, null],
    ]);
  });
});
