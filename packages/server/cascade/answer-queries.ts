import { type Insertable, sql, type Updateable } from 'kysely';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { AnswerProgress } from '@opora/domain/cascade/requirement-progress.ts';
import { RequirementState } from '@opora/domain/cascade/requirement.ts';
import type { RequirementAnswer as AnswerRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import {
  countOf,
  findTallySight,
  lateSum,
  stateSums,
  tallied,
  waitingStates,
} from '../plans/tally-queries.ts';

/** An answer as it is kept, with what it stands for now. */
export type KnownAnswer = {
  readonly id: string;
  readonly requirementId: string;
  readonly scope: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly planId: string | null;
  readonly planTitle: string | null;
  /** Null while there is no such activity in force. */
  readonly activityId: string | null;
  readonly no: string | null;
  readonly title: string | null;
  /** The open draft or amendment that the row stands in; null when it is in force, or gone. */
  readonly draftId: string | null;
  readonly amendmentId: string | null;
  readonly seen: RequirementState;
  readonly takenAmendmentId: string | null;
};

const known = (db: Db) =>
  db
    .selectFrom('requirement_answer as answer')
    .innerJoin('org_unit as unit', 'unit.id', 'answer.unit_id')
    .leftJoin('plan', 'plan.id', 'answer.plan_id')
    .leftJoin('activity', (join) =>
      join.onRef('activity.id', '=', 'answer.activity_id').on('activity.removed_on', 'is', null),
    )
    .leftJoin('plan_draft as draft', (join) =>
      join
        .onRef('draft.id', '=', 'answer.draft_id')
        .on('draft.state', 'in', ['waiting', 'reading', 'read', 'failed']),
    )
    .leftJoin('plan_amendment as amendment', (join) =>
      join.onRef('amendment.id', '=', 'answer.amendment_id').on('amendment.state', '=', 'draft'),
    )
    .leftJoin('plan_amendment as taking', 'taking.id', 'answer.taken_amendment_id')
    .select([
      'answer.id',
      'answer.requirement_id',
      'answer.scope',
      'answer.unit_id',
      'unit.short_name as unit_name',
      'answer.plan_id',
      'plan.title as plan_title',
      'activity.id as activity_id',
      'activity.printed_no',
      'activity.title',
      'draft.id as draft_id',
      'amendment.id as amendment_id',
      'answer.seen',
      'answer.taken',
      'answer.taken_amendment_id',
      'taking.state as taking_state',
    ])
    // Neither in force nor in an open draft: the requirement stands unanswered again.
    .where((eb) =>
      eb.or([
        eb('activity.id', 'is not', null),
        eb('draft.id', 'is not', null),
        eb('amendment.id', 'is not', null),
      ]),
    )
    .orderBy('unit.short_name')
    .orderBy('answer.bound_at')
    .orderBy('answer.id');

export async function listAnswersTo(
  db: Db,
  requirementIds: readonly string[],
  unitId: string | null = null,
): Promise<KnownAnswer[]> {
  const rows = await known(db)
    .where('answer.requirement_id', '=', sql<string>`any(${requirementIds}::uuid[])`)
    .$if(unitId !== null, (query) => query.where('answer.unit_id', '=', unitId))
    .execute();
  return rows.map(present);
}

export async function findAnswer(db: Db, id: string): Promise<KnownAnswer | undefined> {
  const row = await known(db).where('answer.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

type KnownRow = Awaited<ReturnType<ReturnType<typeof known>['executeTakeFirstOrThrow']>>;

function present(row: KnownRow): KnownAnswer {
  const isTaken = row.taking_state === 'approved' && row.taken !== null;
  const isInForce = row.activity_id !== null;
  return {
    id: row.id,
    requirementId: row.requirement_id,
    scope: row.scope,
    unitId: row.unit_id,
    unitName: row.unit_name,
    planId: row.plan_id,
    planTitle: row.plan_title,
    activityId: row.activity_id,
    no: row.printed_no,
    title: row.title,
    draftId: isInForce ? null : row.draft_id,
    amendmentId: isInForce ? null : row.amendment_id,
    seen: RequirementState.parse(isTaken ? row.taken : row.seen),
    takenAmendmentId: row.taking_state === 'draft' ? row.taken_amendment_id : null,
  };
}

/** Instances of each activity counted, and the last day of what was not cancelled. */
export type ActivityProgress = AnswerProgress & { readonly lastDay: CalendarDate | null };

export async function countActivities(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  today: CalendarDate,
): Promise<Map<string, ActivityProgress>> {
  if (ids.length === 0) return new Map();
  const asked = countOf([...waitingStates, 'submitted', 'accepted', 'before-approval']);
  const rows = await db
    .selectFrom(tallied(db, await findTallySight(db, actor)).as('counted'))
    .select('activity_id')
    .select([...stateSums, lateSum(today)])
    .select(sql<string | null>`max(due_on) filter (where ${asked} > 0)`.as('last_day'))
    .where('activity_id', '=', sql<string>`any(${ids}::uuid[])`)
    .groupBy('activity_id')
    .execute();
  return new Map(
    rows.map((row) => {
      const total =
        row.planned +
        row.in_progress +
        row.submitted +
        row.returned +
        row.postponed +
        row.accepted +
        row.before_approval;
      return [row.activity_id, { done: row.accepted, total, late: row.late, lastDay: row.last_day }];
    }),
  );
}

export async function insertAnswers(tx: Tx, rows: Insertable<AnswerRow>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('requirement_answer').values(rows).execute();
}

export async function setAnswer(tx: Tx, id: string, changes: Updateable<AnswerRow>): Promise<void> {
  await tx.updateTable('requirement_answer').set(changes).where('id', '=', id).execute();
}

export async function deleteAnswer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('requirement_answer').where('id', '=', id).execute();
}

/** Rows of an approved draft become the activities that were made from their lines. */
export async function bindDraftRows(
  tx: Tx,
  { draftId, planId }: { readonly draftId: string; readonly planId: string },
): Promise<void> {
  await sql`
    update requirement_answer set plan_id = ${planId}, activity_id = (
      select activity.id from activity
      where activity.plan_id = ${planId} and (activity.source ->> 'from')::int = requirement_answer.draft_line
      order by activity.position limit 1
    )
    where draft_id = ${draftId}`.execute(tx);
}
