import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { DatingEntry } from '@opora/domain/plans/dates-contract.ts';
import { ScheduleAnswer } from '@opora/domain/plans/match-schedule.ts';
import { DatingCounts } from '@opora/domain/plans/plan-dating.ts';
import { ScheduleEvent } from '@opora/domain/plans/schedule-event.ts';
import type { PlanDating as DatingRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';
import { inBatches } from '../platform/in-batches.ts';
import { personName } from './person-name.ts';

const Unread = z.object({ rows: z.array(z.string()), count: z.number().int() });
const Answers = z.record(z.string(), ScheduleAnswer.nullable());

export type Dating = {
  readonly id: string;
  readonly planId: string;
  readonly scope: string;
  readonly kind: DatingEntry['kind'];
  readonly title: string;
  readonly state: DatingEntry['state'];
  readonly events: readonly ScheduleEvent[];
  readonly unread: z.infer<typeof Unread>;
  /** What a person chose, by the key of the event. */
  readonly answers: Readonly<Record<string, ScheduleAnswer | null>>;
  readonly counts: DatingCounts | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
};

const entryColumns = [
  'plan_dating.id',
  'kind',
  'title',
  'state',
  'created_at',
  'counts',
  'plan_dating.version',
] as const;

/** The newest first, without their events. */
export async function listDatings(db: Db, planId: string): Promise<DatingEntry[]> {
  const rows = await db
    .selectFrom('plan_dating')
    .leftJoin('person as author', 'author.id', 'plan_dating.created_by')
    .select(entryColumns)
    .select(personName('author').as('author_name'))
    .where('plan_id', '=', planId)
    .orderBy('created_at', 'desc')
    .orderBy('plan_dating.id')
    .limit(50)
    .execute();
  return rows.map(presentEntry);
}

export async function findDatingEntry(db: Db, id: string): Promise<DatingEntry | undefined> {
  const row = await db
    .selectFrom('plan_dating')
    .leftJoin('person as author', 'author.id', 'plan_dating.created_by')
    .select(entryColumns)
    .select(personName('author').as('author_name'))
    .where('plan_dating.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : presentEntry(row);
}

export async function findDating(db: Db, id: string): Promise<Dating | undefined> {
  const row = await db.selectFrom('plan_dating').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { kind, state, counts } = presentEntry({ ...row, author_name: null });
  return {
    id: row.id,
    planId: row.plan_id,
    scope: row.scope,
    kind,
    title: row.title,
    state,
    events: ScheduleEvent.array().parse(row.events),
    unread: Unread.parse(row.unread),
    answers: Answers.parse(row.answers),
    counts,
    createdBy: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  };
}

export async function insertDating(tx: Tx, dating: Dating): Promise<void> {
  const row = {
    id: dating.id,
    plan_id: dating.planId,
    scope: dating.scope,
    kind: dating.kind,
    title: dating.title,
    created_by: dating.createdBy,
    created_at: dating.createdAt,
    events: JSON.stringify(dating.events),
    unread: JSON.stringify(dating.unread),
  };
  await tx
    .insertInto('plan_dating')
    .values({ ...row, ...changing(dating) })
    .execute();
}

/** State, choices and counts; the events are emptied when it is no draft any more. Refuses when somebody changed it meanwhile. */
export async function updateDating(tx: Tx, changed: Dating): Promise<void> {
  const updated = tx
    .updateTable('plan_dating')
    .set({ ...changing(changed), ...(changed.state === 'draft' ? {} : { events: '[]' }) })
    .where('id', '=', changed.id)
    .where('version', '=', changed.version - 1);
  expectRows(await updated.executeTakeFirst(), 1);
}

export async function deleteDating(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('plan_dating').where('id', '=', id).executeTakeFirst(), 1);
}

export type DatingChange = {
  readonly id: string;
  readonly instanceId: string;
  readonly before: { readonly startsOn: CalendarDate | null; readonly dueOn: CalendarDate | null };
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
};

export async function insertDatingChanges(
  tx: Tx,
  dating: Pick<Dating, 'id' | 'scope'>,
  changes: readonly DatingChange[],
): Promise<void> {
  await inBatches(changes, (batch) => {
    const rows = batch.map(({ id, instanceId, before, startsOn, dueOn }) => ({
      id,
      dating_id: dating.id,
      scope: dating.scope,
      instance_id: instanceId,
      starts_on_before: before.startsOn,
      due_on_before: before.dueOn,
      starts_on: startsOn,
      due_on: dueOn,
    }));
    return tx.insertInto('plan_dating_change').values(rows).execute();
  });
}

export async function listDatingChanges(db: Db, datingId: string): Promise<DatingChange[]> {
  const rows = await db
    .selectFrom('plan_dating_change')
    .selectAll()
    .where('dating_id', '=', datingId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    instanceId: row.instance_id,
    before: { startsOn: row.starts_on_before, dueOn: row.due_on_before },
    startsOn: row.starts_on,
    dueOn: row.due_on,
  }));
}

const changing = ({ state, answers, counts, version }: Dating) => ({
  state,
  answers: JSON.stringify(answers),
  counts: counts === null ? null : JSON.stringify(counts),
  version,
});

type EntryRow = Pick<
  Selectable<DatingRow>,
  'id' | 'kind' | 'title' | 'state' | 'created_at' | 'counts' | 'version'
> & { readonly author_name: string | null };

function presentEntry(row: EntryRow): DatingEntry {
  return {
    id: row.id,
    kind: DatingEntry.shape.kind.parse(row.kind),
    title: row.title,
    state: DatingEntry.shape.state.parse(row.state),
    createdAt: row.created_at.toISOString(),
    by: row.author_name,
    counts: row.counts === null ? null : DatingCounts.parse(row.counts),
    version: row.version,
  };
}
