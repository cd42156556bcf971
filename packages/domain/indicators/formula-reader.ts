import { type ElementReader, type ExplainedValue, explainFormula } from './explain-formula.ts';
import type { FormulaElement, FormulaValue } from './formula.ts';
import type { KnownIndicators } from './parse-formula.ts';

/** What is kept of one school: asked values by code and numbers of registers by path, each so many periods back. Null: not given. */
export interface SchoolFacts {
  indicator(code: string, periodsBack: number): FormulaValue | null;
  register(path: string, periodsBack: number): FormulaValue | null;
}

const notGiven: FormulaValue = { state: 'not-given' };
/** Saved definitions have no cycles; one made by two people at once must not hang the server. */
const depthMax = 12;

/** Reads elements of one school; an indicator that is computed is so from what it is made of, and as it was typed where that gives nothing. */
export function schoolReader(facts: SchoolFacts, known: KnownIndicators, depth = 0): ElementReader {
  return {
    read(element, periodsBack) {
      if (element.kind === 'register')
        return { value: facts.register(element.path, periodsBack) ?? notGiven, parts: [] };
      return readIndicator(element, periodsBack, { facts, known, depth });
    },
  };
}

type Reading = { readonly facts: SchoolFacts; readonly known: KnownIndicators; readonly depth: number };

function readIndicator(
  { code }: Extract<FormulaElement, { kind: 'indicator' }>,
  periodsBack: number,
  { facts, known, depth }: Reading,
): { readonly value: FormulaValue; readonly parts: readonly ExplainedValue[] } {
  const formula = depth < depthMax ? known.formulaOf(code) : null;
  if (formula !== null) {
    const explained = explainFormula(formula, schoolReader(facts, known, depth + 1), periodsBack);
    if (explained.value.state !== 'not-given') return { value: explained.value, parts: [explained] };
  }
  return { value: facts.indicator(code, periodsBack) ?? notGiven, parts: [] };
}

/** The value of an indicator of one school with all that it was made of. */
export function explainIndicator(code: string, facts: SchoolFacts, known: KnownIndicators): ExplainedValue {
  const element: FormulaElement = { kind: 'indicator', code, part: 'value' };
  const { value, parts } = schoolReader(facts, known).read(element, 0);
  return {
    of: { kind: 'element', element },
    unit: known.get(code)?.unit ?? 'number',
    value,
    periodsBack: 0,
    parts,
  };
}
