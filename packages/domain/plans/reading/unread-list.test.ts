import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../basics/source-document.ts';
import { readPlanDocument } from '../read-plan-document.ts';
import { gridTable, testDocument } from './source-for-tests.ts';

const codesOf = (...parts: readonly (string | SourceTable)[]): string[] =>
  readPlanDocument(testDocument(...parts))
    .warnings.map(({ code }) => code)
    .filter((code) => code.endsWith('-unread'));

describe('a document that heads a list of which nothing was read', () => {
  it.each([
    ['Перечень мероприятий', 'activities-unread'],
    ['ПЛАН МЕРОПРИЯТИЙ по поддержке школ на 2026 год', 'activities-unread'],
    ['№ Срок Содержание мероприятия Исполнители', 'activities-unread'],
    ['Мероприятия программы', 'activities-unread'],
    ['Целевые показатели', 'indicators-unread'],
    ['№ Наименование показателя Ед. изм.', 'indicators-unread'],
  ])('is told of: «%s»', (line, code) => {
    expect(codesOf('ПРОГРАММА', line, '1.1 Договоры 01.04.2024')).toEqual([code]);
  });

  it.each([
    'Утвердить план мероприятий согласно приложению; исполнителям отчитаться до 1 мая.',
    'Ответственным исполнителям мероприятий представить отчёт. Контроль оставляю за собой.',
    'Директорам школ достичь целевых показателей программы.',
  ])('but not by a sentence of an order: «%s»', (line) => {
    expect(codesOf('ПРИКАЗ', line)).toEqual([]);
  });

  it('nor where the list was read', () => {
    const table = gridTable([
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', 'Опрос родителей', 'март 2026', 'Центр развития'],
    ]);
    expect(codesOf('Перечень мероприятий', table)).toEqual([]);
  });
});
