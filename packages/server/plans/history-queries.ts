import { sql } from 'kysely';
import type { HistoryEntry } from '@opora/domain/plans/activity-fields.ts';
import type { Db } from '../platform/database.ts';
import { personName } from './person-name.ts';

type AuditRow = {
  readonly at: Date;
  readonly by: string | null;
  readonly table_name: string;
  readonly change: string;
  readonly old_row: unknown;
  readonly new_row: unknown;
};

/** What happened to an activity and its instances, as far as the person may see, the newest first. */
export async function listActivityHistory(db: Db, activityId: string): Promise<HistoryEntry[]> {
  const own = await audited(db)
    .where('table_name', '=', 'activity')
    .where('row_id', '=', activityId)
    .execute();
  const hanging = await audited(db)
    .where('table_name', 'in', ['activity_party', 'expected_result'])
    .where(sql<boolean>`coalesce(new_row, old_row) ->> 'activity_id' = ${activityId}`)
    .execute();
  const entries = [...own, ...hanging].flatMap(entriesOf);
  return [...entries, ...(await moves(db, activityId))].toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Of the head of a plan. */
export async function findLastChange(
  db: Db,
  planId: string,
): Promise<{ by: string | null; at: string } | null> {
  const row = await audited(db)
    .where('table_name', '=', 'plan')
    .where('row_id', '=', planId)
    .where('change', '=', 'update')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { by: row.by, at: row.at.toISOString() };
}

const audited = (db: Db) =>
  db
    .selectFrom('audit')
    .leftJoin('person as author', 'author.id', 'audit.actor_id')
    .select(['audit.at', 'table_name', 'change', 'old_row', 'new_row'])
    .select(personName('author').as('by'))
    .orderBy('audit.at', 'desc')
    .limit(500);

async function moves(db: Db, activityId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('instance_event')
    .innerJoin('instance', 'instance.id', 'instance_event.instance_id')
    .leftJoin('org_unit as school', 'school.id', 'instance.school_id')
    .leftJoin('person as author', 'author.id', 'instance_event.actor_id')
    .select(['instance_event.at', 'from_state', 'to_state', 'note', 'school.short_name'])
    .select(personName('author').as('by'))
    .where('instance_event.activity_id', '=', activityId)
    .orderBy('instance_event.at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    at: row.at.toISOString(),
    by: row.by,
    subject: 'instance',
    change: 'move',
    what: row.short_name,
    from: row.from_state,
    to: row.to_state,
    note: row.note,
  }));
}

/** An updated activity gives an entry for each field that a person would name; an added or removed row gives one. */
function entriesOf(row: AuditRow): HistoryEntry[] {
  const common = { at: row.at.toISOString(), by: row.by, note: null };
  if (row.table_name !== 'activity') {
    const subject = row.table_name === 'activity_party' ? ('party' as const) : ('expected' as const);
    if (row.change === 'update') return [];
    const change = row.change === 'insert' ? ('insert' as const) : ('delete' as const);
    return [
      {
        ...common,
        subject,
        change,
        what: null,
        from: text(row.old_row, 'raw'),
        to: text(row.new_row, 'raw'),
      },
    ];
  }
  const subject = 'activity' as const;
  if (row.change !== 'update') {
    return [{ ...common, subject, change: 'insert', what: null, from: null, to: text(row.new_row, 'title') }];
  }
  return namedFields
    .map((what) => ({ what, from: text(row.old_row, what), to: text(row.new_row, what) }))
    .filter(({ from, to }) => from !== to)
    .map((field) => ({ ...common, ...field, subject, change: 'update' as const }));
}

const namedFields = ['title', 'printed_no', 'deadline', 'removed_on', 'indicator_code'] as const;

/** A value of an audited row as a person reads it: of a deadline its phrase. */
function text(row: unknown, field: string): string | null {
  if (typeof row !== 'object' || row === null) return null;
  const value: unknown = Reflect.get(row, field);
  if (typeof value === 'object' && value !== null && 'raw' in value) return String(value.raw);
  return typeof value === 'string' ? value : null;
}
