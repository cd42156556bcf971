import type { Formula, FormulaElement, FormulaFunction, FormulaValue } from './formula.ts';
import type { IndicatorUnit } from './indicator.ts';
import { measureOf } from './indicator-value.ts';

/** What a number was made of: the tree of «из чего это число». */
export interface ExplainedValue {
  readonly of:
    | { readonly kind: 'number' }
    | { readonly kind: 'element'; readonly element: FormulaElement }
    | { readonly kind: 'call'; readonly name: FormulaFunction };
  readonly unit: IndicatorUnit | 'number';
  readonly value: FormulaValue;
  /** Periods before the one that is asked for. */
  readonly periodsBack: number;
  readonly parts: readonly ExplainedValue[];
}

/** Values of one school; `parts` where an element is itself computed. */
export interface ElementReader {
  read(
    element: FormulaElement,
    periodsBack: number,
  ): { readonly value: FormulaValue; readonly parts: readonly ExplainedValue[] };
}

const given = (amount: number, total: number | null = null): FormulaValue => ({
  state: 'given',
  amount,
  total,
});
const answer = (isYes: boolean): FormulaValue => given(isYes ? 1 : 0);

/** The value of a formula with all that it was made of. The same for one school here, on the page and in a report: there is no other evaluation. */
export function explainFormula(formula: Formula, reader: ElementReader, periodsBack = 0): ExplainedValue {
  const { unit } = formula.type;
  switch (formula.kind) {
    case 'number':
      return { of: { kind: 'number' }, unit, value: given(formula.value), periodsBack, parts: [] };
    case 'element': {
      const { element } = formula;
      const { value, parts } = reader.read(element, periodsBack);
      return { of: { kind: 'element', element }, unit, value: partOf(element, value), periodsBack, parts };
    }
    case 'call': {
      const parts = partsOf(formula.name, formula.args, reader, periodsBack);
      const value = valueOfCall(formula.name, parts);
      return { of: { kind: 'call', name: formula.name }, unit, value, periodsBack, parts };
    }
  }
}

function partOf(element: FormulaElement, value: FormulaValue): FormulaValue {
  if (element.kind === 'register' || element.part === 'value' || value.state !== 'given') return value;
  if (element.part === 'amount') return given(value.amount);
  return value.total === null ? { state: 'not-given' } : given(value.total);
}

function partsOf(
  name: FormulaFunction,
  args: readonly Formula[],
  reader: ElementReader,
  periodsBack: number,
): readonly ExplainedValue[] {
  const at = (formula: Formula, back: number) => explainFormula(formula, reader, periodsBack + back);
  const [first, second] = args;
  if (first === undefined) return [];
  if (name === 'previous') return [at(first, 1)];
  if (name === 'change') return [at(first, 0), at(first, 1)];
  if ((name === 'growth' || name === 'fall') && second?.kind === 'number')
    return Array.from({ length: second.value + 1 }, (_, back) => at(first, back));
  return args.map((one) => at(one, 0));
}

type Known = { readonly amount: number; readonly total: number | null; readonly measure: number | null };

function valueOfCall(name: FormulaFunction, parts: readonly ExplainedValue[]): FormulaValue {
  // What does not apply adds nothing to a sum; where nothing applies there is no sum.
  const isApplied = ({ value }: ExplainedValue): boolean => value.state !== 'not-applicable';
  const counted = name === 'sum' && parts.some(isApplied) ? parts.filter(isApplied) : parts;
  const missing = worst(counted.map(({ value }) => value));
  if (missing !== null) return missing;
  const known = counted.flatMap(({ value, unit }): readonly Known[] => {
    if (value.state !== 'given') return [];
    const measure = unit === 'number' ? value.amount : measureOf(unit, value);
    return [{ amount: value.amount, total: value.total, measure }];
  });
  return reckon(name, known, counted[0]?.unit ?? 'number');
}

/** Whatever cannot be read, was not given or is kept back makes the whole so. */
function worst(values: readonly FormulaValue[]): FormulaValue | null {
  const states = ['unreadable', 'not-given', 'hidden', 'not-applicable'] as const;
  const state = states.find((one) => values.some((value) => value.state === one));
  return state === undefined ? null : { state };
}

function reckon(name: FormulaFunction, known: readonly Known[], unit: ExplainedValue['unit']): FormulaValue {
  const [first, second] = known;
  if (first === undefined) return { state: 'not-given' };
  const measures = known.map(({ measure }) => measure);
  switch (name) {
    case 'share':
      // More than all is a contradiction of the sources and no share.
      return second === undefined || first.amount < 0 || first.amount > second.amount
        ? { state: 'unreadable' }
        : given(first.amount, second.amount);
    case 'ratio':
      return second === undefined || second.amount < 0
        ? { state: 'unreadable' }
        : given(first.amount, second.amount);
    case 'mean':
      if (second === undefined || second.amount < 0) return { state: 'unreadable' };
      return second.amount === 0
        ? { state: 'not-applicable' }
        : given(first.amount / second.amount, second.amount);
    case 'sum':
      return given(known.reduce((sum, { amount }) => sum + amount, 0));
    case 'difference':
      return given(first.amount - (second?.amount ?? 0));
    case 'previous':
      return given(first.amount, first.total);
    case 'change':
      return changeOf(measures, unit === 'share' ? 100 : 1);
    case 'growth':
    case 'fall':
      return everyStep(measures, name === 'growth' ? 1 : -1);
    case 'atLeast':
    case 'atMost':
      return compare(measures, name === 'atLeast' ? 1 : -1);
    case 'yes':
      return answer(first.amount > 0);
    case 'all':
      return answer(known.every(({ amount }) => amount > 0));
    case 'schools':
      return given(first.amount > 0 ? 1 : 0, 1);
  }
}

/** In points: of shares percentage points, of scores and counts their own. */
function changeOf([now, before]: readonly (number | null)[], points: number): FormulaValue {
  return now === undefined || before === undefined || now === null || before === null
    ? { state: 'not-given' }
    : given((now - before) * points);
}

/** Did each period go beyond the one before it? Measures come the newest first. */
function everyStep(measures: readonly (number | null)[], sign: 1 | -1): FormulaValue {
  const known = measures.filter((one) => one !== null);
  if (known.length < measures.length || known.length < 2) return { state: 'not-given' };
  return answer(known.slice(1).every((before, index) => sign * ((known[index] ?? before) - before) > 1e-9));
}

function compare([measure, bound]: readonly (number | null)[], sign: 1 | -1): FormulaValue {
  return measure === undefined || bound === undefined || measure === null || bound === null
    ? { state: 'not-given' }
    : answer(sign * (measure - bound) >= -1e-9);
}
