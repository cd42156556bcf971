import { type IndicatorSums, noSums, sumOfValue, valueOfSums } from './aggregate.ts';
import type { ShownValue } from './dynamics-contract.ts';
import type { ExplainedValue } from './explain-formula.ts';
import { explainIndicator, type SchoolFacts } from './formula-reader.ts';
import type { FormulaValue } from './formula.ts';
import type { IndicatorUnit } from './indicator.ts';
import type { KnownIndicators } from './parse-formula.ts';

/** A number that a formula gave, with what it was made of; null where the formula gives nothing, and what was typed stands. */
export function computeNumber(
  code: string,
  facts: SchoolFacts,
  known: KnownIndicators,
): ExplainedValue | null {
  const explained = explainIndicator(code, facts, known);
  return explained.parts.length === 0 ? null : explained;
}

/** As it is shown: of a mean what its people have together. */
export function shownOfFormula(unit: IndicatorUnit, value: FormulaValue): ShownValue {
  return value.state === 'hidden' ? 'hidden' : valueOfSums(unit, sumsOfFormula(unit, value));
}

export function sumsOfFormula(unit: IndicatorUnit, value: FormulaValue): IndicatorSums {
  const { state } = value;
  if (state === 'not-given' || state === 'hidden') return noSums;
  return sumOfValue(unit, state === 'given' ? value : { state, amount: null, total: null });
}

/** A shown number as a formula reads it: of a mean the mean itself. */
export function formulaOfShown(unit: IndicatorUnit, value: ShownValue): FormulaValue | null {
  if (value === null) return null;
  if (value === 'hidden') return { state: 'hidden' };
  const { amount, total } = value;
  const isMean = unit === 'score' && total !== null && total > 0;
  return { state: 'given', amount: isMean ? amount / total : amount, total };
}
