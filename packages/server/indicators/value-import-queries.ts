import { sql } from 'kysely';
import { z } from 'zod';
import { CampaignSection } from '@opora/domain/indicators/campaign.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { valueStates } from '@opora/domain/indicators/indicator-value.ts';
import { cellKey, type HeldValue, type ImportedValue } from '@opora/domain/indicators/value-import.ts';
import { ValueImportCounts, type ValueImportEntry } from '@opora/domain/indicators/value-import-contract.ts';
import { sheetProblems } from '@opora/domain/indicators/value-sheet.ts';
import { readingFindings } from '@opora/domain/indicators/read-value.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

const Numbers = {
  orgUnitId: z.uuid(),
  indicator: z.string(),
  state: z.enum(valueStates),
  amount: z.number().nullable(),
  total: z.number().nullable(),
  typed: z.string().nullable(),
};
const Place = { sheet: z.string(), row: z.number(), column: z.number() };

const ReadValues = z.object({
  values: z.array(z.object({ ...Numbers, ...Place })),
  problems: z.array(
    z.object({ ...Place, text: z.string(), problem: z.enum([...sheetProblems, ...readingFindings]) }),
  ),
});
export type ReadValues = z.infer<typeof ReadValues>;

/** What an applied value took the place of; null where there was none. */
const Replaced = z.array(
  z.object({
    ...Numbers,
    before: z
      .object({
        ...Numbers,
        definitionVersion: z.number(),
        source: z.string(),
        // Not said of what was loaded while values of tables stood outside of forms.
        submissionId: z.uuid().nullable().default(null),
      })
      .nullable(),
  }),
);
export type Replaced = z.infer<typeof Replaced>;

export type ValueImport = {
  readonly id: string;
  readonly scope: string;
  readonly period: string;
  readonly fileName: string;
  readonly state: ValueImportEntry['state'] | 'discarded';
  readonly reading: ReadValues;
  readonly before: Replaced;
  readonly counts: ValueImportCounts;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly version: number;
};

const importsShown = 100;

const entries = (db: Db) =>
  db
    .selectFrom('value_import')
    .leftJoin('person', 'person.id', 'value_import.created_by')
    .select(['value_import.id', 'period_code', 'file_name', 'state', 'counts', 'created_at', 'applied_at'])
    .select(['value_import.version', 'person.surname', 'person.given_name', 'person.patronymic'])
    .where('state', '<>', 'discarded');

/** The newest first, without what was read. */
export async function listValueImports(db: Db): Promise<ValueImportEntry[]> {
  const rows = await entries(db)
    .orderBy('created_at', 'desc')
    .orderBy('value_import.id')
    .limit(importsShown)
    .execute();
  return rows.map(presentEntry);
}

export async function getValueImportEntry(db: Db, id: string): Promise<ValueImportEntry> {
  return presentEntry(await entries(db).where('value_import.id', '=', id).executeTakeFirstOrThrow());
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

const presentEntry = (row: EntryRow): ValueImportEntry => ({
  id: row.id,
  period: row.period_code,
  fileName: row.file_name,
  // The query leaves out the fourth state of the column's check constraint.
  state: row.state as ValueImportEntry['state'],
  counts: ValueImportCounts.parse(row.counts),
  by:
    row.surname === null || row.given_name === null
      ? null
      : formatSurnameFirst({ surname: row.surname, givenName: row.given_name, patronymic: row.patronymic }),
  createdAt: row.created_at.toISOString(),
  appliedAt: row.applied_at?.toISOString() ?? null,
  version: row.version,
});

/** Held until the transaction ends: nobody applies or undoes it twice. */
export async function holdValueImport(tx: Tx, id: string): Promise<ValueImport | undefined> {
  await tx.selectFrom('value_import').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return findValueImport(tx, id);
}

export async function findValueImport(db: Db, id: string): Promise<ValueImport | undefined> {
  const row = await db
    .selectFrom('value_import')
    .innerJoin('value_import_content', 'value_import_content.value_import_id', 'value_import.id')
    .selectAll('value_import')
    .select(['reading', 'before'])
    .where('id', '=', id)
    .where('state', '<>', 'discarded')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    scope: row.scope,
    period: row.period_code,
    fileName: row.file_name,
    // The column's check constraint holds the same list.
    state: row.state as ValueImport['state'],
    reading: ReadValues.parse(row.reading),
    before: Replaced.parse(row.before),
    counts: ValueImportCounts.parse(row.counts),
    createdBy: row.created_by,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    version: row.version,
  };
}

export async function insertValueImport(tx: Tx, draft: ValueImport): Promise<void> {
  await tx
    .insertInto('value_import')
    .values({
      id: draft.id,
      scope: draft.scope,
      period_code: draft.period,
      file_name: draft.fileName,
      state: draft.state,
      counts: JSON.stringify(draft.counts),
      created_by: draft.createdBy,
      created_at: draft.createdAt,
      applied_at: draft.appliedAt,
      version: draft.version,
    })
    .execute();
  await tx
    .insertInto('value_import_content')
    .values({
      value_import_id: draft.id,
      scope: draft.scope,
      reading: JSON.stringify(draft.reading),
      before: JSON.stringify(draft.before),
    })
    .execute();
}

