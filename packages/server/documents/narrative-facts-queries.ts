import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { ActivityFacts, DocumentFact, OpenFact } from '@opora/domain/documents/narrative-facts.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Before } from '@opora/domain/plans/past-terms.ts';
import { printInstanceLabel } from '@opora/domain/plans/print-deadline.ts';
import type { Db } from '../platform/database.ts';

/** Of which activities of a plan, and of which days, both included. */
export type FactSpan = {
  readonly planId: string;
  readonly activityIds: readonly string[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** What changed since the moment as of which is told; null: told as of now. */
  readonly later: ReadonlyMap<string, Before> | null;
  /** That moment. */
  readonly end: Date;
};

/** Instances as they stood; nobody had begun those that have gone since. */
function instancesThen({ planId, later, end }: FactSpan): RawBuilder<unknown> {
  if (later === null) return sql`instance`;
  const [ids, befores] = [[...later.keys()], [...later.values()]];
  return sql`(
    select id, plan_id, activity_id, school_id, label, printed_due_on, accepted_at,
      coalesce(before.state, instance.state) as state,
      case when before.id is null then instance.due_on else before.due_on end as due_on
    from instance left join unnest(${ids}::uuid[], ${befores.map(({ state }) => state)}::text[],
      ${befores.map(({ dueOn }) => dueOn)}::date[]) as before (id, state, due_on) using (id)
    where plan_id = ${planId} and (made_at is null or made_at < ${end})
    union all
    select id, plan_id, activity_id, school_id, label, null, null, state, due_on
    from instance_gone
    where plan_id = ${planId} and gone_at >= ${end} and (made_at is null or made_at < ${end})
  ) as instance`;
}

/** More of one activity nobody reads in a narrative. */
const listedMax = 12;

/** Instances that fell due within the days by the plan's own term, and those that were accepted within them. */
function ofSpan({ planId, activityIds, from, until }: FactSpan): RawBuilder<unknown> {
  const [first, end] = [new Date(`${from}T00:00:00`), new Date(`${addDays(until, 1)}T00:00:00`)];
  return sql`instance.plan_id = ${planId} and instance.activity_id = any(${activityIds}::uuid[]) and (
    coalesce(instance.printed_due_on, instance.due_on) between ${from} and ${until}
    or (instance.state = 'accepted' and instance.accepted_at >= ${first} and instance.accepted_at < ${end})
  )`;
}

type Counted = Pick<ActivityFacts, 'asked' | 'done' | 'cancelled' | 'schools'>;

export async function countFacts(db: Db, span: FactSpan): Promise<Map<string, Counted>> {
  const { rows } = await sql<{
    activity_id: string;
    asked: number;
    done: number;
    cancelled: number;
    schools: number;
    schools_done: number;
  }>`
    with own as (
      select activity_id, school_id,
        count(*) filter (where state <> 'cancelled') as asked,
        count(*) filter (where state = 'accepted') as done,
        count(*) filter (where state = 'cancelled') as cancelled
      from ${instancesThen(span)} where ${ofSpan(span)} group by activity_id, school_id
    )
    select activity_id, sum(asked)::int as asked, sum(done)::int as done, sum(cancelled)::int as cancelled,
      (count(*) filter (where school_id is not null and asked > 0))::int as schools,
      (count(*) filter (where school_id is not null and asked > 0 and asked = done))::int as schools_done
    from own group by activity_id`.execute(db);
  return new Map(
    rows.map(({ activity_id: id, schools, schools_done: done, ...counts }) => [
      id,
      { ...counts, schools: schools === 0 ? null : { done, total: schools } },
    ]),
  );
}

export async function listOpenFacts(db: Db, span: FactSpan): Promise<Map<string, OpenFact[]>> {
  const { rows } = await sql<{
    activity_id: string;
    school: string | null;
    label: string | null;
    state: string;
    due_on: string | null;
  }>`
    select activity_id, school, label, state, due_on from (
      select activity_id, org_unit.short_name as school, label, state, due_on, row_number() over (
        partition by activity_id order by due_on nulls last, org_unit.short_name, instance.id
      ) as place
      from ${instancesThen(span)} left join org_unit on org_unit.id = instance.school_id
      where ${ofSpan(span)} and state not in ('accepted', 'cancelled')
    ) as open
    where place <= ${listedMax} order by activity_id, place`.execute(db);
  const facts = rows.map((row) => ({
    activityId: row.activity_id,
    school: row.school,
    label: row.label === null ? null : printInstanceLabel(row.label, 'ru'),
    state: InstanceState.parse(row.state),
    dueOn: row.due_on,
  }));
  return withoutActivity(Map.groupBy(facts, ({ activityId }) => activityId));
}

type Proofs = Pick<ActivityFacts, 'documents' | 'documentCount' | 'links' | 'fileCount'>;

/** What was given with instances that were accepted. */
export async function listProofs(db: Db, span: FactSpan): Promise<Map<string, Proofs>> {
  const { rows } = await sql<{
    activity_id: string;
    kind: string;
    type: string | null;
    number: string | null;
    on: string | null;
    link: string | null;
    total: number;
    files: number;
  }>`
    select activity_id, kind, type, number, "on", link, total::int, files::int from (
      select evidence.activity_id, kind, document_type as type, document_number as number, document_on as "on", link,
        count(*) as files,
        count(*) over (partition by evidence.activity_id, kind) as total,
        row_number() over (
          partition by evidence.activity_id, kind order by document_on, document_type, document_number, link
        ) as place
      from evidence join ${instancesThen(span)} on instance.id = evidence.instance_id
      where ${ofSpan(span)} and given_at < ${span.end} and state = 'accepted' and kind in ('document', 'link', 'file')
      group by evidence.activity_id, kind, document_type, document_number, document_on, link
    ) as proof
    where place <= ${listedMax} order by activity_id, kind, place`.execute(db);
  const byActivity = Map.groupBy(rows, (row) => row.activity_id);
  return new Map(
    [...byActivity].map(([id, own]) => {
      const documents = own.flatMap(({ kind, type, number, on }): DocumentFact[] =>
        kind === 'document' && type !== null && number !== null && on !== null ? [{ type, number, on }] : [],
      );
      return [
        id,
        {
          documents,
          documentCount: own.find(({ kind }) => kind === 'document')?.total ?? 0,
          links: own.flatMap(({ link }) => link ?? []),
          fileCount: own.find(({ kind }) => kind === 'file')?.files ?? 0,
        },
      ];
    }),
  );
}

type Count = ActivityFacts['counts'][number];

/** The last count of each school against each expected result, summed: months are not added to each other. */
export async function listCounts(db: Db, span: FactSpan): Promise<Map<string, Count[]>> {
  const { rows } = await sql<{ activity_id: string; expected: string; n: number; total: number }>`
    select last.activity_id, expected_result.raw as expected, sum(count_n)::int as n, sum(count_total)::int as total
    from (
      select distinct on (evidence.expected_result_id, instance.school_id)
        evidence.activity_id, evidence.expected_result_id, count_n, count_total
      from evidence join ${instancesThen(span)} on instance.id = evidence.instance_id
      where ${ofSpan(span)} and given_at < ${span.end} and state = 'accepted' and kind = 'count'
      order by evidence.expected_result_id, instance.school_id, instance.due_on desc nulls last, given_at desc
    ) as last
    join expected_result on expected_result.id = last.expected_result_id
    group by last.activity_id, expected_result.id, expected_result.raw, expected_result.position
    order by expected_result.position`.execute(db);
  const counts = rows.map(({ activity_id: activityId, ...count }) => ({ ...count, activityId }));
  return withoutActivity(Map.groupBy(counts, ({ activityId }) => activityId));
}

/** Why what is not done was postponed or cancelled: the last word about each instance, each word once. */
export async function listReasons(db: Db, span: FactSpan): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ activity_id: string; note: string }>`
    select activity_id, note from (
      select distinct on (instance_event.instance_id) instance_event.activity_id, note, instance_event.at
      from instance_event join ${instancesThen(span)} on instance.id = instance_event.instance_id
      where ${ofSpan(span)} and instance_event.at < ${span.end} and instance.state <> 'accepted' and note <> ''
        and to_state in ('postponed', 'cancelled')
      order by instance_event.instance_id, instance_event.at desc, instance_event.id
    ) as told
    group by activity_id, note order by activity_id, max(at)`.execute(db);
  const reasons = Map.groupBy(rows, (row) => row.activity_id);
  return new Map([...reasons].map(([id, own]) => [id, own.map(({ note }) => note).slice(-reasonsMax)]));
}

const reasonsMax = 3;

function withoutActivity<T extends { readonly activityId: string }>(
  groups: ReadonlyMap<string, readonly T[]>,
): Map<string, Omit<T, 'activityId'>[]> {
  return new Map([...groups].map(([id, rows]) => [id, rows.map(({ activityId: _own, ...row }) => row)]));
}
