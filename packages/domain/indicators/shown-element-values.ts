import type { Procedure } from '../results/procedure.ts';
import type { ShownResults } from '../results/shown-counts.ts';
import type { FormulaValue } from './formula.ts';
import {
  isOfProcedure,
  measureNames,
  type ResultMeasure,
  type ResultProcedure,
  resultProcedures,
} from './register-element.ts';

/** Results of a unit in one work and year as its pages of results show them. */
export type ShownWork = { readonly procedure: Procedure; readonly results: ShownResults };

type Shown = number | 'hidden' | null;

function of<T extends object>(part: T | 'hidden' | null, read: (part: T) => number): Shown {
  return part === null || part === 'hidden' ? part : read(part);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The histogram of scores hides its small columns, and an exact sum of scores would bring them back: above the school it is not told. */
const score = ({ participants }: ShownResults): Shown => (participants === 0 ? null : 'hidden');

const measure: Readonly<Record<ResultMeasure, (results: ShownResults) => Shown>> = {
  participants: ({ participants }) => participants,
  below: ({ below }) => below,
  passed: ({ assessed, below }) =>
    typeof assessed === 'number' && typeof below === 'number' ? assessed - below : below,
  marked: ({ marks }) => of(marks, total),
  good: ({ marks }) => of(marks, ([, , four, five]) => four + five),
  markSum: ({ marks }) => of(marks, (pupils) => total(pupils.map((count, at) => count * (at + 2)))),
  scored: score,
  scoreSum: score,
  compared: ({ journal }) => of(journal, (parts) => total(Object.values(parts))),
  confirmed: ({ journal }) => of(journal, ({ confirmed }) => confirmed),
  lowered: ({ journal }) => of(journal, ({ lowered }) => lowered),
  raised: ({ journal }) => of(journal, ({ raised }) => raised),
};

/** A share of those below the minimum is of pupils of whom it is known whether they passed. */
const assessedPath = (path: string): string => `${path}.assessed`;

/**
 * What a territory, or a school looked at from above, says of each element: made of what its pages of results show there and of nothing else, so that numbers reckoned from it tell no
 * more than those pages do.
 */
export function shownElementValues(
  works: readonly ShownWork[],
  procedures: readonly ResultProcedure[] = resultProcedures,
): ReadonlyMap<string, FormulaValue> {
  const values = new Map<string, FormulaValue>();
  for (const one of procedures) {
    const own = works.filter(({ procedure }) => isOfProcedure(procedure, one));
    if (own.length === 0) continue;
    const put = (path: string, read: (results: ShownResults) => Shown): void => {
      const value = addedUp(own.map(({ results }) => read(results)));
      if (value !== null) values.set(path, value);
    };
    for (const name of measureNames) put(`${one.path}.${name}`, measure[name]);
    put(assessedPath(one.path), ({ assessed }) => assessed);
  }
  return values;
}

/** One of several works that does not say a number makes the sum not given, as it does of a school. */
function addedUp(parts: readonly Shown[]): FormulaValue | null {
  if (parts.includes(null)) return null;
  const known = parts.filter((part) => typeof part === 'number');
  return known.length < parts.length
    ? { state: 'hidden' }
    : { state: 'given', amount: total(known), total: null };
}

/** Reads elements for a formula that is made of these paths. */
export function shownElement(
  values: ReadonlyMap<string, FormulaValue>,
  path: string,
  together: readonly string[],
): FormulaValue | null {
  const of = path.slice(0, path.lastIndexOf('.'));
  const isWhole =
    path === `${of}.participants` && [`${of}.below`, `${of}.passed`].some((one) => together.includes(one));
  return values.get(isWhole ? assessedPath(of) : path) ?? null;
}
