import type { Language } from '../basics/catalog.ts';
import { formatNumber } from '../basics/format.ts';
import type { Formula, FormulaElement, FormulaFunction } from './formula.ts';
import type { NamedIndicators } from './parse-formula.ts';
import { findRegisterElement } from './register-element.ts';

type FunctionWords = Readonly<Record<FormulaFunction, (args: readonly string[]) => string>>;

const ru: FunctionWords = {
  share: ([part, whole]) => `доля: ${part} из ${whole}`,
  ratio: ([one, other]) => `${one} в расчёте на единицу: ${other}`,
  mean: ([sum, people]) => `среднее: (${sum}) ÷ (${people})`,
  sum: (args) => args.join(' + '),
  difference: (args) => args.join(' − '),
  previous: ([value]) => `за прошлый период: ${value}`,
  change: ([value]) => `изменение к прошлому периоду: ${value}`,
  growth: ([value, years]) => `росло каждый из последних периодов (${years}): ${value}`,
  fall: ([value, years]) => `падало каждый из последних периодов (${years}): ${value}`,
  atLeast: ([value, bound]) => `не меньше ${bound}: ${value}`,
  atMost: ([value, bound]) => `не больше ${bound}: ${value}`,
  yes: ([value]) => `больше нуля: ${value}`,
  all: (args) => `всё вместе: ${args.join('; ')}`,
  schools: ([answer]) => `доля школ, где ${answer}`,
};

const en: FunctionWords = {
  share: ([part, whole]) => `share: ${part} of ${whole}`,
  ratio: ([one, other]) => `${one} for each of ${other}`,
  mean: ([sum, people]) => `mean: (${sum}) ÷ (${people})`,
  sum: (args) => args.join(' + '),
  difference: (args) => args.join(' − '),
  previous: ([value]) => `the period before: ${value}`,
  change: ([value]) => `change against the period before: ${value}`,
  growth: ([value, years]) => `grew in each of the last ${years} periods: ${value}`,
  fall: ([value, years]) => `fell in each of the last ${years} periods: ${value}`,
  atLeast: ([value, bound]) => `at least ${bound}: ${value}`,
  atMost: ([value, bound]) => `at most ${bound}: ${value}`,
  yes: ([value]) => `more than nought: ${value}`,
  all: (args) => `all of: ${args.join('; ')}`,
  schools: ([answer]) => `share of schools where ${answer}`,
};

const functionWords = { ru, en } as const;
const partWords = {
  ru: { value: '', amount: ', количество', total: ', из скольких' },
  en: { value: '', amount: ', amount', total: ', total' },
} as const;

/** A formula as a sentence of the names of what it reads. */
export function formulaWords(formula: Formula, known: NamedIndicators, language: Language): string {
  switch (formula.kind) {
    case 'number':
      return formatNumber(formula.value, language, 4);
    case 'element':
      return elementName(formula.element, known, language);
    case 'call':
      return functionWords[language][formula.name](
        formula.args.map((one) => formulaWords(one, known, language)),
      );
  }
}

export function elementName(element: FormulaElement, known: NamedIndicators, language: Language): string {
  if (element.kind === 'register')
    return `«${findRegisterElement(element.path)?.name[language] ?? element.path}»`;
  const name = known.get(element.code)?.name[language] ?? element.code;
  return `«${name}»${partWords[language][element.part]}`;
}
