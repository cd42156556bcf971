import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeadline, type DeadlineContext } from './read-deadline.ts';

const calendarPlan: DeadlineContext = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: '2023-02-19',
  schoolTerms: [],
};
const schoolPlan: DeadlineContext = {
  periodStart: '2023-09-01',
  periodEnd: '2024-08-31',
  schoolYearStart: 2023,
  actDate: '2023-10-02',
  schoolTerms: [],
};
const programme: DeadlineContext = {
  periodStart: '2020-11-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: '2020-11-20',
  schoolTerms: [],
};
const nothingKnown: DeadlineContext = {
  periodStart: null,
  periodEnd: null,
  schoolYearStart: null,
  actDate: null,
  schoolTerms: [],
};

describe('any text', () => {
  const words =
    'до с по март январь 2023 15 20.02 3.03.2023 - – , ; . / ( ) ежемесячно раз в год квартал II I итогам мониторинга ' +
    'этап : каждый числа не позднее течение учебного рабочих дней после за графику конец № г. 2022/23 слово';
  const fragments = fc.constantFrom('\n', ...words.split(' '));
  const phrase = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fragments, { maxLength: 14 }).map((words) => words.join(' ')),
    fc.array(fragments, { maxLength: 14 }).map((words) => words.join('')),
  );
  const context = fc.constantFrom(calendarPlan, schoolPlan, programme, nothingKnown);

  it('is read without an error, keeps its letters and gives windows that run forwards', () => {
    fc.assert(
      fc.property(phrase, context, (raw, plan) => {
        const deadline = readDeadline(raw, plan);
        expect(deadline.raw).toBe(raw);
        expect(deadline.confidence).toBeGreaterThanOrEqual(0);
        for (const { start, end } of deadline.windows) if (start && end) expect(start <= end).toBe(true);
        if (deadline.kind === 'compound')
          expect(deadline.windows.length + (deadline.recurrence ? 1 : 0)).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['words', 'слово '],
    ['numbers', '1,'],
    ['events', 'по итогам мониторинга, '],
    ['months', 'январь-'],
    ['letters', 'я '],
    ['brackets', '('],
    ['prepositions', 'в течение '],
  ])('ten thousand characters of %s do not hang', (_, piece) => {
    const raw = piece.repeat(Math.ceil(10_000 / piece.length));
    const before = performance.now();
    readDeadline(raw, calendarPlan);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
