import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role, ScopePath } from '@opora/domain/basics/actor.ts';
import type { Assignment } from '@opora/domain/accounts/role-term.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { canBeLate, InstanceState } from '@opora/domain/plans/instance-state.ts';
import { type DigestContent, sumOfCounts } from '@opora/domain/reminders/reminder.ts';
import { ReminderRules } from '@opora/domain/reminders/reminder-settings.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { rootScope } from '../platform/system-entry.ts';
import { offControl } from './off-control.ts';
import type { PlanStep } from './reminded-queries.ts';

const { undatedEvery } = ReminderRules.shape;

/** The last day before this on which reminders were planned. */
export async function findLastRun(db: Db, before: CalendarDate): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('reminder_run')
    .select('day')
    .where('day', '<', before)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}

export async function isRunOn(db: Db, day: CalendarDate): Promise<boolean> {
  const row = await db.selectFrom('reminder_run').select('id').where('day', '=', day).executeTakeFirst();
  return row !== undefined;
}

/** False when another server has planned the day; waits for one that is at it. */
export async function beginRun(tx: Tx, day: CalendarDate, at: Date): Promise<boolean> {
  const result = await tx
    .insertInto('reminder_run')
    .values({ id: randomUUID(), scope: rootScope, day, at, people: 0 })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function finishRun(tx: Tx, day: CalendarDate, people: number): Promise<void> {
  await tx.updateTable('reminder_run').set({ people }).where('day', '=', day).execute();
}

export type PersonToRemind = {
  readonly id: string;
  readonly scope: ScopePath;
  readonly hasMail: boolean;
};

export async function listPeopleToRemind(db: Db): Promise<PersonToRemind[]> {
  const rows = await db.selectFrom('person').select(['id', 'scope', 'email']).orderBy('id').execute();
  return rows.map(({ id, scope, email }) => ({ id, scope, hasMail: email !== null }));
}

/** Past ones too: they tell who took over from whom. */
export async function listAllAssignments(db: Db, today: CalendarDate): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .selectAll()
    .where('from_on', '<=', today)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    // The column's check constraint holds the same list.
    role: row.role as Role,
    scope: row.scope,
    orgUnitId: row.org_unit_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    acting: row.acting,
    inPlaceOfId: row.in_place_of_id,
  }));
}

export async function listUnitsToRemind(db: Db) {
  return db.selectFrom('org_unit').select(['id', 'scope', 'kind']).orderBy('id').execute();
}

export async function listPlansToRemind(db: Db) {
  return db
    .selectFrom('plan')
    .select(['id', 'scope', 'owner_unit_id as ownerUnitId', 'controller_id as controllerId'])
    .where('state', '=', 'in-force')
    .orderBy('id')
    .execute();
}

/** Nodes that entered days of their own calendar. */
export async function listCalendarScopes(db: Db): Promise<ScopePath[]> {
  const rows = await db
    .selectFrom('calendar_day')
    .select('scope')
    .union(db.selectFrom('production_year').select('scope'))
    .execute();
  return rows.map(({ scope }) => scope);
}

export async function listAllRules(db: Db): Promise<Map<ScopePath, ReminderRules>> {
  const rows = await db.selectFrom('reminder_rules').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.scope,
      {
        daysBefore: row.days_before,
        stalledAfterDays: row.stalled_after_days,
        escalateAfterDays: row.escalate_after_days,
        undatedEvery: undatedEvery.parse(row.undated_every),
      },
    ]),
  );
}

/** Keeps the highest step of which the overseers of these plans were told; forgets instances that are there no more. */
export async function insertEscalations(
  tx: Tx,
  steps: readonly PlanStep[],
  on: { readonly today: CalendarDate; readonly at: Date },
): Promise<void> {
  await sql`
    delete from escalation where not exists (select from instance where instance.id = escalation.instance_id)`.execute(
    tx,
  );
  await sql`
    insert into escalation (instance_id, step, scope, at)
    select instance.id, max(step.days), instance.scope, ${on.at}::timestamptz
    from instance
    join unnest(${steps.map(({ planId }) => planId)}::uuid[], ${steps.map(({ days }) => days)}::int[]) as step (plan_id, days)
      on step.plan_id = instance.plan_id
    where instance.state = any(${InstanceState.options.filter(canBeLate)})
      and instance.due_on <= ${on.today}::date - step.days
      and instance.activity_id not in (${offControl})
    group by instance.id, instance.scope
    on conflict (instance_id, step) do nothing`.execute(tx);
}

export type NewDigest = {
  readonly personId: string;
  readonly scope: ScopePath;
  readonly content: DigestContent;
  /** A letter is to go. */
  readonly byMail: boolean;
};

/** One digest a person and day: the constraint lets no second one in. */
export async function insertDigests(
  tx: Tx,
  digests: readonly NewDigest[],
  on: { readonly day: CalendarDate; readonly at: Date },
): Promise<void> {
  const rows = digests.map((digest) => ({ ...digest, id: randomUUID() }));
  await inBatches(rows, (batch) =>
    tx
      .insertInto('digest')
      .values(
        batch.map(({ id, personId, scope, content }) => ({
          id,
          person_id: personId,
          scope,
          day: on.day,
          content: JSON.stringify(content),
          total: sumOfCounts(content),
          created_at: on.at,
          read_at: null,
        })),
      )
      .execute(),
  );
  await inBatches(
    rows.filter(({ byMail }) => byMail),
    (batch) =>
      tx
        .insertInto('digest_mail')
        .values(
          batch.map(({ id, scope }) => ({
            id,
            scope,
            state: 'waiting',
            attempts: 0,
            created_at: on.at,
            try_at: on.at,
            claimed_at: null,
            finished_at: null,
            reason: null,
          })),
        )
        .execute(),
  );
}
