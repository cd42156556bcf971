import { expect, it } from 'vitest';
import { currentIndicators, shippedIndicators } from '../indicators/shipped-indicators.ts';
import { proposeIndicators } from './propose-indicators.ts';
import { splitExpected } from './read-expected.ts';

const catalogue = currentIndicators(shippedIndicators);

it.each<[string, readonly string[]]>([
  // By code, in whatever alphabet it was typed.
  ['Выполнен показатель P07', ['P07']],
  ['Отчёт (показатели Р07, S04)', ['P07', 'S04']],
  // In words; how much is aimed at says nothing of what.
  ['Доля школ, разработавших среднесрочную программу развития, – 100 %', ['P07?']],
  ['Доля ШНОР, разработавших карты действий', ['P08?']],
  ['Доля молодых педагогов, охваченных наставничеством, не менее 90 процентов', ['S07?']],
  ['Доля обучающихся, успевающих на «4» и «5», не менее 38 %', ['R11?']],
  ['Средний балл ГИА-9 по математике', ['R13?']],
  ['Приказ. Доля школ, составивших рисковый профиль, 100 %', ['P06?']],
  // A share is not the number of people it is of, nor a share of others.
  ['100 % учителей-участников', []],
  ['Доля директоров, разработавших среднесрочную программу развития', []],
  // Near to several («за 3 года», «по вопросам качества»), or to none.
  ['Доля педагогов, прошедших повышение квалификации, — 80 %', []],
  ['Доля школ, принявших участие', []],
  ['Доля школ — 100 %', []],
  ['Охват 100 %', []],
  // What measures nothing names nothing, whatever its words.
  ['Приказ', []],
  ['Карты действий', []],
  ['Протокол кабинета А101', []],
  ['', []],
  [`Доля ${'школ '.repeat(2000)}100 %`, []],
])('«%s» names %j', (text, codes) => {
  const found = proposeIndicators(splitExpected(text), catalogue);
  expect(found.map(({ code, isDoubtful }) => `${code}${isDoubtful ? '?' : ''}`)).toEqual(codes);
  for (const { raw } of found) expect(text).toContain(raw);
});
