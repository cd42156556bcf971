import { describe, expect, it } from 'vitest';
import { readPlanDocument } from '../read-plan-document.ts';
import { partedCell } from './empty-cells.ts';
import { testDocument, tornTable } from './source-for-tests.ts';

describe('a term and a party in one torn cell', () => {
  it.each([
    ['до 20 мая 2024 г. Отдел образования', 'до 20 мая 2024 г.', 'Отдел образования'],
    ['Отдел образования до 20.05.2024', 'до 20.05.2024', 'Отдел образования'],
    ['Орлова Т.Н., Белов А.А. сентябрь – октябрь', 'сентябрь – октябрь', 'Орлова Т.Н., Белов А.А.'],
    ['Ежемесячно руководители ШНОР, кураторы', 'Ежемесячно', 'руководители ШНОР, кураторы'],
    ['директора школ 1 раз в четверть', '1 раз в четверть', 'директора школ'],
    ['по итогам мониторинга Отдел образования', 'по итогам мониторинга', 'Отдел образования'],
  ])('«%s» is both', (text, deadline, responsible) => {
    expect(partedCell(text)).toEqual({ deadline, responsible });
  });

  it.each([
    'По графику ИРО',
    'Учителя 5-9 классов',
    'заместитель директора по УВР',
    'МБОУ СОШ № 2',
    'весь период',
    '',
  ])('«%s» is one of them', (text) => {
    expect(partedCell(text)).toBeNull();
  });
});

describe('an empty cell of a torn table', () => {
  const read = readPlanDocument(
    testDocument(
      'Приложение',
      tornTable(
        [
          '№|Мероприятие|Сроки|Ответственные|Результат',
          'Первый этап||||',
          '1|Диагностика знаний|март 2024|Отдел образования|Отчёт',
          '2|Опрос родителей|||Справка',
          'Второй этап||||',
          '3|Семинар для учителей||до 20 мая 2024 Методический центр|Программа',
          '4|Круглый стол|июнь 2024||Резолюция',
        ].join('\n'),
      ),
    ),
  );
  const cells = read.activities.map(({ no, deadline, responsible }) => [no, deadline.raw, ...responsible]);

  it('was merged with the one above it in the same section', () => {
    expect(cells).toEqual([
      ['1', 'март 2024', 'Отдел образования'],
      ['2', 'март 2024', 'Отдел образования'],
      ['3', 'до 20 мая 2024', 'Методический центр'],
      ['4', 'июнь 2024', 'Методический центр'],
    ]);
  });

  it('and what was put into it is told', () => {
    const told = read.warnings.filter(({ code }) => code === 'text-torn');
    expect(told.map(({ where, values }) => [where, ...values])).toEqual([
      ['2', 'март 2024', 'Отдел образования'],
      ['3', 'до 20 мая 2024 Методический центр'],
      ['4', 'Методический центр'],
    ]);
  });
});
