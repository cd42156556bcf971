import { type Insertable, sql, type Updateable } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { type Hearing, HearingState } from '@opora/domain/decisions/hearing.ts';
import type { Hearing as HearingRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

const listMax = 500;

const listed = (db: Db) =>
  db
    .selectFrom('hearing')
    .innerJoin('org_unit as school', 'school.id', 'hearing.school_id')
    .leftJoin('org_unit as host', 'host.id', 'hearing.host_id')
    .selectAll('hearing')
    .select((eb) => [
      'school.short_name as school_name',
      'host.name as host_name',
      eb
        .selectFrom('protocol')
        .select('number')
        .whereRef('protocol.hearing_id', '=', 'hearing.id')
        .orderBy('edition', 'desc')
        .limit(1)
        .as('protocol_number'),
      eb
        .selectFrom('instance')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('instance.plan_id', '=', 'hearing.plan_id')
        .where('instance.state', '!=', 'cancelled')
        .as('task_count'),
      eb
        .selectFrom('instance')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('instance.plan_id', '=', 'hearing.plan_id')
        .where('instance.state', '=', 'accepted')
        .as('done_count'),
    ]);

export type HearingFilter = {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly orgUnitId?: string | undefined;
};

/** The latest day first, within it by time. */
export async function listHearings(db: Db, { from, to, orgUnitId }: HearingFilter): Promise<Hearing[]> {
  const rows = await listed(db)
    .$if(from !== undefined, (query) => query.where('on_date', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('on_date', '<=', to ?? ''))
    .$if(orgUnitId !== undefined, (query) => query.where('school_id', '=', orgUnitId ?? ''))
    .orderBy('on_date', 'desc')
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('school_name')
    .orderBy('hearing.id')
    .limit(listMax)
    .execute();
  return rows.map(present);
}

export type KnownHearing = Hearing & { readonly planId: string | null };

export async function findHearing(db: Db, id: string): Promise<KnownHearing | undefined> {
  const row = await listed(db).where('hearing.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...present(row), planId: row.plan_id };
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

const present = (row: ListedRow): Hearing => ({
  id: row.id,
  schoolId: row.school_id,
  schoolName: row.school_name,
  scope: row.scope,
  hostId: row.host_id,
  hostName: row.host_name,
  onDate: row.on_date,
  startsAt: row.starts_at,
  place: row.place,
  title: row.title,
  state: HearingState.parse(row.state),
  note: row.note,
  protocolNumber: row.protocol_number,
  taskCount: row.task_count ?? 0,
  doneCount: row.done_count ?? 0,
  version: row.version,
});

export async function insertHearing(tx: Tx, row: Insertable<HearingRow>): Promise<void> {
  await tx.insertInto('hearing').values(row).execute();
}

/** False when somebody else was faster: the row has another version than `seen`. */
export async function updateHearing(
  tx: Tx,
  { id, version }: Pick<Hearing, 'id' | 'version'>,
  changes: Updateable<HearingRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('hearing')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Nobody else changes the hearing or its minutes until this transaction ends. */
export async function lockHearing(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('hearing').select('id').where('id', '=', id).forUpdate().execute();
}

/** Lets people at these nodes read the rows of a plan although they stand beside its territory. */
export async function setReaders(tx: Tx, planId: string, nodes: readonly string[]): Promise<void> {
  const readers = sql<string[]>`${nodes}::public.ltree[]`;
  await tx.updateTable('plan').set({ readers }).where('id', '=', planId).execute();
  await tx.updateTable('activity').set({ readers }).where('plan_id', '=', planId).execute();
  await tx.updateTable('activity_party').set({ readers }).where('plan_id', '=', planId).execute();
  await tx.updateTable('expected_result').set({ readers }).where('plan_id', '=', planId).execute();
}