/** Of what is no draft any more the reading goes; `before` stays while it can be undone. */
export async function updateValueImport(tx: Tx, one: ValueImport): Promise<void> {
  const isDraft = one.state === 'draft';
  const content = await tx
    .updateTable('value_import_content')
    .set({
      reading: JSON.stringify(isDraft ? one.reading : { values: [], problems: [] }),
      before: JSON.stringify(one.state === 'applied' ? one.before : []),
    })
    .where('value_import_id', '=', one.id)
    .executeTakeFirst();
  expectRows(content, 1);
  const changed = await tx
    .updateTable('value_import')
    .set({
      state: one.state,
      counts: JSON.stringify(one.counts),
      applied_at: one.appliedAt,
      version: one.version,
    })
    .where('id', '=', one.id)
    .where('version', '=', one.version - 1)
    .executeTakeFirst();
  expectRows(changed, 1);
}

export type HeldRow = Omit<HeldValue, 'isHidden'> & {
  readonly scope: string;
  readonly definitionVersion: number;
  readonly source: string;
  readonly madeBy: string;
  readonly submissionId: string | null;
  /** Typed into a form that is still with its school. */
  readonly isDraft: boolean;
};

/** Values of these schools and one period, with whether a form that carries or asks for them has left the school. */
export async function listHeldValues(
  db: Db,
  orgUnitIds: readonly string[],
  period: string,
): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select value.org_unit_id as "orgUnitId", value.scope::text as scope, value.indicator_code as indicator, value.state, value.amount,
      value.total, value.typed, value.definition_version as "definitionVersion", value.source, value.made_by as "madeBy",
      value.submission_id as "submissionId",
      coalesce(submission.stage <> 'school', false) as "isSent", coalesce(submission.stage = 'school', false) as "isDraft"
    from indicator_value as value left join submission on submission.id = value.submission_id
    where value.period_code = ${period} and value.org_unit_id = any(${orgUnitIds}::uuid[])`.execute(db);
  const sent = await listSentCells(db, orgUnitIds, period);
  return rows.map((row) => ({ ...row, isSent: row.isSent || sent.has(cellKey(row)) }));
}

export type PreviousRow = Pick<HeldRow, keyof ImportedValue | 'scope' | 'madeBy' | 'isDraft'>;

/** Of another period: what the checks compare with. */
export async function listPreviousValues(
  db: Db,
  orgUnitIds: readonly string[],
  period: string,
): Promise<PreviousRow[]> {
  const { rows } = await sql<PreviousRow>`
    select value.org_unit_id as "orgUnitId", value.scope::text as scope, value.indicator_code as indicator, value.state, value.amount,
      value.total, value.typed, value.made_by as "madeBy", coalesce(submission.stage = 'school', false) as "isDraft"
    from indicator_value as value left join submission on submission.id = value.submission_id
    where value.period_code = ${period} and value.org_unit_id = any(${orgUnitIds}::uuid[])`.execute(db);
  return rows;
}

/** Cells (`cellKey`) that forms of these schools ask for and that have left them, whichever way their values came in. */
export async function listSentCells(
  db: Db,
  orgUnitIds: readonly string[],
  period: string,
): Promise<Set<string>> {
  const forms = await db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .select(['submission.org_unit_id', 'submission.campaign_id', 'spared'])
    .where('campaign.period_code', '=', period)
    .where('submission.stage', '<>', 'school')
    .where('submission.org_unit_id', '=', sql<string>`any(${orgUnitIds}::uuid[])`)
    .execute();
  if (forms.length === 0) return new Set();
  const campaigns = await db
    .selectFrom('campaign')
    .select(['id', 'sections'])
    .where('id', 'in', [...new Set(forms.map((form) => form.campaign_id))])
    .execute();
  const asked = new Map(
    campaigns.map(({ id, sections }) => [
      id,
      z
        .array(CampaignSection)
        .parse(sections)
        .flatMap(({ indicators }) => indicators.map(({ code }) => code)),
    ]),
  );
  return new Set(
    forms.flatMap(({ org_unit_id: orgUnitId, campaign_id: campaignId, spared }) =>
      (asked.get(campaignId) ?? [])
        .filter((code) => !spared.includes(code))
        .map((indicator) => cellKey({ orgUnitId, indicator })),
    ),
  );
}

/** Cells (`cellKey`) of these schools and one period that have something understood in them, «not applicable» too. */
export async function listGivenCells(
  db: Db,
  orgUnitIds: readonly string[],
  period: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('indicator_value')
    .select(['org_unit_id as orgUnitId', 'indicator_code as indicator'])
    .where('period_code', '=', period)
    .where('state', '<>', 'unreadable')
    .where('org_unit_id', '=', sql<string>`any(${orgUnitIds}::uuid[])`)
    .execute();
  return new Set(rows.map(cellKey));
}

export async function deleteImportedValues(
  tx: Tx,
  period: string,
  keys: readonly { readonly orgUnitId: string; readonly indicator: string }[],
): Promise<void> {
  await sql`
    delete from indicator_value as value
    using unnest(${keys.map(({ orgUnitId }) => orgUnitId)}::uuid[], ${keys.map(({ indicator }) => indicator)}::text[]) as said (unit, code)
    where value.period_code = ${period} and value.org_unit_id = said.unit and value.indicator_code = said.code`.execute(
    tx,
  );
}
