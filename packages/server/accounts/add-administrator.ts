import type { PersonFields } from '@opora/domain/accounts/person.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Tx } from '../platform/database.ts';
import { rootScope } from '../platform/system-entry.ts';
import { getOrAddRegion } from './first-administrator-queries.ts';
import { insertPerson } from './person-queries.ts';
import { insertAssignment } from './role-queries.ts';
import { insertAccount, setPasswordHash } from './sign-in-queries.ts';

type NewAdministrator = Omit<PersonFields, 'orgUnitId'> & {
  readonly regionName: string;
  /** Null: she sets a password by a link. */
  readonly passwordHash: string | null;
  readonly language: Language;
};

/** An administrator of the whole region with a password; the region itself is made when there is none. Answers the person's id. */
export async function addAdministrator(tx: Tx, fields: NewAdministrator, on: CalendarDate): Promise<string> {
  const { regionName, passwordHash, language, surname, givenName, patronymic, post, email } = fields;
  const region = await getOrAddRegion(tx, regionName);
  const person = await insertPerson(
    tx,
    { orgUnitId: region.id, surname, givenName, patronymic, post, email },
    { scope: rootScope, language },
  );
  const owner = { personId: person.id, scope: rootScope };
  await insertAccount(tx, owner);
  if (passwordHash !== null) await setPasswordHash(tx, owner, passwordHash);
  await insertAssignment(tx, {
    personId: person.id,
    role: 'administrator',
    scope: rootScope,
    orgUnitId: region.id,
    fromOn: on,
    untilOn: null,
    acting: false,
    inPlaceOfId: null,
  });
  return person.id;
}
