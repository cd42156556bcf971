import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { SchoolVerdictAnswer } from '@opora/domain/results/identification-contract.ts';
import type { Call } from '../platform/mount.ts';
import { presentVerdict } from './present-verdict.ts';
import { findRun } from './run-queries.ts';
import { insertDisclosure, listDisclosures } from './verdict-disclosure-queries.ts';
import { listSchoolVerdicts } from './verdict-queries.ts';

type Asked = { readonly runId: string; readonly orgUnitId: string; readonly reason: string };

/** Exact numbers of one school for this once; who opened them and why stays with the list. */
export async function discloseVerdict(
  { runId, orgUnitId, reason }: Asked,
  { tx, allow, actor, now }: Call,
): Promise<SchoolVerdictAnswer> {
  const run = await findRun(tx, runId);
  if (run === undefined) throw new Refusal('not-found');
  allow('identification.manage', run);
  const [found] = await listSchoolVerdicts(tx, { runId, orgUnitId });
  if (found === undefined) throw new Refusal('not-found');
  await insertDisclosure(tx, {
    id: randomUUID(),
    runId,
    orgUnitId,
    scope: found.scope,
    runScope: run.scope,
    reason,
    by: { personId: actor.personId, now },
  });
  const disclosures = await listDisclosures(tx, { runId, orgUnitId });
  return presentVerdict(run, found, { isWhole: true, disclosures });
}
