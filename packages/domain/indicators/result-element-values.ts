import type { ExamCount } from '../results/exam-count.ts';
import type { FormulaValue } from './formula.ts';
import {
  isOfProcedure,
  measureNames,
  type ResultMeasure,
  type ResultProcedure,
  resultProcedures,
} from './register-element.ts';

type Counted = Pick<ExamCount, 'procedure' | 'participants' | 'below' | 'marks' | 'scores' | 'journal'>;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const measure: Readonly<Record<ResultMeasure, (count: Counted) => number | null>> = {
  participants: ({ participants }) => participants,
  below: ({ below }) => below,
  passed: ({ participants, below }) => (below === null ? null : participants - below),
  marked: ({ marks }) => (marks === null ? null : total(marks)),
  good: ({ marks }) => (marks === null ? null : marks[2] + marks[3]),
  markSum: ({ marks }) => (marks === null ? null : total(marks.map((pupils, index) => pupils * (index + 2)))),
  scored: ({ scores }) => (scores === null ? null : total(scores)),
  scoreSum: ({ scores }) => (scores === null ? null : total(scores.map((pupils, score) => pupils * score))),
  compared: ({ journal }) => (journal === null ? null : total(Object.values(journal))),
  confirmed: ({ journal }) => journal?.confirmed ?? null,
  lowered: ({ journal }) => journal?.lowered ?? null,
  raised: ({ journal }) => journal?.raised ?? null,
};

/**
 * What the counts of one school and one exam year say of each element. A procedure over several grades or levels is the sum of those the school has; one of them that
 * does not say a number makes the sum not given, for it would be of fewer pupils than it says.
 */
export function resultElementValues(
  counts: readonly Counted[],
  procedures: readonly ResultProcedure[] = resultProcedures,
): ReadonlyMap<string, FormulaValue> {
  const values = new Map<string, FormulaValue>();
  for (const one of procedures) {
    const { path } = one;
    const own = counts.filter(({ procedure }) => isOfProcedure(procedure, one));
    if (own.length === 0) continue;
    for (const name of measureNames) {
      const parts = own.map(measure[name]);
      const known = parts.filter((part) => part !== null);
      if (known.length === parts.length)
        values.set(`${path}.${name}`, { state: 'given', amount: total(known), total: null });
    }
  }
  return values;
}
