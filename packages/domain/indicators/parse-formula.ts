import { type AnyNode, parseExpressionAt } from 'acorn';
import { callType } from './formula-types.ts';
import {
  type Formula,
  type FormulaElement,
  type FormulaFunction,
  formulaFunctions,
  type FormulaSpan,
  type FormulaType,
} from './formula.ts';
import type { FormulaProblem, FormulaProblemCode } from './formula-problem.ts';
import type { Indicator } from './indicator.ts';
import { findRegisterElement } from './register-element.ts';

export type ParsedFormula =
  | { readonly formula: Formula; readonly problem: null }
  | { readonly formula: null; readonly problem: FormulaProblem };

/** Definitions by code. */
export interface NamedIndicators {
  get(code: string): Indicator | undefined;
}

/** Definitions by code, their formulas read once. */
export interface KnownIndicators extends NamedIndicators {
  /** Null where the indicator is asked, is not known, or its formula cannot be read. */
  formulaOf(code: string): Formula | null;
}

export function knowIndicators(indicators: readonly Indicator[]): KnownIndicators {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const formulas = new Map<string, Formula | null>();
  return {
    get: (code) => byCode.get(code),
    formulaOf(code) {
      const read = formulas.get(code);
      if (read !== undefined) return read;
      const origin = byCode.get(code)?.origin;
      const formula = origin?.kind === 'computed' ? parseFormula(origin.formula, byCode).formula : null;
      formulas.set(code, formula);
      return formula;
    },
  };
}

const depthMax = 20;

/** Stops at the first fault: what follows one is seldom one of its own. */
class FormulaFault extends Error {
  readonly code: FormulaProblemCode;
  readonly span: FormulaSpan;

  constructor(code: FormulaProblemCode, span: FormulaSpan) {
    super(code);
    this.code = code;
    this.span = span;
  }
}

/**
 * Reads a formula and fits its units. Names are codes of indicators (`S02`, `S02.amount`, `S02.total`) and elements of registers (`oge.russian.below`). Shares
 * are made of counts and never of shares: a share of the mean of schools is not the share of their pupils.
 */
export function parseFormula(text: string, known: NamedIndicators): ParsedFormula {
  try {
    const node = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
    const rest = text.slice(node.end);
    if (rest.trim() !== '') throw new FormulaFault('syntax', { from: node.end, to: text.length });
    return { formula: readNode(node, { text, known }, 0), problem: null };
  } catch (error) {
    const { code, from, to } = faultOf(error, text);
    return { formula: null, problem: { code, from, to, text: text.slice(from, to).trim() } };
  }
}

function faultOf(error: unknown, text: string): FormulaSpan & { readonly code: FormulaProblemCode } {
  if (error instanceof FormulaFault) return { code: error.code, ...error.span };
  if (error instanceof SyntaxError) {
    const from = 'pos' in error && typeof error.pos === 'number' ? Math.min(error.pos, text.length) : 0;
    return { code: 'syntax', from, to: text.length };
  }
  throw error;
}

interface Reading {
  readonly text: string;
  readonly known: NamedIndicators;
}

function readNode(node: AnyNode, reading: Reading, depth: number): Formula {
  const span: FormulaSpan = { from: node.start, to: node.end };
  if (depth > depthMax) throw new FormulaFault('too-deep', span);
  if (node.type === 'Identifier' || node.type === 'MemberExpression') return readElement(node, reading);
  if (node.type === 'Literal' && typeof node.value === 'number')
    return { kind: 'number', value: node.value, type: { unit: 'number', of: null }, span };
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && !node.optional) {
    const { callee } = node;
    const name = formulaFunctions.find((one) => one === callee.name);
    if (name === undefined)
      throw new FormulaFault('unknown-function', { from: callee.start, to: callee.end });
    const args = node.arguments.map((one) => readNode(one, reading, depth + 1));
    return call(name, args, span);
  }
  if (node.type === 'BinaryExpression') {
    if (node.operator === '/') throw new FormulaFault('division', span);
    if (node.operator !== '+' && node.operator !== '-') throw new FormulaFault('not-allowed', span);
    const args = [readNode(node.left, reading, depth + 1), readNode(node.right, reading, depth + 1)];
    return call(node.operator === '+' ? 'sum' : 'difference', args, span);
  }
  // All else that the parser knows: the language under formulas must not show.
  throw new FormulaFault('not-allowed', span);
}

function call(name: FormulaFunction, args: readonly Formula[], span: FormulaSpan): Formula {
  const found = callType(name, args);
  if ('problem' in found) throw new FormulaFault(found.problem, found.at ?? span);
  return { kind: 'call', name, args, type: found, span };
}

function readElement(node: AnyNode, { text, known }: Reading): Formula {
  const span = { from: node.start, to: node.end };
  const path = text.slice(span.from, span.to);
  if (!/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/.test(path)) throw new FormulaFault('not-allowed', span);
  const register = findRegisterElement(path);
  if (register !== null) {
    const element: FormulaElement = { kind: 'register', path };
    return { kind: 'element', element, type: { unit: 'count', of: register.of }, span };
  }
  const [code = '', part, ...more] = path.split('.');
  const indicator = known.get(code);
  const type = indicator === undefined || more.length > 0 ? null : partType(indicator, part);
  if (type === null) throw new FormulaFault('unknown-name', span);
  const element: FormulaElement = {
    kind: 'indicator',
    code,
    part: part === 'amount' || part === 'total' ? part : 'value',
  };
  return { kind: 'element', element, type, span };
}

/** The amount of a mean is no count and cannot be added: only its total can be named alone. */
function partType(indicator: Indicator, part: string | undefined): FormulaType | null {
  const { unit, amountOf, totalOf } = indicator;
  if (part === undefined) return { unit, of: amountOf };
  if (part === 'total') return totalOf === null ? null : { unit: 'count', of: totalOf };
  const hasCount = unit === 'share' || unit === 'ratio' || unit === 'count';
  return part === 'amount' && hasCount ? { unit: 'count', of: amountOf } : null;
}
