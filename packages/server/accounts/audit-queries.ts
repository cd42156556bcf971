import { type SqlBool, sql } from 'kysely';
import type { AuditEntry, SignInEntry } from '@opora/domain/accounts/audit-contract.ts';
import { type FieldChange, listSign, rowChanges, rowTitle } from '@opora/domain/accounts/row-changes.ts';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { Db } from '../platform/database.ts';
import { namesOf } from './audit-name-queries.ts';
import { isWithinAny } from './within-scopes.ts';

type Period = {
  /** Nodes at or below which the changed rows are. */
  readonly scopes: readonly string[];
  readonly personId?: string | undefined;
  readonly fromOn?: string | undefined;
  readonly untilOn?: string | undefined;
  /** Instant and id of the last entry seen. */
  readonly after: readonly [string, string] | null;
  readonly max: number;
};

export type ChangesFilter = Period & {
  readonly table?: string | undefined;
  readonly rowId?: string | undefined;
};

/** Changed rows, the latest first. */
export async function listChanges(db: Db, filter: ChangesFilter): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .leftJoin('operation', 'operation.id', 'audit.operation_id')
    .leftJoin('person', 'person.id', 'audit.actor_id')
    .selectAll('audit')
    .select(['operation.name as operation_name', 'surname', 'given_name', 'patronymic'])
    .select(sql<string>`to_char(audit.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exact_at'))
    .where((eb) =>
      eb.and([
        ...withinPeriod('audit', filter),
        ...(filter.personId === undefined ? [] : [eb('audit.actor_id', '=', filter.personId)]),
        ...(filter.table === undefined ? [] : [eb('table_name', '=', filter.table)]),
        ...(filter.rowId === undefined ? [] : [eb('row_id', '=', filter.rowId)]),
      ]),
    )
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(filter.max)
    .execute();
  const changes = rows.map((row) => ({
    row,
    fields: rowChanges(rowOf(row.old_row), rowOf(row.new_row)),
    whole: rowOf(row.new_row) ?? rowOf(row.old_row) ?? {},
  }));
  const names = await namesOf(db, idsIn(changes));
  return changes.map(({ row, fields, whole }) => ({
    cursor: `${row.exact_at} ${row.id}`,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorName: nameOf(row),
    operation: row.operation_name,
    table: row.table_name,
    rowId: row.row_id,
    thing: thingOf(whole, names),
    // The column's check constraint holds the same list.
    change: row.change as AuditEntry['change'],
    fields: fields.map((field) => named(field, names)).filter((field) => field.old !== field.new),
  }));
}

type Change = { readonly fields: readonly FieldChange[]; readonly whole: Readonly<Record<string, unknown>> };

/** Columns that tell of what a row is, the nearest first. */
const tellers = ['person_id', 'activity_id', 'org_unit_id', 'draft_id', 'plan_id', 'id'] as const;

/** Columns that hold paths of the organisation tree: they are read as the organisations at those nodes. */
const pathColumns: readonly string[] = ['author_scope', 'executors'];
const refersTo = (name: string): boolean => pathColumns.includes(name) || /_(id|by|from)$/.test(name);

/** What a person reads better as a name: ids, and paths of the tree, wherever a row refers to them. */
function idsIn(changes: readonly Change[]): string[] {
  const texts = changes.flatMap(({ fields, whole }) => [
    ...tellers.map((column) => whole[column]),
    ...fields
      .filter(({ name }) => refersTo(name))
      .flatMap((field) => [field.old, field.new].flatMap((text) => text?.split(listSign) ?? [])),
  ]);
  return [...new Set(texts)].filter((text) => typeof text === 'string');
}

function named({ name, ...values }: FieldChange, names: ReadonlyMap<string, string>): FieldChange {
  const read = (text: string | null) => {
    if (text === null || !refersTo(name)) return text;
    const parts = text.split(listSign).map((part) => names.get(part) ?? part);
    // A path that the reader may not see says nothing to her.
    return pathColumns.includes(name)
      ? [...new Set(parts.filter((part) => !/^region(\.|$)/.test(part)))].join(', ') || null
      : parts.join(listSign);
  };
  return { name, old: read(values.old), new: read(values.new) };
}

/** The row's own name, or that of what it belongs to. */
function thingOf(whole: Change['whole'], names: ReadonlyMap<string, string>): string | null {
  const told = tellers.map((column) => names.get(String(whole[column])));
  return rowTitle(whole) ?? told.find((name) => name !== undefined) ?? null;
}

export async function listSignIns(db: Db, filter: Period): Promise<SignInEntry[]> {
  const rows = await db
    .selectFrom('sign_in_event')
    .leftJoin('person', 'person.id', 'sign_in_event.person_id')
    .selectAll('sign_in_event')
    .select(['surname', 'given_name', 'patronymic'])
    .select(
      sql<string>`to_char(sign_in_event.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
        'exact_at',
      ),
    )
    .where((eb) =>
      eb.and([
        ...withinPeriod('sign_in_event', filter),
        ...(filter.personId === undefined ? [] : [eb('person_id', '=', filter.personId)]),
      ]),
    )
    .orderBy('sign_in_event.at', 'desc')
    .orderBy('sign_in_event.id', 'desc')
    .limit(filter.max)
    .execute();
  return rows.map((row) => ({
    cursor: `${row.exact_at} ${row.id}`,
    at: row.at.toISOString(),
    personId: row.person_id,
    personName: nameOf(row),
    // The column's check constraint holds the same list.
    outcome: row.outcome as SignInEntry['outcome'],
    address: row.address,
    userAgent: row.user_agent,
  }));
}

/** Those who stand behind the changes that the nodes may see, by surname. */
export async function listAuditors(
  db: Db,
  scopes: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'surname', 'given_name', 'patronymic'])
    .where(hasChanged(scopes))
    .orderBy('surname')
    .execute();
  return rows.map((row) => ({ id: row.id, name: nameOf(row) ?? '' }));
}

/**
 * The rows of each person are looked into by their index until one is seen. A range and an order are asked for, where an equality would do, because nothing but that index has them:
 * PostgreSQL would read the whole history in its place.
 */
const hasChanged = (scopes: readonly string[]) => sql<SqlBool>`(
  select audit.id from audit
  where audit.actor_id between person.id and person.id and ${isWithinAny('audit.scope', scopes)}
  order by audit.actor_id limit 1) is not null`;

/** Days are of the server's own calendar, as `isoDateIn` gives them. */
function withinPeriod(table: 'audit' | 'sign_in_event', { scopes, fromOn, untilOn, after }: Period) {
  const at = sql.ref(`${table}.at`);
  const id = sql.ref(`${table}.id`);
  const type = sql.raw(table === 'audit' ? 'bigint' : 'uuid');
  return [
    isWithinAny(`${table}.scope`, scopes),
    ...(fromOn === undefined ? [] : [sql<SqlBool>`${at} >= ${startOf(fromOn)}`]),
    ...(untilOn === undefined ? [] : [sql<SqlBool>`${at} < ${startOf(addDays(untilOn, 1))}`]),
    ...(after === null
      ? []
      : [sql<SqlBool>`(${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::${type})`]),
  ];
}

function startOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

type Named = { surname: string | null; given_name: string | null; patronymic: string | null };

/** Null when nobody is named, or the reader may not see her. */
function nameOf({ surname, given_name: givenName, patronymic }: Named): string | null {
  return surname === null || givenName === null
    ? null
    : formatSurnameFirst({ surname, givenName, patronymic });
}

/** The trigger writes whole rows, so the column holds objects or nothing. */
function rowOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
