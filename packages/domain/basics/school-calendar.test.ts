import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-date.ts';
import { findSchoolTerm, schoolYear, schoolYearStartOf, usualSchoolTerms } from './school-calendar.ts';

describe('a school year', () => {
  it.each([
    ['2022-08-31', 2021],
    ['2022-09-01', 2022],
    ['2023-01-15', 2022],
  ])('%s is in the year that began in %i', (date, start) => {
    expect(schoolYearStartOf(date)).toBe(start);
    expect(date >= schoolYear(start).start && date <= schoolYear(start).end).toBe(true);
  });

  it('the usual terms and holidays follow one another without a gap from September to August', () => {
    const spans = usualSchoolTerms(2023)
      .filter(({ kind }) => kind === 'term' || kind === 'holidays')
      .sort((a, b) => (a.start < b.start ? -1 : 1));
    expect(spans[0]?.start).toBe(schoolYear(2023).start);
    expect(spans.at(-1)?.end).toBe(schoolYear(2023).end);
    for (const [at, span] of spans.entries())
      expect(spans[at + 1]?.start ?? addDays(span.end, 1)).toBe(addDays(span.end, 1));
  });

  it('the third trimester begins on the day after the second even in a leap year', () => {
    const trimesters = usualSchoolTerms(2023).filter(({ kind }) => kind === 'trimester');
    expect(trimesters.map(({ start, end }) => [start, end])).toEqual([
      ['2023-09-01', '2023-11-30'],
      ['2023-12-01', '2024-02-29'],
      ['2024-03-01', '2024-05-26'],
    ]);
  });

  it('the entered calendar comes first, the usual one is told as assumed', () => {
    const own = {
      kind: 'term',
      number: 1,
      schoolYearStart: 2023,
      start: '2023-09-01',
      end: '2023-10-29',
    } as const;
    expect(findSchoolTerm([own], 'term', 1, 2023)).toEqual({ term: own, assumed: false });
    expect(findSchoolTerm([own], 'term', 2, 2023)?.assumed).toBe(true);
    expect(findSchoolTerm([own], 'term', 5, 2023)).toBeNull();
  });
});
