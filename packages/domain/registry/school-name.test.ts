import { describe, expect, it } from 'vitest';
import { searchStems, searchTextOf, shortNameOf } from './school-name.ts';

const unit = (name: string, shortName = name) => ({
  name,
  shortName,
  settlement: 'с. Ёлкино',
  inn: '7707083893',
  code: 'edu123',
});

/** As the database asks: each word of the question begins a word of the text. */
const finds = (question: string, text: string) =>
  searchStems(question).every((stem) => text.includes(` ${stem}`));

describe('a school is found', () => {
  it.each([
    [
      'СОШ № 33',
      'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 33»',
    ],
    ['Средняя общеобразовательная школа № 33', 'МБОУ «СОШ №33»'],
    ['средней школы 33', 'МБОУ СОШ № 33'],
    ['мкоу', 'Муниципальное казённое общеобразовательное учреждение «Школа»'],
    ['елкино', 'Школа'],
    ['ЁЛКИНО', 'Школа'],
    ['7707083893', 'Школа'],
    ['edu123', 'Школа'],
    ['усть-кутская', 'Усть‑Кутская гимназия'],
  ])('by %j under the name %j', (question, name) => {
    expect(finds(question, searchTextOf(unit(name)))).toBe(true);
  });

  it('by what documents call it', () => {
    expect(finds('ДО', searchTextOf(unit('Департамент образования'), ['ДО']))).toBe(true);
  });

  it('not by another number', () => {
    expect(finds('СОШ 33', searchTextOf(unit('МБОУ СОШ № 3')))).toBe(false);
  });
});

it('is kept in letters that make trigrams under any locale', () => {
  expect(searchTextOf(unit('Щёлковская школа «Юный ёж» № 5'))).toMatch(/^[ a-z0-9]+$/);
});

describe('a short name', () => {
  it.each([
    [
      'Муниципальное казённое общеобразовательное учреждение «Основная  общеобразовательная школа с. Луговое»',
      'МКОУ «ООШ с. Луговое»',
    ],
    ['Лицей № 1', 'Лицей № 1'],
  ])('of %j is %j', (name, short) => {
    expect(shortNameOf(name)).toBe(short);
  });
});
