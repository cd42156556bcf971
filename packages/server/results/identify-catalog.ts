import type { Texts } from '@opora/domain/basics/catalog.ts';
import { verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { Certainty } from '@opora/domain/results/verdict-certainty.ts';

const { verdicts: ruVerdicts, certainties: ruCertainties } = verdictTexts.ru;

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
  choice: (path: string) => `Процедуры методики не нашлись в файле «${path}»: проверьте названия.`,
  noYear: 'Год не задан: добавьте в методику "year" или укажите --year ГОД.',
};

/** Words of `opora identify`. */
export const identifyTexts: Texts<typeof ru> = {
  ru,
  en: {
    verdict: (verdict) => verdictTexts.en.verdicts[verdict],
    certainty: (certainty) => verdictTexts.en.certainties[certainty],
    counts: (total, verdicts) =>
      `Schools: ${total}. ${verdicts.map(([verdict, count]) => `${identifyTexts.en.verdict(verdict)}: ${count}`).join('; ')}.`,
    measure: ({ year, title, below, participants, percent, low }) =>
      `${year}, ${title}: ${below} of ${participants}, ${percent}${low ? ' — low result' : ''}`,
    choice: (path) => `No procedure of the methodology was found in the file “${path}”: check the names.`,
    noYear: 'No year: add "year" to the methodology or give --year YEAR.',
  },
};
