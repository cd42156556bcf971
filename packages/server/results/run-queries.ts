import { type Updateable, sql } from 'kysely';
import { z } from 'zod';
import type { IdentificationRun, RunAct } from '@opora/domain/results/identification-run.ts';
import { RunPrior, runStates } from '@opora/domain/results/identification-run.ts';
import { Methodology } from '@opora/domain/results/methodology.ts';
import { Verdict } from '@opora/domain/results/verdict.ts';
import type { IdentificationRun as RunRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';
import { nameOf } from './methodology-queries.ts';

/** Runs that the person sees, the latest year and the latest made first. */
export async function listRuns(db: Db): Promise<IdentificationRun[]> {
  const rows = await selectRuns(db).orderBy('year', 'desc').orderBy('made_at', 'desc').execute();
  return presentRuns(db, rows);
}

export async function findRun(db: Db, id: string): Promise<IdentificationRun | undefined> {
  const rows = await selectRuns(db).where('identification_run.id', '=', id).execute();
  return (await presentRuns(db, rows))[0];
}

export async function findDigest(db: Db, runId: string): Promise<string> {
  const found = db.selectFrom('identification_run').select('digest').where('id', '=', runId);
  return (await found.executeTakeFirstOrThrow()).digest;
}

export async function listRunPriors(db: Db, runId: string): Promise<RunPrior[]> {
  const row = await db
    .selectFrom('identification_run')
    .select('priors')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return z.array(RunPrior).parse(row.priors);
}

type NewRun = Pick<IdentificationRun, 'id' | 'orgUnitId' | 'scope' | 'year' | 'methodology'> & {
  /** SHA-256 of what the run was made from. It stays in the database: hidden numbers of a small list could be found by it. */
  readonly digest: string;
  readonly priors: readonly RunPrior[];
  readonly by: { readonly personId: string; readonly now: Date };
};

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx
    .insertInto('identification_run')
    .values({
      id: run.id,
      org_unit_id: run.orgUnitId,
      scope: run.scope,
      year: run.year,
      methodology: JSON.stringify(run.methodology),
      priors: JSON.stringify(run.priors),
      digest: run.digest,
      state: 'draft',
      ended: '[]',
      made_by: run.by.personId,
      made_at: run.by.now,
      version: 1,
    })
    .execute();
}

/** False when somebody changed it meanwhile. */
export async function updateRun(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  changed: Updateable<RunRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('identification_run')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteRun(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('identification_run').where('id', '=', id).executeTakeFirst(), 1);
}

/** A category that an approval ended before its time, with the last day that it had. */
export const EndedCategory = z.object({ id: z.uuid(), untilOn: z.string().nullable() });
export type EndedCategory = z.infer<typeof EndedCategory>;

export async function listEnded(db: Db, runId: string): Promise<EndedCategory[]> {
  const row = await db
    .selectFrom('identification_run')
    .select('ended')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return z.array(EndedCategory).parse(row.ended);
}

function selectRuns(db: Db) {
  return db
    .selectFrom('identification_run')
    .leftJoin('person', 'person.id', 'identification_run.made_by')
    .select(['identification_run.id', 'identification_run.org_unit_id', 'identification_run.scope'])
    .select(['year', 'methodology', 'state', 'act_number', 'act_on', 'from_on', 'until_on'])
    .select(['withdrawn_act_number', 'withdrawn_act_on', 'withdrawn_from_on', 'made_at'])
    .select(['identification_run.version', 'person.surname', 'person.given_name', 'person.patronymic']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>;

async function presentRuns(db: Db, rows: readonly Row[]): Promise<IdentificationRun[]> {
  const counts = await countVerdicts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    orgUnitId: row.org_unit_id,
    scope: row.scope,
    year: row.year,
    methodology: Methodology.parse(row.methodology),
    state: z.enum(runStates).parse(row.state),
    act: actOf(row.act_number, row.act_on, row.from_on, row.until_on),
    withdrawal: actOf(row.withdrawn_act_number, row.withdrawn_act_on, row.withdrawn_from_on, null),
    madeBy: nameOf(row),
    madeAt: row.made_at.toISOString(),
    version: row.version,
    counts: counts.get(row.id) ?? {},
  }));
}

async function countVerdicts(
  db: Db,
  runIds: readonly string[],
): Promise<Map<string, IdentificationRun['counts']>> {
  const rows = await db
    .selectFrom('identification_verdict')
    .select(['run_id', 'verdict', sql<number>`count(*)::integer`.as('schools')])
    .where('run_id', '=', (eb) => eb.fn.any(eb.val([...runIds])))
    .groupBy(['run_id', 'verdict'])
    .execute();
  const counts = new Map<string, Partial<Record<Verdict, number>>>();
  for (const { run_id: runId, verdict, schools } of rows)
    counts.set(runId, { ...counts.get(runId), [Verdict.parse(verdict)]: schools });
  return counts;
}

function actOf(
  actNumber: string | null,
  actOn: string | null,
  fromOn: string | null,
  untilOn: string | null,
): RunAct | null {
  return actNumber === null || actOn === null || fromOn === null
    ? null
    : { actNumber, actOn, fromOn, untilOn };
}
