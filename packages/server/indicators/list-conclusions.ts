import { can } from '@opora/domain/basics/can.ts';
import { numbersSince } from '@opora/domain/indicators/conclusion-numbers.ts';
import type { ConclusionAnswer, ConclusionNumber } from '@opora/domain/indicators/dynamics-contract.ts';
import { comparePeriods, type PeriodCode } from '@opora/domain/indicators/report-period.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { findResultSight } from '../results/result-sight.ts';
import { listConclusions as listKept } from './conclusion-queries.ts';
import { getDynamics } from './get-dynamics.ts';
import type { Registers } from './register-source.ts';

/** Each with what it was drawn from beside the numbers as they are shown to the reader now. */
export async function listConclusions(
  unit: OrgUnit,
  call: Call,
  sources: Registers,
): Promise<ConclusionAnswer> {
  const { isAbove } = await findResultSight(call.tx, call.actor);
  const kept = await listKept(call.tx, { orgUnitId: unit.id, isOwn: !isAbove });
  const only = codesAndPeriods(kept.flatMap(({ numbers }) => numbers));
  const shown =
    only.codes.size === 0
      ? { rows: [], indicators: [] }
      : await getDynamics({ orgUnitId: unit.id, only }, call, sources);
  return {
    kept: kept.map((one) => ({ ...one, numbers: numbersSince(one.numbers, shown) })),
    mayKeep: can(call.actor, 'indicators.enter', unit),
    indicators: [...shown.indicators],
  };
}

export function codesAndPeriods(numbers: readonly Pick<ConclusionNumber, 'indicator' | 'period'>[]): {
  readonly codes: ReadonlySet<string>;
  readonly periods: readonly PeriodCode[];
} {
  return {
    codes: new Set(numbers.map(({ indicator }) => indicator)),
    periods: [...new Set(numbers.map(({ period }) => period))].toSorted(comparePeriods),
  };
}
