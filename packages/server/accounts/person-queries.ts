import type { Grant, Me } from '@opora/domain/accounts/accounts-contract.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Db } from '../platform/database.ts';

/** The signed-in person herself; her row is there as long as her session is. */
export async function getMe(db: Db, personId: string, on: CalendarDate): Promise<Me> {
  const row = await db
    .selectFrom('person')
    .innerJoin('org_unit', 'org_unit.id', 'person.org_unit_id')
    .select(['person.id', 'surname', 'given_name', 'patronymic', 'email', 'language'])
    .select('org_unit.name as org_unit_name')
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    personId: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    email: row.email,
    // The column's check constraint holds the same list.
    language: row.language as Language,
    orgUnitName: row.org_unit_name,
    grants: await listNamedGrants(db, personId, on),
  };
}

async function listNamedGrants(db: Db, personId: string, on: CalendarDate): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('org_unit', 'org_unit.id', 'role_assignment.org_unit_id')
    .select(['role', 'role_assignment.scope', 'org_unit_id', 'acting', 'until_on', 'org_unit.name'])
    .where('person_id', '=', personId)
    .where('from_on', '<=', on)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', on)]))
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({
    // The column's check constraint holds the list of roles.
    role: row.role as Role,
    scope: row.scope,
    orgUnitId: row.org_unit_id,
    orgUnitName: row.name,
    acting: row.acting,
    untilOn: row.until_on,
  }));
}
