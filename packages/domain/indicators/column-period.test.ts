import { describe, expect, it } from 'vitest';
import { columnFit, type ColumnFit, columnOfPeriod } from './column-period.ts';
import { periodOfCode } from './report-period.ts';

const start = 'P2025-09-01-start';
const final = 'P2026-05-25-final';

describe('the head of a column beside the period that a form asks', () => {
  it.each<[string, string, ColumnFit]>([
    // Days.
    ['на 01.09.2025', start, 'this'],
    ['по состоянию на 1 сентября 2025 г.', start, 'this'],
    ['Значение на 01.09.25', start, 'this'],
    ['на 01.10.2025', start, 'maybe'],
    ['на 01.09.2024', start, 'other'],
    ['по состоянию на 1 сентября', start, 'maybe'],
    ['на 25 мая', start, 'other'],
    ['на 01.09.2025', 'SY2025', 'maybe'],
    ['на 31.08.2024', 'SY2025', 'other'],
    ['на 01.01.2026', 'CY2025', 'maybe'],
    ['31.02.2025', start, 'unsaid'],
    // Beginning and end.
    ['на начало 2025/26 учебного года', start, 'this'],
    ['На конец 2025/26', final, 'this'],
    ['на конец 2025-2026 уч. г.', start, 'other'],
    ['на начало года', start, 'maybe'],
    ['на конец 2024/25', final, 'other'],
    ['Входной контроль', start, 'maybe'],
    ['Итоговый контроль', start, 'other'],
    ['Итоговый контроль', final, 'maybe'],
    ['Стартовая диагностика, 2025/26 уч. г.', start, 'this'],
    ['Контроль', 'P2026-05-25-control', 'maybe'],
    ['на начало 2025/26', 'SY2025', 'maybe'],
    // Parts of a year.
    ['I полугодие 2025/26', 'SY2025-H1', 'this'],
    ['І полугодие 2025/2026 уч.г.', 'SY2025-H1', 'this'],
    ['первое полугодие', 'SY2025-H1', 'maybe'],
    ['2-е полугодие 2025/26', 'SY2025-H1', 'other'],
    ['III четверть 2025/26', 'SY2025-Q3', 'this'],
    ['четвёртая четверть 2025-2026 учебного года', 'SY2025-Q4', 'this'],
    ['2025/26', 'SY2025-H1', 'other'],
    ['I полугодие', 'SY2025', 'other'],
    ['2 триместр 2025/26', 'SY2025-T2', 'this'],
    // Years.
    ['2025/26', 'SY2025', 'this'],
    ['2025–2026 учебный год', 'SY2025', 'this'],
    ['25/26 уч. г.', 'SY2025', 'this'],
    ['2024/25', 'SY2025', 'other'],
    ['2026', 'SY2025', 'maybe'],
    ['2024', 'SY2025', 'other'],
    ['2025 год', 'CY2025', 'this'],
    ['2025 год (факт)', 'CY2025', 'this'],
    ['2025 год (план)', 'CY2025', 'plan'],
    ['Целевое значение', 'CY2025', 'plan'],
    ['2023-2026', 'SY2025', 'maybe'],
    ['ОГЭ 2026', 'EW2026-main', 'maybe'],
    ['ОГЭ 2025', 'EW2026-main', 'other'],
    // Nothing of time.
    ['МБОУ «СОШ № 3»', 'SY2025', 'unsaid'],
    ['Школа № 24/25', 'SY2025', 'unsaid'],
    ['МБОУ «Планета знаний»', 'SY2025', 'unsaid'],
    ['Значение', 'SY2025', 'unsaid'],
    ['', 'SY2025', 'unsaid'],
    [`на ${'9'.repeat(4000)}`, 'SY2025', 'unsaid'],
  ])('«%s» for %s: %s', (head, period, fit) => {
    expect(columnFit(head, periodOfCode(period))).toBe(fit);
  });

  it.each<[readonly ColumnFit[], number | null]>([
    [['other', 'this', 'plan'], 1],
    [['this', 'this'], null],
    [['maybe', 'other'], null],
    [['maybe'], null],
    [['unsaid'], 0],
    [['unsaid', 'unsaid'], null],
    [['unsaid', 'this'], 1],
    [[], null],
  ])('of %s the one at %s is taken', (fits, at) => {
    expect(columnOfPeriod(fits)).toBe(at);
  });
});
