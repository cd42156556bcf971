import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-date.ts';
import { printDeadline, printInstanceLabel } from './print-deadline.ts';
import { readDeadline } from './read-deadline.ts';

const plan = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: null,
  schoolTerms: [],
};

describe('a deadline in words', () => {
  it.each([
    ['Февраль/август', '1–28 февраля и 1–31 августа 2023', '1–28 February and 1–31 August 2023'],
    ['До 10.02.2023', 'до 10 февраля 2023 включительно', 'by 10 February 2023 inclusive'],
    ['17.01.2023', '17 января 2023', '17 January 2023'],
    ['20.02-3.03.2023', '20 февраля – 3 марта 2023', '20 February – 3 March 2023'],
    ['Ноябрь 2020 – апрель 2021', '1 ноября 2020 – 30 апреля 2021', '1 November 2020 – 30 April 2021'],
    ['Ежемесячно. Индивидуально', 'каждый месяц, по каждой школе', 'every month, for each school'],
    ['В течение года', '1 января – 31 декабря 2023', '1 January – 31 December 2023'],
    ['с марта 2024 г.', 'с 1 марта 2024', 'from 1 March 2024'],
    [
      'По графику ВГАПО',
      'по внешнему графику (ВГАПО), дат пока нет',
      'by an external schedule (ВГАПО), no dates yet',
    ],
    ['По графику', 'по внешнему графику, дат пока нет', 'by an external schedule, no dates yet'],
    [
      'По итогам мониторинга',
      'по событию «По итогам мониторинга», дат пока нет',
      'by the event “По итогам мониторинга”, no dates yet',
    ],
    [
      'в течение 10 рабочих дней после получения результатов',
      '10 рабочих дней со дня события «получения результатов»',
      '10 working days after the event “получения результатов”',
    ],
    [
      'за 3 дня до начала экзамена',
      'за 3 дня до события «начала экзамена»',
      '3 days before the event “начала экзамена”',
    ],
    ['в двухнедельный срок', '14 дней со дня утверждения', '14 days after approval'],
    ['незамедлительно', 'сразу', 'at once'],
    ['постоянно', 'без последнего дня', 'no last day'],
    ['—', 'не прочитан', 'not understood'],
    [
      '1 этап: январь; 2 этап: до 15 мая',
      '1 этап: 1–31 января 2023; 2 этап: до 15 мая 2023 включительно',
      '1 этап: 1–31 January 2023; 2 этап: by 15 May 2023 inclusive',
    ],
    ['ежегодно, август–сентябрь', 'каждый год, август – сентябрь', 'every year, August – September'],
    ['ежегодно, январь, июнь', 'каждый год, в январе и в июне', 'every year, in January and in June'],
    ['не реже 2 раз в год', 'каждый год, не реже 2 раз', 'every year, at least 2 times'],
    ['раз в два года', 'раз в 2 года', 'every 2 years'],
    [
      'по вторникам и четвергам',
      'каждую неделю, по вторникам и по четвергам',
      'every week, on Tuesdays and on Thursdays',
    ],
    ['ежемесячно до 5 числа', 'каждый месяц, до 5-го числа', 'every month, by day 5'],
    [
      'раз в квартал, до 10 числа месяца, следующего за отчётным',
      'каждый квартал, до 10-го числа следующего месяца',
      'every quarter, by day 10 of the next month',
    ],
    ['по средам', 'каждую неделю, по средам', 'every week, on Wednesdays'],
    ['вторая среда месяца', 'каждый месяц, в 2-ю среду месяца', 'every month, Wednesday No. 2 of the month'],
    [
      'последняя пятница месяца',
      'каждый месяц, в последнюю пятницу месяца',
      'every month, the last Friday of the month',
    ],
    [
      'ежемесячно с сентября по май',
      'каждый месяц, 1 сентября 2023 – 31 мая 2024',
      'every month, 1 September 2023 – 31 May 2024',
    ],
    [
      'до 1 февраля, до 1 июня',
      'до 1 февраля 2023 включительно и до 1 июня 2023 включительно',
      'by 1 February 2023 inclusive and by 1 June 2023 inclusive',
    ],
    ['15, 20 и 25 марта', '15 марта, 20 марта и 25 марта 2023', '15 March, 20 March and 25 March 2023'],
    ['индивидуально', 'без последнего дня, по каждой школе', 'no last day, for each school'],
  ])('«%s»', (phrase, russian, english) => {
    const deadline = readDeadline(phrase, plan);
    expect([printDeadline(deadline, 'ru'), printDeadline(deadline, 'en')]).toEqual([russian, english]);
  });

  it('read back, the words mean the same days', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2021-01-01', days));
    const window = fc.tuple(day, fc.integer({ min: 0, max: 300 })).map(([start, days]) => ({
      start,
      end: addDays(start, days),
      label: null,
    }));
    fc.assert(
      fc.property(window, window, fc.boolean(), (first, second, two) => {
        const windows = two && first.end < second.start ? [first, second] : [first];
        const printed = printDeadline({ ...readDeadline('', plan), kind: 'range', windows }, 'ru');
        expect(readDeadline(printed, plan).windows).toEqual(windows);
        const until = { start: null, end: first.end, label: null };
        const printedUntil = printDeadline(
          { ...readDeadline('', plan), kind: 'date', windows: [until] },
          'ru',
        );
        expect(readDeadline(printedUntil, plan).windows).toEqual([until]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a label of an instance', () => {
  it.each([
    ['2023-03', 'март 2023', 'March 2023'],
    ['2023-Q2', 'II квартал 2023', 'Q2 2023'],
    ['2023-H1', 'I полугодие 2023', 'half-year I of 2023'],
    ['2023', '2023 год', '2023'],
    ['2022S4', 'IV четверть 2022/23', 'school term IV of 2022/23'],
    ['2023-03-06', 'неделя с 6 марта 2023', 'week of 6 March 2023'],
    ['2023.2', '2023 год, 2-й раз', '2023, time 2'],
    ['Итоговый мониторинг', 'Итоговый мониторинг', 'Итоговый мониторинг'],
  ])('%s', (label, russian, english) => {
    expect([printInstanceLabel(label, 'ru'), printInstanceLabel(label, 'en')]).toEqual([russian, english]);
  });
});
