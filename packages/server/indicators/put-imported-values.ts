import { sql } from 'kysely';
import type { ImportedValue } from '@opora/domain/indicators/value-import.ts';
import { arrayText } from '../platform/array-text.ts';
import type { Tx } from '../platform/database.ts';

export type WrittenValue = ImportedValue & {
  readonly id: string;
  readonly scope: string;
  readonly definitionVersion: number;
  readonly source: string;
  /** The form of its school that carries it; null: it counts at once. */
  readonly submissionId: string | null;
};

type Writing = { readonly period: string; readonly personId: string; readonly at: Date };

const rowsAtOnce = 5_000;

/**
 * Puts values in, over what was said of the same school, period and indicator. Each has its row of the history, as the trigger of the table would write it, by the statement that
 * writes the values: a trigger for each of a hundred thousand takes three times as long.
 */
export async function putImportedValues(
  tx: Tx,
  values: readonly WrittenValue[],
  writing: Writing,
): Promise<void> {
  await auditBy(tx, 'statement');
  for (let from = 0; from < values.length; from += rowsAtOnce) {
    // One after another: they share a transaction.
    // oxlint-disable-next-line no-await-in-loop
    await putAudited(tx, values.slice(from, from + rowsAtOnce), writing);
  }
  await auditBy(tx, 'row');
  const [one] = values;
  if (one !== undefined)
    await sql`select note_indicator_change(${writing.period}, ${one.scope}::public.ltree)`.execute(tx);
}

/** Until the transaction ends or it is said anew. */
async function auditBy(tx: Tx, way: 'statement' | 'row'): Promise<void> {
  await sql`select set_config('app.audited_by', ${way}, true)`.execute(tx);
}

/** Arrays of columns, for thousands of rows have too many parameters. What was there is held before anything is written. */
async function putAudited(
  tx: Tx,
  part: readonly WrittenValue[],
  { period, personId, at }: Writing,
): Promise<void> {
  const column = (of: (value: WrittenValue) => string | number | null) => arrayText(part.map(of));
  const units = [...new Set(part.map(({ orgUnitId }) => orgUnitId))];
  await sql`
    with said as (
      select * from unnest(${column(({ id }) => id)}::uuid[], ${column(({ orgUnitId }) => orgUnitId)}::uuid[],
        ${column(({ scope }) => scope)}::public.ltree[], ${column(({ indicator }) => indicator)}::text[],
        ${column((value) => value.definitionVersion)}::int[], ${column(({ state }) => state)}::text[],
        ${column(({ amount }) => amount)}::numeric[], ${column(({ total }) => total)}::numeric[],
        ${column(({ typed }) => typed)}::text[], ${column(({ source }) => source)}::text[],
        ${column(({ submissionId }) => submissionId)}::uuid[])
        as said (id, org_unit_id, scope, code, definition_version, state, amount, total, typed, source, submission_id)
    ),
    was as (
      select value.* from indicator_value as value join said on said.org_unit_id = value.org_unit_id and said.code = value.indicator_code
      where value.period_code = ${period} and value.org_unit_id = any(${units}::uuid[])
      for update of value
    ),
    written as (
      insert into indicator_value (id, org_unit_id, scope, period_code, indicator_code, definition_version, state, amount, total, typed,
        source, submission_id, made_by, made_at, version)
      select said.id, said.org_unit_id, said.scope, ${period}, said.code, said.definition_version, said.state, said.amount, said.total,
        said.typed, said.source, said.submission_id, ${personId}::uuid, ${at}::timestamptz, 1
      from said cross join (select count(*) from was) as held_before
      on conflict on constraint indicator_value_once do update set definition_version = excluded.definition_version,
        state = excluded.state, amount = excluded.amount, total = excluded.total, typed = excluded.typed, source = excluded.source,
        submission_id = excluded.submission_id, made_by = excluded.made_by, made_at = excluded.made_at, version = indicator_value.version + 1
      returning indicator_value.*
    )
    insert into audit (at, operation_id, actor_id, table_name, row_id, change, old_row, new_row, scope)
    select clock_timestamp(), nullif(current_setting('app.operation', true), '')::uuid, nullif(current_setting('app.actor', true), '')::uuid,
      'indicator_value', written.id::text, case when was.id is null then 'insert' else 'update' end,
      case when was.id is not null then to_jsonb(was) - '{amount,total,typed}'::text[] end,
      to_jsonb(told) || (case when was.amount is distinct from written.amount then '{"amount": "…"}'::jsonb else '{}' end
        || case when was.total is distinct from written.total then '{"total": "…"}'::jsonb else '{}' end
        || case when was.typed is distinct from written.typed then '{"typed": "…"}'::jsonb else '{}' end),
      written.scope
    from written left join was on was.id = written.id
    cross join lateral (
      select written.id, written.org_unit_id, written.scope, written.period_code, written.indicator_code, written.definition_version,
        written.state, written.source, written.submission_id, written.made_by, written.made_at, written.version
    ) as told`.execute(tx);
}
