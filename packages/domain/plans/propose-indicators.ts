import type { Indicator } from '../indicators/indicator.ts';
import { codeOfCell, indicatorMatcher, isOfSameWhom } from '../indicators/match-indicator.ts';
import { countsSchools } from './counts-schools.ts';
import type { ExpectedResult } from './plan.ts';

type Named = Pick<Indicator, 'code' | 'name' | 'numerator' | 'amountOf' | 'group' | 'unit'>;

export type ProposedIndicator = {
  readonly code: string;
  /** The result that names it, as printed. */
  readonly raw: string;
  /** By its words, not by its code or its very name. */
  readonly isDoubtful: boolean;
};

/** «— не менее 80 %», «до 100 процентов», «100 %»: how much of it is aimed at. */
const aim =
  /[\s:,–—-]*(?:(?:не (?:менее|более|ниже|выше)|более|свыше|до|на|от)\s+)*\d+(?:[.,]\d+)?\s*(?:%|процент\p{L}*)/giu;
const measures =
  /^(?:доля|процент|удельный вес|количество|число|численность|средний балл|охват|показатель)(?!\p{L})|%/iu;
const printedCode = /(?<![\p{L}\d])\p{Lu}{1,2}\d{2,3}[a-z]?(?![\p{L}\d])/gu;

/**
 * Indicators of the catalogue that expected results of an activity name, by code or in words; a person confirms one. A result that measures nothing («Приказ») names none, a share of schools no
 * indicator of people, and what is near to several is nobody's.
 */
export function proposeIndicators(
  results: readonly Pick<ExpectedResult, 'kind' | 'raw'>[],
  indicators: readonly Named[],
): ProposedIndicator[] {
  const found = results.flatMap(({ kind, raw }): ProposedIndicator[] => {
    const codes = (raw.match(printedCode) ?? []).flatMap((text) => codeOfCell(text) ?? []);
    const known = [...new Set(codes)].filter((code) => indicators.some((one) => one.code === code));
    if (known.length > 0) return known.map((code) => ({ code, raw, isDoubtful: false }));
    if (!measures.test(raw.trim())) return [];
    const said = raw.replaceAll(aim, ' ').trim();
    const ofSchools = countsSchools(raw);
    const isShare = kind === 'share' || kind === 'participation';
    const like = indicators.filter(
      (one) =>
        (one.amountOf === 'schools') === ofSchools &&
        (!isShare || one.unit === 'share') &&
        (ofSchools || isOfSameWhom(said, one)),
    );
    const match = indicatorMatcher(like)(said);
    return match === null ? [] : [{ ...match, raw }];
  });
  return found.filter(({ code }, at) => found.findIndex((one) => one.code === code) === at);
}
