import type { RunDisclosure } from '@opora/domain/results/identification-run.ts';
import type { Db, Tx } from '../platform/database.ts';
import { nameOf } from './methodology-queries.ts';

/** Who opened exact numbers: of a run or of a school, as far as row security shows them, the latest first. */
export async function listDisclosures(
  db: Db,
  { runId, orgUnitId }: { readonly runId?: string; readonly orgUnitId?: string },
): Promise<RunDisclosure[]> {
  let query = db
    .selectFrom('verdict_disclosure')
    .leftJoin('person', 'person.id', 'verdict_disclosure.opened_by')
    .select(['verdict_disclosure.id', 'run_id', 'verdict_disclosure.org_unit_id', 'opened_at', 'reason'])
    .select(['person.surname', 'person.given_name', 'person.patronymic']);
  if (runId !== undefined) query = query.where('run_id', '=', runId);
  if (orgUnitId !== undefined) query = query.where('verdict_disclosure.org_unit_id', '=', orgUnitId);
  const rows = await query.orderBy('opened_at', 'desc').orderBy('verdict_disclosure.id').execute();
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    orgUnitId: row.org_unit_id,
    openedBy: nameOf(row),
    openedAt: row.opened_at.toISOString(),
    reason: row.reason,
  }));
}

type NewDisclosure = {
  readonly id: string;
  readonly runId: string;
  readonly orgUnitId: string;
  readonly scope: string;
  readonly runScope: string;
  readonly reason: string;
  readonly by: { readonly personId: string; readonly now: Date };
};

export async function insertDisclosure(tx: Tx, disclosure: NewDisclosure): Promise<void> {
  await tx
    .insertInto('verdict_disclosure')
    .values({
      id: disclosure.id,
      run_id: disclosure.runId,
      org_unit_id: disclosure.orgUnitId,
      scope: disclosure.scope,
      run_scope: disclosure.runScope,
      opened_by: disclosure.by.personId,
      opened_at: disclosure.by.now,
      reason: disclosure.reason,
    })
    .execute();
}
