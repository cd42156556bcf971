import { Refusal } from '@opora/domain/basics/refusal.ts';
import { areNumbersOf } from '@opora/domain/indicators/conclusion-numbers.ts';
import type { ConclusionFields } from '@opora/domain/indicators/dynamics-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { findResultSight } from '../results/result-sight.ts';
import { putConclusion } from './conclusion-queries.ts';
import { getDynamics } from './get-dynamics.ts';
import { codesAndPeriods } from './list-conclusions.ts';
import type { Registers } from './register-source.ts';

/** Keeps the words of a person with the numbers she saw, read again in this transaction: a text about others is refused. */
export async function keepConclusion(
  { id, scope }: OrgUnit,
  fields: ConclusionFields,
  call: Call,
  sources: Registers,
): Promise<void> {
  const only = codesAndPeriods(fields.numbers);
  const shown = await getDynamics({ orgUnitId: id, only }, call, sources);
  if (!areNumbersOf(fields, shown)) throw new Refusal('conclusion-numbers-changed');
  const { isAbove } = await findResultSight(call.tx, call.actor);
  await putConclusion(call.tx, fields, {
    orgUnitId: id,
    scope,
    isOwn: !isAbove,
    personId: call.actor.personId,
    at: call.now,
  });
}
