import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Grant } from '@opora/domain/accounts/accounts-contract.ts';
import type { Person, PersonFields } from '@opora/domain/accounts/person.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Person as PersonRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function findPersonIdByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row?.id;
}

/** A new person of the organisation whose scope is given, without an account. */
export async function insertPerson(
  tx: Tx,
  fields: PersonFields,
  at: { readonly scope: string; readonly language: Language },
): Promise<Person> {
  const person: Person = { ...fields, ...at, id: randomUUID(), version: 1 };
  await tx.insertInto('person').values(columns(person)).execute();
  return person;
}

/** False when the row has another version than `person.version - 1`: somebody changed it meanwhile. */
export async function updatePerson(tx: Tx, person: Person): Promise<boolean> {
  const result = await tx
    .updateTable('person')
    .set(columns(person))
    .where('id', '=', person.id)
    .where('version', '=', person.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What hangs on a person is seen where she is seen: it moves with her to another organisation. */
export async function moveAccountRows(tx: Tx, personId: string, scope: string): Promise<void> {
  for (const table of ['account', 'sign_in_guard', 'reminder_settings'] as const) {
    await tx.updateTable(table).set({ scope }).where('id', '=', personId).execute();
  }
  const owned = ['session', 'one_time_link', 'recovery_code', 'oidc_binding', 'absence', 'digest'] as const;
  for (const table of owned) {
    await tx.updateTable(table).set({ scope }).where('person_id', '=', personId).execute();
  }
}

export async function setLanguage(tx: Tx, personId: string, language: Language): Promise<void> {
  await tx.updateTable('person').set({ language }).where('id', '=', personId).execute();
}

export async function getUnitName(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('org_unit').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return row.name;
}

export async function listNamedGrants(db: Db, personId: string, on: CalendarDate): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('org_unit', 'org_unit.id', 'role_assignment.org_unit_id')
    .select([
      'role_assignment.id',
      'role',
      'role_assignment.scope',
      'org_unit_id',
      'acting',
      'until_on',
      'org_unit.name',
    ])
    .where('person_id', '=', personId)
    .where('from_on', '<=', on)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', on)]))
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // The column's check constraint holds the list of roles.
    role: row.role as Role,
    scope: row.scope,
    orgUnitId: row.org_unit_id,
    orgUnitName: row.name,
    acting: row.acting,
    untilOn: row.until_on,
  }));
}

function present(row: Selectable<PersonRow>): Person {
  return {
    id: row.id,
    orgUnitId: row.org_unit_id,
    scope: row.scope,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    post: row.post,
    email: row.email,
    // The column's check constraint holds the same list.
    language: row.language as Language,
    version: row.version,
  };
}

function columns(person: Person) {
  return {
    id: person.id,
    org_unit_id: person.orgUnitId,
    scope: person.scope,
    surname: person.surname,
    given_name: person.givenName,
    patronymic: person.patronymic,
    post: person.post,
    email: person.email,
    language: person.language,
    version: person.version,
  };
}
