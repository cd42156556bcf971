import type { Texts } from '@opora/domain/basics/catalog.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { Certainty } from '@opora/domain/results/verdict-certainty.ts';

const ruVerdicts: Readonly<Record<Verdict, string>> = {
  listed: 'в списке',
  'not-listed': 'не в списке',
  insufficient: 'недостаточно данных',
  excluded: 'не рассматривается',
};

const ruCertainties: Readonly<Record<Certainty, string>> = {
  stable: 'устойчиво',
  possible: 'возможно',
  'little-data': 'мало данных',
};

const ru = {
  verdict: (verdict: Verdict) => ruVerdicts[verdict],
  certainty: (certainty: Certainty) => ruCertainties[certainty],
  counts: (total: number, verdicts: readonly (readonly [Verdict, number])[]) =>
    `Школ: ${total}. ${verdicts.map(([verdict, count]) => `${ruVerdicts[verdict]} — ${count}`).join('; ')}.`,
  measure: (measure: {
    year: number;
    title: string;
    below: number;
    participants: number;
    percent: string;
    low: boolean;
  }) =>
    `${measure.year}, ${measure.title}: ${measure.below} из ${measure.participants}, ${measure.percent}${measure.low ? ' — низкий результат' : ''}`,
  procedure: (kind: string, grade: number, subject: string) => `${kind}, ${grade} класс, ${subject}`,
  fewer: (pupils: number, steps: string) =>
    `Не попала бы в список, если бы ниже минимума было меньше участников на ${pupils}: ${steps}.`,
  choice: (path: string) => `Процедуры методики не нашлись в файле «${path}»: проверьте названия.`,
  noYear: 'Год не задан: добавьте в методику "year" или укажите --year ГОД.',
};

/** Words of `opora identify`. */
export const identifyTexts: Texts<typeof ru> = {
  ru,
  en: {
    verdict: (verdict) =>
      ({
        listed: 'on the list',
        'not-listed': 'not on the list',
        insufficient: 'not enough data',
        excluded: 'not considered',
      })[verdict],
    certainty: (certainty) =>
      ({ stable: 'stable', possible: 'possible', 'little-data': 'little data' })[certainty],
    counts: (total, verdicts) =>
      `Schools: ${total}. ${verdicts.map(([verdict, count]) => `${identifyTexts.en.verdict(verdict)}: ${count}`).join('; ')}.`,
    measure: ({ year, title, below, participants, percent, low }) =>
      `${year}, ${title}: ${below} of ${participants}, ${percent}${low ? ' — low result' : ''}`,
    procedure: (kind, grade, subject) => `${kind}, grade ${grade}, ${subject}`,
    fewer: (pupils, steps) =>
      `Would not be on the list with fewer participants below the minimum by ${pupils}: ${steps}.`,
    choice: (path) => `No procedure of the methodology was found in the file “${path}”: check the names.`,
    noYear: 'No year: add "year" to the methodology or give --year YEAR.',
  },
};
