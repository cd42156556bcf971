import { sql } from 'kysely';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { type FoundPerson, type FoundUnit, searchFoundMax } from '@opora/domain/overview/search-contract.ts';
import type { OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import type { Patterns } from '../registry/search-patterns.ts';

export function findUnits(db: Db, { longest, all }: Patterns, today: string): Promise<FoundUnit[]> {
  const ids = sql<{ id: string }>`select id from find_org_units(${longest}, ${all}, ${searchFoundMax})`;
  return listFoundUnits(db, ids, today);
}

export function findLikeUnits(db: Db, question: string, today: string): Promise<FoundUnit[]> {
  const ids = sql<{ id: string }>`select id from find_like_org_units(${question}, ${searchFoundMax})`;
  return listFoundUnits(db, ids, today);
}

async function listFoundUnits(
  db: Db,
  found: ReturnType<typeof sql<{ id: string }>>,
  today: string,
): Promise<FoundUnit[]> {
  const ids = (await found.execute(db)).rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('org_unit as unit')
    .leftJoin('org_unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.kind', 'unit.name', 'unit.settlement', 'unit.closed_on'])
    .select('above.short_name as above')
    .where('unit.id', 'in', ids)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      // The column's check constraint holds the same list.
      kind: row.kind as OrgUnitKind,
      name: row.name,
      settlement: row.settlement,
      above: row.above,
      isClosed: row.closed_on !== null && row.closed_on < today,
    }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

export async function findPeople(db: Db, { longest, all }: Patterns): Promise<FoundPerson[]> {
  const found = sql<{ id: string }>`select id from find_people(${longest}, ${all}, ${searchFoundMax})`;
  const ids = (await found.execute(db)).rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .innerJoin('org_unit as unit', 'unit.id', 'person.org_unit_id')
    .select(['person.id', 'surname', 'given_name', 'patronymic', 'post'])
    .select(['unit.id as unit_id', 'unit.kind as unit_kind', 'unit.short_name as unit_name', 'unit.scope'])
    .where('person.id', 'in', ids)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      name: formatFullName({
        surname: row.surname,
        givenName: row.given_name,
        patronymic: row.patronymic,
      }),
      post: row.post,
      unitId: row.unit_id,
      // The column's check constraint holds the same list.
      unitKind: row.unit_kind as OrgUnitKind,
      unitName: row.unit_name,
      scope: row.scope,
    }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
