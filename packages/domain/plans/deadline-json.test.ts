import { describe, expect, it } from 'vitest';
import { deadlineJson } from './deadline-json.ts';
import { readDeadline } from './read-deadline.ts';

const plan = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: null,
  schoolTerms: [],
};
const programme = { ...plan, periodStart: '2021-01-01' };

describe('a deadline outside the program', () => {
  it.each([
    ['Февраль/август', 'compound', '2023-02-01..2023-02-28 2023-08-01..2023-08-31', null],
    ['До 10.02.2023', 'date', '..2023-02-10', null],
    ['В теч. года', 'year', '2023-01-01..2023-12-31', null],
    ['постоянно', 'year', '2023-01-01..2023-12-31', null],
    ['индивидуально', 'unknown', '', null],
    ['По графику', 'by-schedule', '', null],
    ['по итогам мониторинга', 'by-schedule', '', null],
    ['—', 'unknown', '', null],
    ['ежеквартально', 'recurring', '2023-01-01..2023-12-31', 'quarterly'],
    ['ежемесячно с марта по май', 'recurring', '2023-03-01..2023-05-31', 'monthly'],
    ['не реже 2 раз в год', 'recurring', '2023-01-01..2023-12-31', 'half-yearly'],
    ['раз в три месяца', 'recurring', '2023-01-01..2023-12-31', 'quarterly'],
    ['3 раза в год', 'recurring', '2023-01-01..2023-12-31', 'yearly'],
    ['ежегодно, май', 'recurring', '2023-01-01..2023-12-31', 'yearly'],
    ['раз в четверть', 'recurring', '2023-01-01..2023-12-31', 'quarterly'],
    ['по вторникам', 'recurring', '2023-01-01..2023-12-31', 'weekly'],
    ['ежедневно', 'recurring', '2023-01-01..2023-12-31', 'weekly'],
  ])('«%s» is %s', (phrase, kind, windows, recurrence) => {
    const json = deadlineJson(readDeadline(phrase, plan), plan);
    const spelled = json.windows.map(({ start, end }) => `${start ?? ''}..${end ?? ''}`).join(' ');
    expect([json.raw, json.kind, spelled, json.recurrence]).toEqual([phrase, kind, windows, recurrence]);
  });

  it('phases that repeat every year are laid out over the programme', () => {
    const phrase = 'Промежуточный мониторинг – январь, июнь – ежегодно; Итоговый – декабрь, 2023';
    const { windows } = deadlineJson(readDeadline(phrase, programme), programme);
    expect(windows.map(({ start }) => start)).toEqual([
      '2021-01-01',
      '2021-06-01',
      '2022-01-01',
      '2022-06-01',
      '2023-01-01',
      '2023-06-01',
      '2023-12-01',
    ]);
  });
});
