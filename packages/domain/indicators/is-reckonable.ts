import { type ElementReader, explainFormula } from './explain-formula.ts';
import type { FormulaElement, FormulaValue } from './formula.ts';
import { elementsOf } from './formula.ts';
import type { SchoolFacts } from './formula-reader.ts';
import type { Indicator } from './indicator.ts';
import type { KnownIndicators } from './parse-formula.ts';

/** Of no person can it be asked: a change, a «yes» over years, a school counted. */
export const isOnlyComputed = ({
  origin,
  unit,
  amountOf,
}: Pick<Indicator, 'origin' | 'unit' | 'amountOf'>): boolean =>
  origin.kind === 'computed' && (unit === 'change' || unit === 'yes-no' || amountOf === 'schools');

type Reckoning = {
  readonly facts: SchoolFacts;
  readonly known: KnownIndicators;
  /** Of the school, for the period: the number is going to be there. */
  readonly isAsked: (code: string) => boolean;
};

/** Saved definitions have no cycles; one made by two people at once must not hang the server. */
const depthMax = 12;
const toCome: FormulaValue = { state: 'given', amount: 1, total: 1 };

/** Can the computed indicator be reckoned of what registers and values say of the school and of what it is asked? A contradiction of sources cannot. */
export function isReckonable(code: string, { facts, known, isAsked }: Reckoning): boolean {
  const missing = new Set<string>();
  let isToCome = false;
  const readerAt = (depth: number): ElementReader => ({
    read(element, periodsBack) {
      const value = readElement(element, periodsBack, depth);
      if (value === null) missing.add(element.kind === 'register' ? element.path : element.code);
      return { value: value ?? { state: 'not-given' }, parts: [] };
    },
  });
  function readElement(element: FormulaElement, periodsBack: number, depth: number): FormulaValue | null {
    if (element.kind === 'register') return facts.register(element.path, periodsBack);
    const said = facts.indicator(element.code, periodsBack);
    if (said?.state === 'given' || said?.state === 'not-applicable') return said;
    if (periodsBack === 0 && isAsked(element.code)) {
      isToCome = true;
      return toCome;
    }
    const formula = depth < depthMax ? known.formulaOf(element.code) : null;
    return formula === null ? null : explainFormula(formula, readerAt(depth + 1), periodsBack).value;
  }
  const formula = known.formulaOf(code);
  if (formula === null) return false;
  const { value } = explainFormula(formula, readerAt(0));
  if (missing.size > 0) return false;
  return isToCome || value.state === 'given' || value.state === 'not-applicable';
}

/** Codes of the values that formulas read, through the indicators that are themselves computed. */
export function readCodes(codes: readonly string[], known: KnownIndicators): string[] {
  const found = new Set(codes);
  for (const code of found) {
    const formula = known.formulaOf(code);
    for (const one of formula === null ? [] : elementsOf(formula))
      if (one.kind === 'indicator') found.add(one.code);
  }
  return [...found];
}
