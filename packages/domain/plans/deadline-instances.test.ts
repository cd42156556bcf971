import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-date.ts';
import { federalCalendar } from '../basics/production-calendar.ts';
import { instancesOf, type InstancesContext, mostInstancesOf } from './deadline-instances.ts';
import { readDeadline } from './read-deadline.ts';

const year: InstancesContext = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  calendar: federalCalendar,
  schoolTerms: [],
  schools: [],
};
const schoolYear: InstancesContext = { ...year, periodStart: '2022-09-01', periodEnd: '2023-08-31' };
const programme: InstancesContext = { ...year, periodStart: '2021-01-01' };

function dues(phrase: string, context: InstancesContext): string {
  const schoolYearStart = context === schoolYear ? 2022 : null;
  const deadline = readDeadline(phrase, { ...context, schoolYearStart, actDate: null });
  return instancesOf(deadline, context)
    .map(
      ({ startsOn, dueOn, label }) =>
        `${label === null ? '' : `${label}: `}${startsOn ?? ''}..${dueOn ?? ''}`,
    )
    .join(', ');
}

describe('instances of a deadline', () => {
  it.each<[string, InstancesContext, string]>([
    ['17.01.2023', year, '2023-01-17..2023-01-17'],
    ['вторая суббота октября', year, '2023-10-14..2023-10-14'],
    [
      'по вторникам и четвергам, с 1 по 12 марта 2023',
      year,
      '2023-02-27.1: 2023-03-01..2023-03-02, 2023-03-06.1: 2023-03-06..2023-03-07, 2023-03-06.2: 2023-03-06..2023-03-09',
    ],
    ['До 10.02.2023', year, '..2023-02-10'],
    ['28.10.2023', year, '2023-10-28..2023-10-28'],
    ['Апрель', year, '2023-04-01..2023-04-28'],
    ['Февраль/август', year, '2023-02-01..2023-02-28, 2023-08-01..2023-08-31'],
    ['Сентябрь-декабрь', year, '2023-09-01..2023-12-31'],
    ['В течение года', year, '2023-01-01..2023-12-31'],
    ['По графику', year, '..'],
    ['по итогам мониторинга', year, '..'],
    ['постоянно', year, '..'],
    ['—', year, '..'],
    [
      'ежеквартально',
      year,
      '2023-Q1: 2023-01-01..2023-03-31, 2023-Q2: 2023-04-01..2023-06-30, 2023-Q3: 2023-07-01..2023-09-29, 2023-Q4: 2023-10-01..2023-12-29',
    ],
    [
      'ежеквартально',
      schoolYear,
      '2022-Q4: 2022-10-01..2022-12-30, 2023-Q1: 2023-01-01..2023-03-31, 2023-Q2: 2023-04-01..2023-06-30, 2023-Q3: 2023-07-01..2023-08-31',
    ],
    [
      'ежемесячно с марта по апрель',
      year,
      '2023-03: 2023-03-01..2023-03-31, 2023-04: 2023-04-01..2023-04-28',
    ],
    [
      'ежемесячно до 5 числа, март-апрель',
      year,
      '2023-03: 2023-03-01..2023-03-05, 2023-04: 2023-04-01..2023-04-05',
    ],
    [
      'раз в полугодие, до 10 числа месяца, следующего за отчетным',
      year,
      '2023-H1: 2023-01-01..2023-07-10, 2023-H2: 2023-07-01..2024-01-10',
    ],
    [
      'вторая среда месяца, февраль, март',
      year,
      '2023-02: 2023-02-01..2023-02-08, 2023-03: 2023-03-01..2023-03-08',
    ],
    ['последняя пятница месяца, март', year, '2023-03: 2023-03-01..2023-03-31'],
    ['не реже 2 раз в год', year, '2023.1: 2023-01-01..2023-06-30, 2023.2: 2023-07-01..2023-12-29'],
    [
      'ежегодно',
      programme,
      '2021: 2021-01-01..2021-12-30, 2022: 2022-01-01..2022-12-30, 2023: 2023-01-01..2023-12-29',
    ],
    ['раз в два года', programme, '2022: 2021-01-01..2022-12-30, 2023: 2023-01-01..2023-12-29'],
    [
      'ежегодно до 1 марта',
      programme,
      '2021-03: 2021-03-01..2021-03-01, 2022-03: 2022-03-01..2022-03-01, 2023-03: 2023-03-01..2023-03-01',
    ],
    [
      'раз в четверть',
      schoolYear,
      '2022S1: 2022-09-01..2022-10-26, 2022S2: 2022-11-05..2022-12-30, 2022S3: 2023-01-12..2023-03-27, 2022S4: 2023-04-06..2023-05-26',
    ],
    ['1 этап: январь; 2 этап: до 15 мая', year, '1 этап: 2023-01-01..2023-01-31, 2 этап: ..2023-05-15'],
    ['ежедневно', year, '2023-01-01: 2023-01-01..2023-12-29'],
  ])('%s', (phrase, context, expected) => {
    expect(dues(phrase, context)).toBe(expected);
  });

  it('phases that repeat give one for each month of each year, and the last phase its own', () => {
    const phrase = 'Промежуточный мониторинг – январь, июнь – ежегодно; Итоговый – декабрь, 2023';
    expect(dues(phrase, programme).split(', ')).toHaveLength(7);
    expect(dues(phrase, programme).endsWith('Итоговый: 2023-12-01..2023-12-29')).toBe(true);
  });

  it('«индивидуально» multiplies by the schools', () => {
    const deadline = readDeadline('Ежемесячно. Индивидуально', {
      ...year,
      schoolYearStart: null,
      actDate: null,
    });
    const instances = instancesOf(deadline, { ...year, schools: ['a', 'b', 'c'] });
    expect(instances).toHaveLength(36);
    expect(new Set(instances.map(({ label, schoolId }) => `${label} ${schoolId}`)).size).toBe(36);
  });

  it('weeks of a year are due on the said day, and on the last working one without it', () => {
    const weeks = dues('по средам', year).split(', ');
    expect(weeks).toHaveLength(52);
    expect(weeks[0]).toBe('2023-01-02: 2023-01-02..2023-01-04');
    expect(dues('еженедельно', year).split(', ')[7]).toBe('2023-02-20: 2023-02-20..2023-02-22');
  });

  it('a recurrence without any period gives one undated instance', () => {
    expect(dues('ежемесячно', { ...year, periodStart: null, periodEnd: null })).toBe('..');
  });

  it('an instance is never due before it starts, whatever the phrase', () => {
    const words =
      'ежемесячно раз в год 2 квартал до 5 числа по средам март январь-май 2023 неделю каждый индивидуально еженедельно'.split(
        ' ',
      );
    const phrase = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(phrase, fc.constantFrom(year, schoolYear, programme), (text, context) => {
        const deadline = readDeadline(text, { ...context, schoolYearStart: null, actDate: null });
        for (const { startsOn, dueOn } of instancesOf(deadline, context))
          if (startsOn && dueOn) expect(startsOn <= dueOn).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the bound on instances', () => {
  const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays('2021-01-01', days));
  const recurrence = fc.record({
    every: fc.constantFrom('day', 'week', 'month', 'quarter', 'school-quarter', 'half-year', 'year' as const),
    interval: fc.integer({ min: 1, max: 12 }),
    timesInPeriod: fc.integer({ min: 1, max: 5 }),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })),
    followingMonth: fc.boolean(),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    otherWeekdays: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    weekOfMonth: fc.option(fc.integer({ min: -1, max: 5 })),
    months: fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 12 }), to: fc.integer({ min: 1, max: 12 }) }),
      { maxLength: 4 },
    ),
  });

  it('is never less than what is made', () => {
    fc.assert(
      fc.property(recurrence, day, day, fc.boolean(), (every, one, other, perSchool) => {
        const deadline = { ...readDeadline('ежемесячно', { ...year, schoolYearStart: null, actDate: null }) };
        const context = {
          ...year,
          periodStart: one < other ? one : other,
          periodEnd: one < other ? other : one,
          schools: ['one', 'other'],
        };
        const asked = { ...deadline, recurrence: every, perSchool };
        expect(mostInstancesOf(asked, context)).toBeGreaterThanOrEqual(instancesOf(asked, context).length);
      }),
    );
  });
});
