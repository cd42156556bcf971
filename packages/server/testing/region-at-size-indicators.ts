import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Tx } from '../platform/database.ts';

/** What schools are asked in the campaigns of a filled region. */
export const sizedIndicators = currentIndicators()
  .filter(({ origin, levels }) => origin.kind === 'asked' && levels.includes('school'))
  .slice(0, 80);

export const sizedPeriods = [2020, 2021, 2022, 2023, 2024, 2025].map((start) => `SY${start}`);

/** Schools of a region whose tree is only that: forty municipalities of twenty-five. */
export async function insertBareSchools(tx: Tx): Promise<void> {
  const root = randomUUID();
  await sql`insert into org_unit (id, scope, kind, name, short_name, version)
    values (${root}, 'region', 'region', 'Область', 'Область', 1)`.execute(tx);
  await sql`insert into org_unit (id, parent_id, scope, kind, name, short_name, version)
    select gen_random_uuid(), ${root}::uuid, ('region.m' || n)::public.ltree, 'municipality', 'Округ ' || n, 'Округ ' || n, 1
    from generate_series(1, 40) as n`.execute(tx);
  await sql`insert into org_unit (id, parent_id, scope, kind, name, short_name, version)
    select gen_random_uuid(), above.id, (above.scope::text || '.s' || n)::public.ltree, 'school', 'Школа ' || n, 'Школа ' || n, 1
    from org_unit as above, generate_series(1, 25) as n where above.kind = 'municipality'`.execute(tx);
  await sql`insert into person (id, org_unit_id, scope, surname, given_name, post, language, version)
    values (${randomUUID()}, ${root}, 'region', 'Иванова', 'Анна', '', 'ru', 1)`.execute(tx);
}

/**
 * A campaign of a school year for each period with a form of every school, nine of ten approved, and a value of every indicator in each: made of hashes, so
 * that they are the same whenever the schools are. As the owner, past triggers and keys; the indexes of values are made anew behind it.
 */
export async function insertSizedIndicators(tx: Tx): Promise<void> {
  const codes = sizedIndicators.map(({ code }) => code);
  const sections = JSON.stringify([
    { title: 'Показатели', indicators: sizedIndicators.map(({ code, version }) => ({ code, version })) },
  ]);
  const indexes = await dropValueIndexes(tx);
  for (const period of sizedPeriods) {
    const year = Number(period.slice(2));
    // One campaign after another: they share a transaction.
    // oxlint-disable-next-line no-await-in-loop
    await sql`
      with made as (
        insert into campaign (id, org_unit_id, scope, title, period_code, sections, approved_by, opens_on, late_after, closed_after, state,
          made_by, made_at, version)
        select gen_random_uuid(), unit.id, unit.scope, 'Мониторинг ' || ${period}::text, ${period}::text, ${sections}::jsonb, 'region',
          make_date(${year}::int, 9, 1), make_date(${year}::int, 10, 1), make_date(${year}::int, 12, 31), 'open',
          (select id from person order by id limit 1), now(), 1
        from org_unit as unit where unit.kind = 'region'
        returning id
      )
      insert into submission (id, campaign_id, org_unit_id, scope, assigned_on, stage, is_returned, rounds, first_sent_on, last_sent_on,
        asked_count, given_count, version)
      select gen_random_uuid(), made.id, school.id, school.scope, make_date(${year}::int, 9, 1), stage, false, rounds, sent_on, sent_on,
        ${codes.length}::int, ${codes.length}::int, 1
      from made, org_unit as school
      cross join lateral (select abs(hashtext(school.scope::text || ${period}::text)::bigint) % 10 as hash) as mixed
      cross join lateral (
        select case when hash = 0 then 'school' else 'approved' end as stage, case when hash = 0 then 0 else 1 end as rounds,
          case when hash = 0 then null else make_date(${year}::int, 9, 10 + hash::int) end as sent_on
      ) as fate
      where school.kind = 'school'`.execute(tx);
  }
  await insertValues(tx, codes);
  for (const make of indexes) {
    // oxlint-disable-next-line no-await-in-loop
    await sql.raw(make).execute(tx);
  }
}

async function insertValues(tx: Tx, codes: readonly string[]): Promise<void> {
  const units = sizedIndicators.map(({ unit }) => unit);
  await sql`
    insert into indicator_value (id, org_unit_id, scope, period_code, indicator_code, definition_version, state, amount, total, typed, source,
      submission_id, made_by, made_at, version)
    select gen_random_uuid(), form.org_unit_id, form.scope, campaign.period_code, asked.code, 1, 'given',
      case when asked.unit = 'yes-no' then hash % 2 when asked.unit = 'score' then 3 + (hash % 200) / 100.0 else hash % 150 end,
      case when asked.unit in ('yes-no', 'count') then null else 150 + hash % 300 end,
      null, 'typed', form.id, campaign.made_by, now(), 1
    from campaign join submission as form on form.campaign_id = campaign.id
    cross join unnest(${codes}::text[], ${units}::text[]) as asked (code, unit)
    cross join lateral (
      select abs(hashtext(form.scope::text || asked.code || campaign.period_code)::bigint) as hash
    ) as mixed
    order by campaign.period_code, asked.code`.execute(tx);
}

/** Rows go in several times as fast without; gives what makes them anew. */
async function dropValueIndexes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema and tablename = 'indicator_value'
      and not exists (select from pg_constraint where conindid = format('%I.%I', schemaname, indexname)::regclass)`.execute(
    tx,
  );
  for (const { name } of rows) {
    // oxlint-disable-next-line no-await-in-loop
    await sql`drop index ${sql.id(name)}`.execute(tx);
  }
  return rows.map(({ definition }) => definition);
}
