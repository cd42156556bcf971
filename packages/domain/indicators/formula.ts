import type { AmountKind, IndicatorUnit } from './indicator.ts';

/** Where in the text, in characters from 0; the end is exclusive. */
export interface FormulaSpan {
  readonly from: number;
  readonly to: number;
}

/** What a formula gives: a unit with the kind of thing its amount is of. `number` is a literal: it has no unit and is never a result. */
export interface FormulaType {
  readonly unit: IndicatorUnit | 'number';
  readonly of: AmountKind | null;
}

export const formulaFunctions = [
  'share',
  'ratio',
  'mean',
  'sum',
  'difference',
  'previous',
  'change',
  'growth',
  'fall',
  'atLeast',
  'atMost',
  'yes',
  'all',
  'schools',
] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];

/** What is read from outside: a value of an indicator (whole, or one of its two numbers), or what a register knows. */
export type FormulaElement =
  | { readonly kind: 'indicator'; readonly code: string; readonly part: 'value' | 'amount' | 'total' }
  | { readonly kind: 'register'; readonly path: string };

/** A formula whose names are known and whose units fit; made by `parseFormula` alone. */
export type Formula = { readonly type: FormulaType; readonly span: FormulaSpan } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'element'; readonly element: FormulaElement }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly args: readonly Formula[] }
);

/**
 * Like the value of an indicator, and «not given» besides: a formula has a value of every school. `hidden`: known and kept back from who looks, because few pupils stand
 * behind it.
 */
export type FormulaValue =
  | { readonly state: 'given'; readonly amount: number; readonly total: number | null }
  | { readonly state: 'not-applicable' | 'not-given' | 'unreadable' | 'hidden' };

/** Elements of a formula, each once, its own and not those of the indicators it names. */
export function elementsOf(formula: Formula): readonly FormulaElement[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'element':
      return [formula.element];
    case 'call': {
      const all = formula.args.flatMap(elementsOf);
      return [...new Map(all.map((one) => [elementKey(one), one])).values()];
    }
  }
}

const elementKey = (element: FormulaElement): string =>
  element.kind === 'register' ? element.path : `${element.code}.${element.part}`;

/** Codes of the indicators a formula names. */
export function indicatorsOf(formula: Formula): readonly string[] {
  const codes = elementsOf(formula).flatMap((one) => (one.kind === 'indicator' ? [one.code] : []));
  return [...new Set(codes)];
}
