import { type Insertable, sql } from 'kysely';
import { type ControlMark, controlListMax, type MovedTerm } from '@opora/domain/plans/control-card.ts';
import type { Evidence } from '@opora/domain/plans/evidence.ts';
import type { ControlMark as MarkRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { presentEvidence, selectEvidence } from './evidence-queries.ts';
import { personName } from './person-name.ts';

type OfActivity<T> = { readonly activityId: string; readonly value: T };

/** One more than is shown tells that there are more. */
const asked = controlListMax + 1;

/** The latest evidence of each activity of the plan. */
export async function listLatestEvidence(
  db: Db,
  activityIds: readonly string[],
): Promise<OfActivity<{ evidence: Evidence; schoolName: string | null }>[]> {
  const rows = await selectEvidence(db)
    .innerJoin('instance', 'instance.id', 'evidence.instance_id')
    .leftJoin('org_unit as school', 'school.id', 'instance.school_id')
    .innerJoin(
      db
        .selectFrom('evidence')
        .select(['id', placeOf('given_at').as('place')])
        .where('activity_id', '=', anyOf(activityIds))
        .as('latest'),
      'latest.id',
      'evidence.id',
    )
    .select('school.short_name as school_name')
    .where('latest.place', '<=', asked)
    .orderBy('evidence.given_at', 'desc')
    .execute();
  return rows.map((row) => ({
    activityId: row.activity_id,
    value: { evidence: presentEvidence(row), schoolName: row.school_name },
  }));
}

/** Terms of the plan that were moved from one day to another, of each activity the latest. */
export async function listMovedTerms(db: Db, planId: string): Promise<OfActivity<MovedTerm>[]> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom('instance_event')
        .selectAll()
        .select(placeOf('at').as('place'))
        .where('plan_id', '=', planId)
        .where('due_on_before', 'is not', null)
        .where('due_on_after', 'is not', null)
        .whereRef('due_on_before', '!=', 'due_on_after')
        .as('event'),
    )
    .innerJoin('instance', 'instance.id', 'event.instance_id')
    .leftJoin('org_unit as school', 'school.id', 'instance.school_id')
    .leftJoin('person as author', 'author.id', 'event.actor_id')
    .select(['event.activity_id', 'due_on_before', 'due_on_after', 'event.note', 'event.at'])
    .select(['school.short_name as school_name', personName('author').as('by')])
    .where('place', '<=', asked)
    .orderBy('event.at', 'desc')
    .execute();
  return rows.map((row) => ({
    activityId: row.activity_id,
    value: {
      from: row.due_on_before ?? '',
      to: row.due_on_after ?? '',
      by: row.by,
      note: row.note,
      at: row.at.toISOString(),
      schoolName: row.school_name,
    },
  }));
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

/** 1 for the latest of an activity. */
const placeOf = (time: string) =>
  sql<number>`row_number() over (partition by activity_id order by ${sql.ref(time)} desc, id)`;

/** The latest first. */
export async function listControlMarks(db: Db, planId: string): Promise<OfActivity<ControlMark>[]> {
  const rows = await db
    .selectFrom('control_mark')
    .leftJoin('person as author', 'author.id', 'control_mark.by_id')
    .select(['activity_id', 'kind', 'ground', 'at', personName('author').as('by')])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ activity_id: activityId, kind, at, ...mark }) => ({
    activityId,
    // The column's check constraint holds the same list.
    value: { ...mark, kind: kind as ControlMark['kind'], at: at.toISOString() },
  }));
}

export async function insertControlMark(tx: Tx, row: Insertable<MarkRow>): Promise<void> {
  await tx.insertInto('control_mark').values(row).execute();
}

export async function findPersonName(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select(personName('person').as('name'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}
