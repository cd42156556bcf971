import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  comparePeriods,
  examWaves,
  PeriodCode,
  periodBefore,
  periodCode,
  periodDates,
  periodOfCode,
  programmePoints,
  schoolYearOf,
  type ReportPeriod,
} from './report-period.ts';

const start = fc.integer({ min: 2015, max: 2060 });
const anyPeriod: fc.Arbitrary<ReportPeriod> = fc.oneof(
  fc.record({ kind: fc.constant('school-year' as const), start }),
  fc.record({ kind: fc.constant('half-year' as const), start, part: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('quarter' as const), start, part: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('trimester' as const), start, part: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('calendar-year' as const), year: start }),
  fc.record({ kind: fc.constant('exam-wave' as const), year: start, wave: fc.constantFrom(...examWaves) }),
  fc.record({
    kind: fc.constant('point' as const),
    point: fc.constantFrom(...programmePoints),
    on: fc.constantFrom('2022-09-01', '2023-05-31', '2024-12-31'),
  }),
);

describe('code of a period', () => {
  it('says the whole period', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodOfCode(PeriodCode.parse(periodCode(period)))).toEqual(period);
      }),
    );
  });

  test.each([
    'SY1999',
    'SY2022-Q5',
    'SY2022-H3',
    'EW2022-autumn',
    'P2022-13-01-start',
    'P2022-09-01',
    '2022',
  ])('%s is none', (code) => {
    expect(PeriodCode.safeParse(code).success).toBe(false);
  });
});

test('the period before ends before the period begins', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const before = periodBefore(period);
      if (before === null) return period.kind === 'point';
      expect(periodDates(before).end < periodDates(period).start).toBe(true);
      return comparePeriods(periodCode(before), periodCode(period)) < 0;
    }),
  );
});

test.each([
  ['SY2022-Q1', '2022-09-01', '2022-10-26', 2022],
  ['SY2022-H2', '2023-01-01', '2023-05-31', 2022],
  ['SY2022-T3', '2023-03-01', '2023-05-26', 2022],
  ['CY2023', '2023-01-01', '2023-12-31', 2022],
  ['EW2023-main', '2023-05-16', '2023-07-31', 2022],
  ['EW2023-additional', '2023-08-15', '2023-09-30', 2023],
  ['P2022-09-01-start', '2022-09-01', '2022-09-01', 2022],
  ['P2023-05-31-control', '2023-05-31', '2023-05-31', 2022],
])('%s lasts from %s to %s and lies in the school year of %i', (code, from, until, schoolYearStart) => {
  const period = periodOfCode(code);
  expect(periodDates(period)).toEqual({ start: from, end: until });
  expect(schoolYearOf(period)).toBe(schoolYearStart);
});

test('a year comes after its last part, points by their days', () => {
  const codes = ['SY2022', 'P2023-05-31-control', 'SY2022-Q1', 'P2022-09-01-start', 'SY2022-Q4'];
  expect(codes.toSorted(comparePeriods)).toEqual([
    'P2022-09-01-start',
    'SY2022-Q1',
    'SY2022-Q4',
    'P2023-05-31-control',
    'SY2022',
  ]);
});
