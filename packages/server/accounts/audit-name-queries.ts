import { sql } from 'kysely';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { Db } from '../platform/database.ts';

/**
 * What the history calls a row of a table by when another row refers to it, as SQL over `row`. A table that audited rows refer to wants
 * its line here, or its people see «removed» (audit.test.ts asks for it).
 */
export const rowNames: Readonly<Record<string, string>> = {
  org_unit: 'row.name',
  person: 'row.surname',
  role_assignment: 'row.role',
  register_import: 'row.file_name',
  exam_import: 'row.file_name',
  identification_run: "(row.methodology ->> 'title') || ', ' || row.year",
  campaign: 'row.title',
  submission: `(select campaign.title from campaign where campaign.id = row.campaign_id)
    || coalesce(', ' || (select org_unit.short_name from org_unit where org_unit.id = row.org_unit_id), '')`,
  production_year: 'row.year::text',
  stored_file: 'row.name',
  plan: 'row.title',
  plan_draft: 'row.file_name',
  plan_section: 'row.title',
  plan_amendment: '(select plan.title from plan where plan.id = row.plan_id)',
  hearing:
    "(select org_unit.short_name from org_unit where org_unit.id = row.school_id) || ', ' || to_char(row.on_date, 'DD.MM.YYYY')",
  plan_dating: 'row.title',
  requirement: `(select ltrim(activity.printed_no || ' ' || activity.title) from activity where activity.id = row.activity_id)`,
  activity: `ltrim(row.printed_no || ' ' || row.title)`,
  expected_result: 'row.raw',
  instance: `(select ltrim(activity.printed_no || ' ' || activity.title) from activity where activity.id = row.activity_id)
    || coalesce(', ' || to_char(row.due_on, 'DD.MM.YYYY'), '')`,
};

/** Names of these ids, and of these paths of the tree, as far as row security shows them; others are left out. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [uuids, paths] = [ids.filter(isId), ids.filter(isPath)];
  const units = await db
    .selectFrom('org_unit')
    .select(['scope', 'name'])
    .where('scope', '=', sql<string>`any(${paths}::public.ltree[])`)
    .execute();
  const people = await db
    .selectFrom('person')
    .select(['id', 'surname', 'given_name', 'patronymic'])
    .where('id', '=', sql<string>`any(${uuids}::uuid[])`)
    .execute();
  const parts = Object.entries(rowNames).map(
    ([table, name]) =>
      sql`select row.id, ${sql.raw(name)} as name from ${sql.id(table)} as row where row.id = any(${uuids}::uuid[])`,
  );
  const { rows } = await sql<{
    id: string;
    name: string | null;
  }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map([
    ...rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])),
    ...units.map(({ scope, name }) => [scope, name] as const),
    ...people.map((row) => [row.id, personName(row)] as const),
  ]);
}

const personName = (row: { surname: string; given_name: string; patronymic: string | null }) =>
  formatSurnameFirst({ surname: row.surname, givenName: row.given_name, patronymic: row.patronymic });

const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
const isPath = (text: string): boolean => /^\w{1,100}(\.\w{1,100})*$/.test(text) && text.length < 1000;
