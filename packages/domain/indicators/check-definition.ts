import type { FormulaProblem } from './formula-problem.ts';
import { indicatorsOf } from './formula.ts';
import type { Indicator } from './indicator.ts';
import { type NamedIndicators, parseFormula } from './parse-formula.ts';

/**
 * What keeps a definition from being saved: its formula cannot be read, gives another unit, or leads back to itself. Null where there is nothing; a definition
 * that is asked has no formula.
 */
export function checkDefinition(indicator: Indicator, known: NamedIndicators): FormulaProblem | null {
  if (indicator.origin.kind === 'asked') return null;
  const text = indicator.origin.formula;
  const whole = { from: 0, to: text.length };
  const withItself: NamedIndicators = {
    get: (code) => (code === indicator.code ? indicator : known.get(code)),
  };
  const { formula, problem } = parseFormula(text, withItself);
  if (problem !== null) return problem;
  const path = pathBack(indicator.code, indicatorsOf(formula), withItself, [indicator.code]);
  if (path !== null) return { code: 'cycle', ...whole, text: path.join(' → ') };
  const { unit, of } = formula.type;
  if (unit !== indicator.unit) return { code: 'unit-differs', ...whole, text: `${unit} ≠ ${indicator.unit}` };
  const isOther = unit !== 'change' && unit !== 'yes-no' && of !== indicator.amountOf;
  return isOther ? { code: 'kinds-differ', ...whole, text } : null;
}

/** The way from these codes back to the first, over what computed indicators are made of. */
function pathBack(
  start: string,
  codes: readonly string[],
  known: NamedIndicators,
  way: readonly string[],
): readonly string[] | null {
  for (const code of codes) {
    if (code === start) return [...way, code];
    if (way.includes(code)) continue;
    const origin = known.get(code)?.origin;
    if (origin?.kind !== 'computed') continue;
    const { formula } = parseFormula(origin.formula, known);
    const found = formula === null ? null : pathBack(start, indicatorsOf(formula), known, [...way, code]);
    if (found !== null) return found;
  }
  return null;
}
