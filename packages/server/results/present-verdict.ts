import type { SchoolVerdictAnswer } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRun, RunDisclosure } from '@opora/domain/results/identification-run.ts';
import { lowInYear } from '@opora/domain/results/run-schools.ts';
import type { SchoolVerdict } from './verdict-queries.ts';

type Seen = {
  /** The school's own people see all of it; so does who has opened it, for this once. */
  readonly isWhole: boolean;
  readonly disclosures: readonly RunDisclosure[];
};

/** A verdict with its reasons: whole, or as it is seen above the school level. */
export function presentVerdict(
  run: IdentificationRun,
  { orgUnitId, verdict, whole, shown }: SchoolVerdict,
  { isWhole, disclosures }: Seen,
): SchoolVerdictAnswer {
  const { certainty, listedProbability, reasons } = isWhole ? whole : shown;
  return {
    run,
    verdict: { orgUnitId, verdict, certainty, low: lowInYear(reasons, run.year) },
    listedProbability,
    reasons,
    isSmallHidden: !isWhole,
    disclosures: disclosures.filter((one) => one.runId === run.id && one.orgUnitId === orgUnitId),
  };
}
