import { type SqlBool, sql } from 'kysely';
import type { HeldRole, ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { Db } from '../platform/database.ts';
import { isWithinAny } from './within-scopes.ts';

export type PeopleFilter = {
  /** Nodes at or below which the person works. */
  readonly scopes: readonly string[];
  readonly now: Date;
  readonly on: string;
  readonly max: number;
  readonly personId?: string | undefined;
  /** Words that all occur in the name, post or address. */
  readonly search?: string | undefined;
  readonly orgUnitId?: string | undefined;
  /** Held on the day or later. */
  readonly role?: Role | undefined;
};

/** People by surname, without their roles. */
export async function listPeople(db: Db, filter: PeopleFilter): Promise<Omit<ListedPerson, 'roles'>[]> {
  const rows = await selectPeople(db, filter).execute();
  return rows.map((row) => ({
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
    orgUnitName: row.org_unit_name,
    access: row.has_password || row.has_binding ? 'active' : row.has_link ? 'invited' : 'none',
    hasSecondFactor: row.totp_confirmed_at !== null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }));
}

function selectPeople(db: Db, { personId, orgUnitId, role, ...filter }: PeopleFilter) {
  const words = (filter.search ?? '').split(/\s+/).filter((word) => word !== '');
  return db
    .selectFrom('person')
    .innerJoin('org_unit', 'org_unit.id', 'person.org_unit_id')
    .leftJoin('account', 'account.id', 'person.id')
    .selectAll('person')
    .select(['org_unit.name as org_unit_name', 'totp_confirmed_at'])
    .select((eb) => eb('password_hash', 'is not', null).as('has_password'))
    .select(sql<boolean>`exists (select from oidc_binding where person_id = person.id)`.as('has_binding'))
    .select(
      sql<boolean>`exists (select from one_time_link
        where person_id = person.id and used_at is null and expires_at > ${filter.now})`.as('has_link'),
    )
    .select((eb) =>
      eb
        .selectFrom('session')
        .select((own) => own.fn.max('last_seen_at').as('last'))
        .whereRef('session.person_id', '=', 'person.id')
        .as('last_seen_at'),
    )
    .where(isWithinAny('person.scope', filter.scopes))
    .where((eb) =>
      eb.and([
        ...(personId === undefined ? [] : [eb('person.id', '=', personId)]),
        ...(orgUnitId === undefined ? [] : [eb('person.org_unit_id', '=', orgUnitId)]),
        ...(role === undefined ? [] : [holdsRole(role, filter.on)]),
        ...words.map(hasWord),
      ]),
    )
    .orderBy('surname')
    .orderBy('given_name')
    .orderBy('person.id')
    .limit(filter.max);
}

function holdsRole(role: Role, on: string) {
  return sql<SqlBool>`exists (select from role_assignment
    where person_id = person.id and role = ${role} and (until_on is null or until_on >= ${on}))`;
}

function hasWord(word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`concat_ws(' ', surname, given_name, patronymic, post, email) ilike ${pattern}`;
}

/** Roles of the people with the names of their nodes; `notOverOn` leaves out those that ended before the day. */
export async function listRolesOf(
  db: Db,
  personIds: readonly string[],
  notOverOn: string | null,
): Promise<Map<string, HeldRole[]>> {
  const byPerson = new Map<string, HeldRole[]>(personIds.map((id) => [id, []]));
  if (personIds.length === 0) return byPerson;
  let roles = db
    .selectFrom('role_assignment')
    .innerJoin('org_unit', 'org_unit.id', 'role_assignment.org_unit_id')
    .selectAll('role_assignment')
    .select('org_unit.name as org_unit_name')
    .where('person_id', 'in', personIds)
    .orderBy('from_on');
  if (notOverOn !== null) {
    roles = roles.where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', notOverOn)]));
  }
  for (const row of await roles.execute()) {
    byPerson.get(row.person_id)?.push({
      id: row.id,
      // The column's check constraint holds the list of roles.
      role: row.role as Role,
      scope: row.scope,
      orgUnitId: row.org_unit_id,
      orgUnitName: row.org_unit_name,
      fromOn: row.from_on,
      untilOn: row.until_on,
      acting: row.acting,
    });
  }
  return byPerson;
}
