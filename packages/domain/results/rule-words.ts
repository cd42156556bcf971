import { type Language, countEn, countRu } from '../basics/catalog.ts';
import { formatNumber } from '../basics/format.ts';
import { schoolTypeTexts } from '../registry/school-type-catalog.ts';
import type { IdentificationRule, ProcedureChoice } from './methodology.ts';

/** The rule in plain sentences, made from the value itself: what it says is what is reckoned. The first is what puts a school on the list. */
export function ruleWords(rule: IdentificationRule, language: Language): string[] {
  const write = language === 'ru' ? ru : en;
  const { minParticipants, yearsPooled, poolOnlyUnder = null, procedures, excludedTypes = [] } = rule;
  return [
    write.listed(partsOf(rule, write), rule.combine === 'or'),
    write.low(`${formatNumber(rule.threshold * 100, language, 4)}\u00A0%`),
    minParticipants > 1 ? write.few(minParticipants) : write.anyNumber,
    yearsPooled === 1 ? write.unpooled : write.pooled(yearsPooled, poolOnlyUnder),
    procedures === undefined ? write.allProcedures : write.procedures(procedures.map(write.procedure)),
    ...(excludedTypes.length === 0
      ? []
      : [write.excluded(excludedTypes.map((type) => schoolTypeTexts[language].many[type]))]),
  ];
}

function partsOf({ combine, minProceduresInYear, repeatYears }: IdentificationRule, write: Words): string[] {
  const [a, b] = [write.inYear(minProceduresInYear), write.repeated(repeatYears)];
  switch (combine) {
    case 'a':
      return [a];
    case 'b':
      return [b];
    case 'and':
    case 'or':
      return [a, b];
  }
}

const ru = {
  listed: (parts: readonly string[], isEither: boolean) =>
    `Школа попадает в список, если ${parts.join(isEither ? ', или ' : ', и при этом ')}.`,
  inYear: (count: number) =>
    count === 1
      ? 'в этом году низкий результат хотя бы в одной процедуре'
      : `в этом году низкие результаты не менее чем в ${count} процедурах`,
  repeated: (years: number) =>
    years === 1
      ? 'хотя бы в одной процедуре результат этого года низкий'
      : `в одной и той же процедуре результат низкий ${countRu(years, 'год', 'года', 'лет')} подряд, считая этот`,
  low: (percent: string) => `Результат низкий, если ниже минимума не менее ${percent} участников.`,
  few: (count: number) => `Процедура не участвует, если участников меньше ${count}.`,
  anyNumber: 'Участвует всякая процедура, в которой был хотя бы один участник.',
  unpooled: 'Каждый год берётся сам по себе.',
  pooled: (years: number, under: number | null) =>
    `Результаты складываются за ${countRu(years, 'год', 'года', 'лет')}${under === null ? '' : `, но только там, где участников в самом году меньше ${under}`}.`,
  allProcedures: 'Учитываются все процедуры, по которым есть результаты.',
  procedures: (choices: readonly string[]) => `Учитываются: ${choices.join('; ')}.`,
  procedure: ({ procedure, grades, subjects }: ProcedureChoice) =>
    [
      procedure,
      ...(grades === undefined ? [] : [`${grades.join(', ')} ${grades.length === 1 ? 'класс' : 'классы'}`]),
      ...(subjects === undefined ? [] : [subjects.join(', ')]),
    ].join(' — '),
  excluded: (types: readonly string[]) => `Не рассматриваются школы: ${types.join(', ')}.`,
};

type Words = typeof ru;

const en: Words = {
  listed: (parts, isEither) =>
    `A school is on the list if ${parts.join(isEither ? ', or ' : ', and also ')}.`,
  inYear: (count) => `${countEn(count, 'procedure has', 'procedures or more have')} low results this year`,
  repeated: (years) =>
    years === 1
      ? 'some procedure has a low result this year'
      : `one and the same procedure has a low result ${countEn(years, 'year', 'years')} running, this one included`,
  low: (percent) => `A result is low if at least ${percent} of participants are below the minimum.`,
  few: (count) => `A procedure does not take part if it has fewer than ${count} participants.`,
  anyNumber: 'Every procedure with at least one participant takes part.',
  unpooled: 'Each year stands by itself.',
  pooled: (years, under) =>
    `Results of ${countEn(years, 'year', 'years')} are added${under === null ? '' : `, but only where fewer than ${under} took part in the year itself`}.`,
  allProcedures: 'All procedures with results count.',
  procedures: (choices) => `Procedures that count: ${choices.join('; ')}.`,
  procedure: ({ procedure, grades, subjects }) =>
    [
      procedure,
      ...(grades === undefined ? [] : [`${grades.length === 1 ? 'grade' : 'grades'} ${grades.join(', ')}`]),
      ...(subjects === undefined ? [] : [subjects.join(', ')]),
    ].join(' — '),
  excluded: (types) => `Schools that are not considered: ${types.join(', ')}.`,
};
