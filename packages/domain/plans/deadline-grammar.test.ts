import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeadlineValue } from './deadline-value.ts';
import { calendarPlan, nothingKnown, programme, schoolPlan } from './deadline-for-tests.ts';
import { readDeadline } from './read-deadline.ts';

describe('any text', () => {
  const words =
    'до с по март январь 2023 15 20.02 3.03.2023 - – , ; . / ( ) ежемесячно раз в год квартал II I итогам мониторинга ' +
    'этап : каждый числа не позднее течение учебного рабочих дней после за графику конец № г. 2022/23 слово раза среда 300 десятая срок';
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
        expect(DeadlineValue.safeParse(deadline).error).toBeUndefined();
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
