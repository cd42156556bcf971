import type { Language } from '../basics/catalog.ts';
import { formatNumber, formatShare } from '../basics/format.ts';
import { type MeasuredValue, measureOfValue } from './aggregate.ts';
import { dynamicsTexts } from './dynamics-catalog.ts';
import type { DynamicsCell, ShownValue } from './dynamics-contract.ts';
import type { Indicator, IndicatorUnit } from './indicator.ts';
import type { ProposedConclusion } from './propose-conclusions.ts';

/** «42 из 200 · 21 %», «3,5 · 20 чел.», «0,17», «да»: a number as it is read, never a quotient of few without what it is of. */
export function valueWords(unit: IndicatorUnit, value: ShownValue, language: Language): string {
  const texts = dynamicsTexts[language];
  if (value === 'hidden') return texts.hidden;
  const measure = measureOfValue(value);
  if (value === null || measure === null) return texts.noData;
  switch (unit) {
    case 'share':
      return formatShare(value.amount, value.total ?? 0, language);
    case 'score':
      // A target is of no people yet.
      return value.total === null
        ? formatNumber(measure, language, 2)
        : `${formatNumber(measure, language, 2)} · ${texts.people(value.total)}`;
    case 'ratio':
      return formatNumber(measure, language, 2);
    case 'count':
    case 'change':
      return formatNumber(value.amount, language, 2);
    case 'yes-no': {
      const answer = value.amount === 1 ? texts.yes : texts.no;
      return value.total === 1 ? answer : formatShare(value.amount, value.total ?? 0, language);
    }
  }
}

/** A target: what was set in percent is written so, for nobody was counted. */
export function targetWords(unit: IndicatorUnit, target: MeasuredValue, language: Language): string {
  return unit === 'share' && target.total === 100
    ? `${formatNumber(target.amount, language, 2)}\u00A0%`
    : valueWords(unit, target, language);
}

/** The same of a cell, with why there is no number. */
export function cellWords(unit: IndicatorUnit, { own, schools }: DynamicsCell, language: Language): string {
  const texts = dynamicsTexts[language];
  if (own !== null) return valueWords(unit, own, language);
  if (schools.notApplicable > 0 && schools.unreadable + schools.withoutTotal === 0)
    return texts.notApplicable;
  if (schools.withoutTotal > 0) return texts.noTotal;
  return schools.unreadable > 0 ? texts.unreadable : texts.noData;
}

/** «+12,3 п.п.», «−0,2». */
export function differenceWords(unit: IndicatorUnit, difference: number, language: Language): string {
  const isShare = unit === 'share' || unit === 'yes-no';
  const size = formatNumber(Math.abs(isShare ? difference * 100 : difference), language, isShare ? 1 : 2);
  // What rounds to nothing went neither way.
  const sign = size === '0' ? '' : difference > 0 ? '+' : '−';
  const signed = `${sign}${size}`;
  return isShare ? dynamicsTexts[language].points(signed) : signed;
}

/** A proposal in words, for a person to keep or change. */
export function conclusionWords(
  proposal: ProposedConclusion,
  indicators: readonly Pick<Indicator, 'code' | 'name' | 'unit'>[],
  language: Language,
): { readonly text: string; readonly cause: string } {
  const texts = dynamicsTexts[language];
  const of = (code: string) => indicators.find((one) => one.code === code);
  const nameOf = (code: string): string => of(code)?.name[language] ?? code;
  const words = (code: string, value: ShownValue): string =>
    valueWords(of(code)?.unit ?? 'count', value, language);
  const { code, finding, from, to, target } = proposal;
  const [name, now] = [nameOf(code), words(code, to.value)];
  const before = words(code, from?.value ?? null);
  const text =
    finding === 'target-missed'
      ? texts.conclusionMissed(name, now, words(code, target))
      : finding === 'worsened'
        ? texts.conclusionWorsened(name, before, now)
        : texts.conclusionImproved(name, before, now);
  const cause = proposal.causes
    .map((one) => {
      const own = words(one.code, one.own.value);
      const against = words(one.code, one.against);
      const say = one.because === 'worsened' ? texts.causeWorsened : texts.causeBehind;
      return say(texts.causes[one.cause], nameOf(one.code), own, against);
    })
    .join(' ');
  return { text, cause };
}
