import type { Texts } from '../basics/catalog.ts';
import type { FormulaProblemCode } from './formula-problem.ts';

type Words = Readonly<Record<FormulaProblemCode, (text: string) => string>>;

const ru: Words = {
  syntax: (text) =>
    text === '' ? 'Формула оборвана: чего-то не хватает в конце' : `Не разобрать: «${text}»`,
  'not-allowed': (text) => `Так в формулах не пишут: «${text}». Есть функции, сложение и вычитание`,
  'unknown-name': (text) => `Нет такого показателя или сведения реестра: «${text}»`,
  'unknown-function': (text) => `Нет такой функции: «${text}»`,
  'wrong-arguments': (text) => `Не столько аргументов, сколько нужно: «${text}»`,
  'count-needed': (text) =>
    `Здесь нужно количество, а «${text}» — не количество. Возьмите .amount или .total`,
  'points-needed': (text) => `Среднее считается из суммы баллов, а «${text}» — не баллы`,
  'yes-no-needed': (text) => `Здесь нужно «да» или «нет», а «${text}» — другое`,
  'number-needed': (text) => `Здесь нужно число, написанное цифрами, а не «${text}»`,
  'value-needed': (text) => `Здесь нужен показатель, а не «${text}»`,
  'share-of-shares': (text) =>
    `Доля считается из количеств, а «${text}» — уже доля. Возьмите .amount и .total`,
  'sum-of-shares': (text) =>
    `Доли не складываются: «${text}». Сложите количества (.amount), а потом возьмите долю`,
  division: () =>
    'Вместо деления напишите share(часть, целое) для доли или ratio(одно, другое) для «на одного»',
  'kinds-differ': (text) =>
    `Разное вместе: «${text}». Доля и сумма — из одного рода; для «на одного» есть ratio`,
  'unit-differs': (text) => `Формула даёт не ту единицу, что у показателя: ${text}`,
  cycle: (text) => `Показатель считается через самого себя: ${text}`,
  'too-deep': (text) => `Слишком глубоко вложено: «${text}»`,
};

/** What is wrong with a formula and what to write instead. */
export const formulaProblemTexts: Texts<Words> = {
  ru,
  en: {
    syntax: (text) =>
      text === '' ? 'The formula breaks off: something is missing at its end' : `Cannot be read: “${text}”`,
    'not-allowed': (text) => `Formulas have functions, addition and subtraction, not “${text}”`,
    'unknown-name': (text) => `No such indicator or element of a register: “${text}”`,
    'unknown-function': (text) => `No such function: “${text}”`,
    'wrong-arguments': (text) => `Not as many arguments as it takes: “${text}”`,
    'count-needed': (text) => `A count is needed here; “${text}” is none. Take .amount or .total`,
    'points-needed': (text) => `A mean is of a sum of points; “${text}” is none`,
    'yes-no-needed': (text) => `Yes or no is needed here, not “${text}”`,
    'number-needed': (text) => `A number in digits is needed here, not “${text}”`,
    'value-needed': (text) => `An indicator is needed here, not “${text}”`,
    'share-of-shares': (text) =>
      `A share is of counts; “${text}” is a share already. Take .amount and .total`,
    'sum-of-shares': (text) => `Shares do not add up: “${text}”. Add counts (.amount), then take the share`,
    division: () =>
      'Write share(part, whole) for a share or ratio(one, other) for “per one” instead of a division',
    'kinds-differ': (text) =>
      `Different things together: “${text}”. Shares and sums are of one kind; ratio is “per one”`,
    'unit-differs': (text) => `The formula gives another unit than the indicator has: ${text}`,
    cycle: (text) => `The indicator is computed from itself: ${text}`,
    'too-deep': (text) => `Nested too deep: “${text}”`,
  },
};
