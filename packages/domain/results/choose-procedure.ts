import { isPublishable } from './exam-kind.ts';
import type { ProcedureYears, ResultChoice } from './results-contract.ts';

/** The chosen procedure and year where there are results of it, else the same procedure's newest year, else the first exam's, which evaluates. */
export function chooseProcedure(procedures: readonly ProcedureYears[], choice: ResultChoice) {
  const fits = (each: ProcedureYears): boolean =>
    each.kind === choice.kind &&
    each.subject === choice.subject &&
    (choice.grade === undefined || each.grade === choice.grade);
  const found = procedures.find(fits) ?? procedures.find(({ kind }) => isPublishable(kind)) ?? procedures[0];
  if (found === undefined) return null;
  const { years, kind, grade, subject } = found;
  const year = years.find((each) => each === choice.year) ?? years.at(-1);
  return year === undefined ? null : { year, kind, grade, subject };
}
