import { type Insertable, sql, type Updateable } from 'kysely';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type {
  AskedLevel,
  CampaignState,
  SubmissionMove,
  SubmissionStage,
} from '@opora/domain/indicators/campaign.ts';
import type { Submission as SubmissionRow, SubmissionStep as StepRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

const formRows = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('org_unit as school', 'school.id', 'submission.org_unit_id')
    .selectAll('submission')
    .select([
      'campaign.state as campaign_state',
      'campaign.opens_on',
      'campaign.late_after as campaign_late_after',
      'campaign.closed_after as campaign_closed_after',
      'campaign.approved_by',
      'campaign.asks',
      'campaign.title',
      'school.opened_on as school_opened_on',
      'school.closed_on as school_closed_on',
      'school.short_name as school_name',
    ]);

type FormRow = Awaited<ReturnType<ReturnType<typeof formRows>['executeTakeFirstOrThrow']>>;

const present = (row: FormRow) => ({
  id: row.id,
  campaignId: row.campaign_id,
  orgUnitId: row.org_unit_id,
  scope: row.scope,
  // The columns' check constraints hold the same lists.
  stage: row.stage as SubmissionStage,
  campaignState: row.campaign_state as CampaignState,
  approvedBy: row.approved_by as 'municipality' | 'region',
  asks: row.asks as AskedLevel,
  title: row.title,
  schoolName: row.school_name,
  heldBy: row.held_by,
  rounds: row.rounds,
  firstSentOn: row.first_sent_on,
  lastSentOn: row.last_sent_on,
  askedCount: row.asked_count,
  givenCount: row.given_count,
  releasedOn: row.released_on,
  releasedReason: row.released_reason,
  ownLateAfter: row.late_after,
  ownClosedAfter: row.closed_after,
  exceptionReason: row.exception_reason,
  opensOn: row.opens_on,
  lateAfter: row.late_after ?? row.campaign_late_after,
  closedAfter: row.closed_after ?? row.campaign_closed_after,
  openedOn: row.school_opened_on,
  closedOn: row.school_closed_on,
  version: row.version,
});

export type KeptSubmission = ReturnType<typeof present>;

export async function findSubmission(db: Db, id: string): Promise<KeptSubmission | undefined> {
  const row = await formRows(db).where('submission.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Nobody else moves the forms until this transaction ends. In the order of ids, so that two such locks wait and do not stop one another for ever. */
export async function lockSubmissions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('submission')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Forms of a campaign, by the names of their schools. */
export async function listSubmissions(db: Db, campaignId: string): Promise<KeptSubmission[]> {
  const rows = await formRows(db)
    .where('campaign_id', '=', campaignId)
    .orderBy(sql`school.short_name collate by_number`)
    .execute();
  return rows.map(present);
}

/** Forms at the school's own stage, of every school below the nodes that is asked in a campaign that has begun. */
export async function listWaitingForms(
  db: Db,
  scopes: readonly string[],
  today: string,
): Promise<KeptSubmission[]> {
  const rows = await formRows(db)
    .where(sql<boolean>`submission.scope operator(public.<@) any (${scopes}::public.ltree[])`)
    .where('submission.stage', '=', 'school')
    .where('submission.released_on', 'is', null)
    .where('campaign.state', '!=', 'draft')
    .where('campaign.opens_on', '<=', today)
    .execute();
  return rows.map(present);
}

export async function insertSubmissions(tx: Tx, rows: readonly Insertable<SubmissionRow>[]): Promise<void> {
  await inBatches(rows, (batch) =>
    tx
      .insertInto('submission')
      .values([...batch])
      .execute(),
  );
}

/** False when somebody else was faster. */
export async function updateSubmission(
  tx: Tx,
  { id, version }: Pick<KeptSubmission, 'id' | 'version'>,
  changes: Updateable<SubmissionRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('submission')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertStep(tx: Tx, step: Insertable<StepRow>): Promise<void> {
  await tx.insertInto('submission_step').values(step).execute();
}

/** What was done with a form, in its order; people of an office that the reader may not see are without a name. */
export async function listSteps(db: Db, submissionId: string) {
  const rows = await db
    .selectFrom('submission_step as step')
    .innerJoin('org_unit as unit', 'unit.id', 'step.unit_id')
    .leftJoin('person', 'person.id', 'step.made_by')
    .select([
      'step.id',
      'step.move',
      'step.to_stage',
      'step.note',
      'step.made_by',
      'step.made_at',
      'unit.short_name as unit_name',
      'person.surname',
      'person.given_name',
      'person.patronymic',
    ])
    .where('submission_id', '=', submissionId)
    .orderBy('form_version')
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // The column's check constraint holds the same list.
    move: row.move as SubmissionMove,
    toStage: row.to_stage as SubmissionStage,
    note: row.note,
    madeBy: row.made_by,
    madeAt: row.made_at,
    unitName: row.unit_name,
    personName:
      row.surname === null || row.given_name === null
        ? null
        : formatSurnameFirst({ surname: row.surname, givenName: row.given_name, patronymic: row.patronymic }),
  }));
}

/** Nodes of municipalities, as far as the reader sees them: she sees those on her own line. */
export async function listMunicipalityScopes(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('org_unit').select('scope').where('kind', '=', 'municipality').execute();
  return rows.map(({ scope }) => scope);
}
