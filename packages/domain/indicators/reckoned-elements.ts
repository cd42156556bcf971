import { shownOfFormula } from './computed-number.ts';
import type { ReckonedElement } from './dynamics-contract.ts';
import type { ExplainedValue } from './explain-formula.ts';
import { elementName } from './formula-words.ts';
import type { KnownIndicators } from './parse-formula.ts';
import { findRegisterElement } from './register-element.ts';
import type { PeriodCode } from './report-period.ts';

/** The tree of a number as lines: every element, and below it what it was reckoned from; `periods` are the asked one and those before it. */
export function reckonedElements(
  { of, parts, unit, value, periodsBack }: ExplainedValue,
  { known, periods }: { readonly known: KnownIndicators; readonly periods: readonly PeriodCode[] },
  depth = 0,
): ReckonedElement[] {
  const below = (at: number): ReckonedElement[] =>
    parts.flatMap((part) => reckonedElements(part, { known, periods }, at));
  const period = periods[periodsBack];
  if (of.kind !== 'element' || unit === 'number' || period === undefined) return below(depth);
  const { element } = of;
  const register = element.kind === 'register' ? findRegisterElement(element.path)?.register : undefined;
  return [
    {
      depth,
      name: { ru: elementName(element, known, 'ru'), en: elementName(element, known, 'en') },
      unit,
      period,
      value: shownOfFormula(unit, value),
      from: register ?? (parts.length > 0 ? 'computed' : 'asked'),
      code: element.kind === 'indicator' ? element.code : null,
    },
    ...below(depth + 1),
  ];
}
