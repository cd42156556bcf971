import type { RunInputs, RunMeasure, RunReasons } from './identification-run.ts';
import type { IdentificationRule } from './methodology.ts';
import { procedureKey } from './procedure.ts';
import { suppressRow } from './suppress-cells.ts';

/**
 * The reasons as they may go above the school level: where 1 to 4 pupils were below the minimum, or passed, the counts and all that would give them away are
 * hidden — the interval, the probability, and how many pupils would change the verdict. Where years are added, a small count of one of them hides the sum: the
 * other years are shown elsewhere.
 */
export function hideSmall(
  { measures }: RunReasons,
  { counts }: RunInputs,
  rule: IdentificationRule,
): RunReasons {
  const byProcedure = Map.groupBy(counts, ({ procedure }) => procedureKey(procedure));
  const added = ({ procedure, year }: RunMeasure) =>
    (byProcedure.get(procedureKey(procedure)) ?? []).filter(
      (count) => count.year <= year && count.year > year - rule.yearsPooled,
    );
  return { measures: measures.map((measure) => hideMeasure(measure, added(measure))), change: null };
}

function hideMeasure(measure: RunMeasure, added: RunInputs['counts']): RunMeasure {
  const { participants, below } = measure;
  if (participants === null || below === null) return measure;
  const row = suppressRow([below, participants - below]);
  const isHidden = [
    row,
    ...added.map((count) => suppressRow([count.below, count.participants - count.below])),
  ]
    .flatMap(({ cells, total }) => [...cells, total])
    .includes(null);
  return isHidden
    ? { ...measure, participants: row.total, below: null, interval: null, probability: null }
    : measure;
}
