import type { Measure } from './measure.ts';
import type { Combination } from './methodology.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';

/** Whether the whole rule holds when its parts do or do not. */
export function combineRules(combine: Combination, { a, b }: { a: boolean; b: boolean }): boolean {
  switch (combine) {
    case 'and':
      return a && b;
    case 'or':
      return a || b;
    case 'a':
      return a;
    case 'b':
      return b;
  }
}

/** Tells of a procedure whether it was low in every year that rule B looks at before the year itself. */
export function repeatedBefore(
  measures: readonly Measure[],
  { years, year }: Pick<PreparedRule, 'years' | 'year'>,
): (procedure: Procedure) => boolean {
  if (years.length === 1) return () => true;
  const lowYears = new Map<Procedure, number>();
  for (const measure of measures)
    if (measure.low && measure.year !== year)
      lowYears.set(measure.procedure, (lowYears.get(measure.procedure) ?? 0) + 1);
  return (procedure) => lowYears.get(procedure) === years.length - 1;
}
