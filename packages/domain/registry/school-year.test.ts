import { describe, expect, it } from 'vitest';
import { holidaysBetween, problemOfSchoolYear, type SchoolTermFields } from './school-year.ts';

const part = (
  kind: SchoolTermFields['kind'],
  number: number,
  startsOn: string,
  endsOn: string,
): SchoolTermFields => ({ kind, number, startsOn, endsOn });

const quarters = [
  part('term', 1, '2026-09-01', '2026-10-23'),
  part('term', 2, '2026-11-02', '2026-12-29'),
  part('term', 3, '2027-01-11', '2027-03-19'),
  part('term', 4, '2027-03-29', '2027-05-26'),
];

describe('a school year', () => {
  it.each([
    ['four quarters', quarters, null],
    [
      'quarters and half-years lie over one another',
      [...quarters, part('half-year', 1, '2026-09-01', '2026-12-29')],
      null,
    ],
    ['holidays alone', [part('holidays', 1, '2026-10-24', '2026-11-01')], 'no-parts'],
    ['a part of another year', [part('term', 1, '2025-09-01', '2025-10-26')], 'outside-year'],
    ['an end before its start', [part('term', 1, '2026-10-26', '2026-09-01')], 'end-before-start'],
    [
      'two quarters over one another',
      [part('term', 1, '2026-09-01', '2026-10-26'), part('term', 2, '2026-10-26', '2026-12-29')],
      'overlap',
    ],
    [
      'a quarter given twice',
      [part('term', 1, '2026-09-01', '2026-10-26'), part('term', 1, '2026-11-26', '2026-12-29')],
      'twice',
    ],
    ['holidays in a quarter', [...quarters, part('holidays', 1, '2026-10-20', '2026-11-01')], 'overlap'],
  ])('%s', (_name, terms, problem) => {
    expect(problemOfSchoolYear(2026, terms)?.problem ?? null).toBe(problem);
  });

  it('holidays are the days between the parts, a weekend is none', () => {
    expect(holidaysBetween(2026, quarters)).toEqual([
      part('holidays', 1, '2026-10-24', '2026-11-01'),
      part('holidays', 2, '2026-12-30', '2027-01-10'),
      part('holidays', 3, '2027-03-20', '2027-03-28'),
      part('holidays', 4, '2027-05-27', '2027-08-31'),
    ]);
    const joined = [
      part('trimester', 1, '2026-09-01', '2026-11-27'),
      part('trimester', 2, '2026-11-30', '2027-02-26'),
    ];
    expect(holidaysBetween(2026, joined).map(({ startsOn }) => startsOn)).toEqual(['2027-02-27']);
  });
});
