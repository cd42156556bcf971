import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SchoolTermFields, SchoolYearScheme } from '@opora/domain/registry/school-year.ts';
import type {
  CalendarDay,
  CalendarDayFields,
  ProductionYear,
  SchoolYearCalendar,
  TerritoryCalendar,
} from '@opora/domain/registry/territory-calendar.ts';
import type { Db, Tx } from '../platform/database.ts';

type Unit = { readonly id: string; readonly scope: string };

/** What was entered at the node and above it; the nearest to the node comes last. */
export async function getTerritoryCalendar(db: Db, scope: string): Promise<TerritoryCalendar> {
  return {
    years: await listProductionYears(db, scope),
    days: await listTerritoryDays(db, scope),
    schoolYears: nearestOfEachYear(await listSchoolYears(db, scope)),
  };
}

const isAbove = (scope: string) => sql<boolean>`scope operator(public.@>) ${scope}::public.ltree`;
const fromAbove = sql`public.nlevel(scope)`;

async function listProductionYears(db: Db, scope: string): Promise<ProductionYear[]> {
  const years = await db
    .selectFrom('production_year')
    .select(['id', 'year', 'source'])
    .where(isAbove(scope))
    .orderBy(fromAbove)
    .orderBy('year')
    .execute();
  const days = await db
    .selectFrom('calendar_day')
    .selectAll()
    .where(isAbove(scope))
    .where('production_year_id', 'is not', null)
    .orderBy('on_date')
    .execute();
  return years.map(({ id, year, source }) => ({
    year,
    source,
    days: days.filter((day) => day.production_year_id === id).map(dayFields),
  }));
}

async function listTerritoryDays(db: Db, scope: string): Promise<CalendarDay[]> {
  const rows = await db
    .selectFrom('calendar_day')
    .selectAll()
    .where(isAbove(scope))
    .where('production_year_id', 'is', null)
    .orderBy(fromAbove)
    .orderBy('on_date')
    .execute();
  return rows.map((row) => ({ ...dayFields(row), id: row.id, orgUnitId: row.org_unit_id }));
}

async function listSchoolYears(db: Db, scope: string): Promise<SchoolYearCalendar[]> {
  const rows = await db
    .selectFrom('school_term')
    .selectAll()
    .where(isAbove(scope))
    .orderBy(fromAbove)
    .orderBy('starts_on')
    .execute();
  const years = Map.groupBy(rows, (row) => `${row.org_unit_id} ${row.school_year}`);
  return [...years.values()].flatMap((terms) => {
    const [first] = terms;
    if (first === undefined) return [];
    return [
      { orgUnitId: first.org_unit_id, schoolYearStart: first.school_year, terms: terms.map(termFields) },
    ];
  });
}

/** A municipality's own order stands before that of the region. */
function nearestOfEachYear(years: readonly SchoolYearCalendar[]): SchoolYearCalendar[] {
  return [...new Map(years.map((year) => [year.schoolYearStart, year])).values()].toSorted(
    (left, right) => left.schoolYearStart - right.schoolYearStart,
  );
}

export async function deleteProductionYear(tx: Tx, unit: Unit, year: number): Promise<void> {
  await tx
    .deleteFrom('production_year')
    .where('org_unit_id', '=', unit.id)
    .where('year', '=', year)
    .execute();
}

export async function insertProductionYear(tx: Tx, unit: Unit, entered: ProductionYear): Promise<void> {
  const id = randomUUID();
  const { year, source, days } = entered;
  await tx
    .insertInto('production_year')
    .values({ id, org_unit_id: unit.id, scope: unit.scope, year, source })
    .execute();
  if (days.length === 0) return;
  await tx
    .insertInto('calendar_day')
    .values(days.map((day) => ({ ...dayRow(unit, day), id: randomUUID(), production_year_id: id })))
    .execute();
}

export async function insertTerritoryDay(tx: Tx, unit: Unit, day: CalendarDay): Promise<void> {
  await tx
    .insertInto('calendar_day')
    .values({ ...dayRow(unit, day), id: day.id, production_year_id: null })
    .execute();
}

/** The node of a territory's day; undefined for a day of an entered year, which stands and falls with it. */
export async function findTerritoryDay(db: Db, id: string): Promise<{ readonly scope: string } | undefined> {
  return db
    .selectFrom('calendar_day')
    .select('scope')
    .where('id', '=', id)
    .where('production_year_id', 'is', null)
    .executeTakeFirst();
}

export async function deleteTerritoryDay(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('calendar_day').where('id', '=', id).execute();
}

export async function deleteSchoolYear(tx: Tx, unit: Unit, schoolYearStart: number): Promise<void> {
  await tx
    .deleteFrom('school_term')
    .where('org_unit_id', '=', unit.id)
    .where('school_year', '=', schoolYearStart)
    .execute();
}

export async function insertSchoolYear(
  tx: Tx,
  unit: Unit,
  year: { readonly schoolYearStart: number; readonly terms: readonly SchoolTermFields[] },
): Promise<void> {
  await tx
    .insertInto('school_term')
    .values(
      year.terms.map((term) => ({
        id: randomUUID(),
        org_unit_id: unit.id,
        scope: unit.scope,
        school_year: year.schoolYearStart,
        kind: term.kind,
        number: term.number,
        starts_on: term.startsOn,
        ends_on: term.endsOn,
      })),
    )
    .execute();
}

const dayRow = (unit: Unit, day: CalendarDayFields) => ({
  org_unit_id: unit.id,
  scope: unit.scope,
  on_date: day.on,
  kind: day.kind,
  moved_from: day.movedFrom,
  title: day.title,
});

const dayFields = (row: {
  on_date: string;
  kind: string;
  moved_from: string | null;
  title: string | null;
}): CalendarDayFields => ({
  on: row.on_date,
  // The column's check constraint holds the same list.
  kind: row.kind as CalendarDayFields['kind'],
  movedFrom: row.moved_from,
  title: row.title,
});

const termFields = (row: {
  kind: string;
  number: number;
  starts_on: string;
  ends_on: string;
}): SchoolTermFields => ({
  // The column's check constraint holds the same list.
  kind: row.kind as SchoolYearScheme | 'holidays',
  number: row.number,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});
