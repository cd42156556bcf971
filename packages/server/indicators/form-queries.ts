import { type Insertable, sql } from 'kysely';
import { z } from 'zod';
import {
  askedLevels,
  campaignStates,
  CampaignSection,
  submissionStages,
} from '@opora/domain/indicators/campaign.ts';
import { type IndicatorValue, valueSources, valueStates } from '@opora/domain/indicators/indicator-value.ts';
import type { FormAnswer, FormValue } from '@opora/domain/indicators/school-form.ts';
import type { IndicatorValue as ValueRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

const Sections = z.array(CampaignSection);

const formRows = (db: Db) =>
  db
    .selectFrom('submission as form')
    .innerJoin('campaign', 'campaign.id', 'form.campaign_id')
    .innerJoin('org_unit as school', 'school.id', 'form.org_unit_id')
    .select([
      'form.id',
      'form.version',
      'form.campaign_id',
      'form.org_unit_id',
      'form.scope',
      'form.stage',
      'form.is_returned',
      'form.rounds',
      'form.spared',
      'form.held_by',
      'form.released_on',
      'form.exception_reason',
      'form.asked_count',
      'form.given_count',
      'campaign.title',
      'campaign.asks',
      'campaign.period_code',
      'campaign.sections',
      'campaign.state as campaign_state',
      'campaign.opens_on',
      'school.short_name as school_name',
    ])
    .select((eb) => [
      eb.fn.coalesce('form.late_after', 'campaign.late_after').as('late_after'),
      eb.fn.coalesce('form.closed_after', 'campaign.closed_after').as('closed_after'),
    ]);

export type KeptForm = ReturnType<typeof presentForm>;

export async function findForm(db: Db, submissionId: string): Promise<KeptForm | undefined> {
  const row = await formRows(db).where('form.id', '=', submissionId).executeTakeFirst();
  return row === undefined ? undefined : presentForm(row);
}

/** Other forms of the school for the same period that are with it, the first that was made first. */
export async function listFormsBeside(
  db: Db,
  { id, orgUnitId, period }: Pick<KeptForm, 'id' | 'orgUnitId' | 'period'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .select('submission.id')
    .where('submission.org_unit_id', '=', orgUnitId)
    .where('campaign.period_code', '=', period)
    .where('submission.stage', '=', 'school')
    .where('submission.id', '<>', id)
    .orderBy('submission.assigned_on')
    .orderBy('submission.id')
    .execute();
  return rows.map((row) => row.id);
}

/** The form, which nobody else moves or fills until the transaction ends. */
export async function holdForm(tx: Tx, submissionId: string): Promise<KeptForm | undefined> {
  await tx.selectFrom('submission').select('id').where('id', '=', submissionId).forNoKeyUpdate().execute();
  return findForm(tx, submissionId);
}

type FormRow = Awaited<ReturnType<ReturnType<typeof formRows>['executeTakeFirstOrThrow']>>;

const presentForm = (row: FormRow) => ({
  id: row.id,
  version: row.version,
  campaignId: row.campaign_id,
  orgUnitId: row.org_unit_id,
  scope: row.scope,
  stage: z.enum(submissionStages).parse(row.stage),
  isReturned: row.is_returned,
  rounds: row.rounds,
  isHeld: row.held_by !== null,
  releasedOn: row.released_on,
  exceptionReason: row.exception_reason,
  askedCount: row.asked_count,
  givenCount: row.given_count,
  title: row.title,
  asks: z.enum(askedLevels).parse(row.asks),
  period: row.period_code,
  // What the system knows already, the school is not asked.
  sections: Sections.parse(row.sections).map(({ title, indicators }) => ({
    title,
    indicators: indicators.filter(({ code }) => !row.spared.includes(code)),
  })),
  campaignState: z.enum(campaignStates).parse(row.campaign_state),
  opensOn: row.opens_on,
  lateAfter: row.late_after,
  closedAfter: row.closed_after,
  schoolName: row.school_name,
});

export type KeptValue = Omit<FormValue, 'isHidden'> & { readonly period: string };

/** Values of a school in some periods: one walk along the index of what is kept once. */
export async function listSchoolValues(
  db: Db,
  orgUnitId: string,
  periods: readonly string[],
): Promise<KeptValue[]> {
  const rows = await db
    .selectFrom('indicator_value')
    .select([
      'period_code',
      'indicator_code',
      'definition_version',
      'state',
      'amount',
      'total',
      'typed',
      'source',
      'version',
    ])
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', 'in', periods)
    .execute();
  return rows.map((row) => ({
    period: row.period_code,
    indicator: row.indicator_code,
    definitionVersion: row.definition_version,
    state: z.enum(valueStates).parse(row.state),
    amount: row.amount,
    total: row.total,
    typed: row.typed,
    source: z.enum(valueSources).parse(row.source),
    version: row.version,
  }));
}

export type PutValue = IndicatorValue & {
  readonly id: string;
  readonly definitionVersion: number;
  readonly version: number;
};

export type PutBy = {
  readonly form: Pick<KeptForm, 'id' | 'orgUnitId' | 'scope' | 'period'>;
  readonly personId: string;
  readonly at: Date;
};

/** Puts values in, over what was said of the same indicator and period. */
export async function putValues(
  tx: Tx,
  values: readonly PutValue[],
  { form, personId, at }: PutBy,
): Promise<void> {
  const rows = values.map((value): Insertable<ValueRow> => ({
    id: value.id,
    org_unit_id: form.orgUnitId,
    scope: form.scope,
    period_code: form.period,
    indicator_code: value.indicator,
    definition_version: value.definitionVersion,
    state: value.state,
    amount: value.amount,
    total: value.total,
    typed: value.typed,
    source: value.source,
    submission_id: form.id,
    made_by: personId,
    made_at: at,
    version: value.version,
  }));
  const over = (column: string) => sql.ref(`excluded.${column}`);
  await inBatches(rows, (batch) =>
    tx
      .insertInto('indicator_value')
      .values([...batch])
      .onConflict((conflict) =>
        conflict.constraint('indicator_value_once').doUpdateSet({
          definition_version: sql`${over('definition_version')}`,
          state: sql`${over('state')}`,
          amount: sql`${over('amount')}`,
          total: sql`${over('total')}`,
          typed: sql`${over('typed')}`,
          source: sql`${over('source')}`,
          submission_id: form.id,
          made_by: personId,
          made_at: at,
          version: sql`${over('version')}`,
        }),
      )
      .execute(),
  );
}

export async function deleteValues(
  tx: Tx,
  { orgUnitId, period }: Pick<KeptForm, 'orgUnitId' | 'period'>,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .deleteFrom('indicator_value')
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', period)
    .where('indicator_code', 'in', codes)
    .execute();
}

/** Values of what the form asks that were typed as totals of other forms which are still with the school go with this one. */
export async function claimValues(
  tx: Tx,
  { id, orgUnitId, period, sections }: Pick<KeptForm, 'id' | 'orgUnitId' | 'period' | 'sections'>,
): Promise<void> {
  const codes = sections.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  await tx
    .updateTable('indicator_value')
    .set({ submission_id: id })
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', period)
    .where('indicator_code', '=', (eb) => eb.fn.any(eb.val(codes)))
    .where('submission_id', 'in', (eb) =>
      eb
        .selectFrom('submission')
        .select('submission.id')
        .where('submission.org_unit_id', '=', orgUnitId)
        .where('submission.stage', '=', 'school')
        .where('submission.id', '<>', id),
    )
    .execute();
}

export async function setGivenCount(tx: Tx, submissionId: string, count: number): Promise<void> {
  await tx.updateTable('submission').set({ given_count: count }).where('id', '=', submissionId).execute();
}

/** Explanations of a form in the order in which they were given. */
export async function listAnswers(db: Db, submissionId: string): Promise<FormAnswer[]> {
  const rows = await db
    .selectFrom('submission_answer')
    .select(['check_key', 'seen', 'answer', 'made_at'])
    .where('submission_id', '=', submissionId)
    .orderBy('made_at')
    .orderBy('check_key')
    .execute();
  return rows.map((row) => ({
    checkKey: row.check_key,
    seen: row.seen,
    answer: row.answer,
    madeAt: row.made_at.toISOString(),
  }));
}
