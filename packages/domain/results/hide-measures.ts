import type { RunInputs, RunMeasure, RunReasons } from './identification-run.ts';
import type { IdentificationRule } from './methodology.ts';
import { procedureKey } from './procedure.ts';
import { suppressRow } from './suppress-cells.ts';

/**
 * The reasons as they may go above the school level: where 1 to 4 pupils were below the minimum, or passed, the counts and all that would give them away are
 * hidden — the interval, the probability, and how many pupils would change the verdict. Where years are added, a small count of one of them hides the sum: the
 * other years are shown elsewhere.
 */
export function hideSmall({ measures }: RunReasons, inputs: RunInputs, rule: IdentificationRule): RunReasons {
  const shown = measures.map((measure) => hideMeasure(measure, inputs, rule));
  return { measures: shown, change: null };
}

function hideMeasure(measure: RunMeasure, { counts }: RunInputs, rule: IdentificationRule): RunMeasure {
  const { participants, below, procedure, year } = measure;
  if (participants === null || below === null) return measure;
  const key = procedureKey(procedure);
  const added = counts.filter(
    (count) =>
      count.year <= year && count.year > year - rule.yearsPooled && procedureKey(count.procedure) === key,
  );
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
