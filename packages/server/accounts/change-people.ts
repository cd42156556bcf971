import type { Person, PersonFields } from '@opora/domain/accounts/person.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { languageOf } from '../platform/http-server.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { endLinks, insertLink } from './link-queries.ts';
import { getManagedPerson } from './managed-person.ts';
import { invitationDays, linkAddress, mailLink, resetHours } from './one-time-link.ts';
import { findPersonIdByEmail, insertPerson, moveAccountRows, updatePerson } from './person-queries.ts';
import { replaceRecoveryCodes, setTotp } from './second-factor-queries.ts';
import { revokeSessions } from './session-queries.ts';
import { findAccount, insertAccount } from './sign-in-queries.ts';
import { findUnit, type UnitRow } from './unit-queries.ts';

export async function addPerson(call: Call, fields: PersonFields): Promise<Person> {
  const unit = await getManagedUnit(call, fields.orgUnitId);
  await refuseTakenEmail(call, fields.email, null);
  return insertPerson(call.tx, fields, { scope: unit.scope, language: languageOf(call.request) });
}

export async function changePerson(
  call: Call,
  personId: string,
  { version, ...fields }: PersonFields & { readonly version: number },
): Promise<Person> {
  const known = await getManagedPerson(call, personId);
  const unit = await getManagedUnit(call, fields.orgUnitId);
  await refuseTakenEmail(call, fields.email, personId);
  const person: Person = { ...known, ...fields, scope: unit.scope, version: version + 1 };
  if (!(await updatePerson(call.tx, person))) throw new Refusal('changed-meanwhile');
  if (unit.scope !== known.scope) await moveAccountRows(call.tx, personId, unit.scope);
  // A link that was mailed to the former address must not open the account.
  if (fields.email !== known.email) await endLinks(call.tx, personId, call.now);
  return person;
}

/** The link is answered in any case, for the administrator to pass on; when mail is set up it is mailed as well. */
export async function makeLink(call: Call, personId: string) {
  const person = await getManagedPerson(call, personId);
  if (person.email === null) throw new Refusal('accounts-email-needed');
  const owner = { personId, scope: person.scope };
  const account = await findAccount(call.tx, personId);
  const purpose = typeof account?.passwordHash === 'string' ? ('reset' as const) : ('invitation' as const);
  const hours = purpose === 'reset' ? resetHours : invitationDays * 24;
  await insertAccount(call.tx, owner);
  const secret = await insertLink(call.tx, owner, { purpose, now: call.now, hours });
  const link = {
    purpose,
    address: linkAddress(call.parts, secret),
    expiresAt: new Date(call.now.getTime() + hours * 3_600_000).toISOString(),
    mailed: false,
  };
  // A slow mail server must not hold a connection, nor a letter go out whose link was rolled back.
  call.afterCommit(async () => {
    link.mailed = await mailLink(call.parts, person, { purpose, secret, hours });
  });
  return link;
}

export async function revokePersonSessions(call: Call, personId: string): Promise<{ count: number }> {
  await getManagedPerson(call, personId);
  await endLinks(call.tx, personId, call.now);
  return { count: await revokeSessions(call.tx, personId, call.now) };
}

export async function removePersonSecondFactor(call: Call, personId: string): Promise<void> {
  const { id, scope } = await getManagedPerson(call, personId);
  await setTotp(call.tx, id, { secret: null, confirmedAt: null });
  await replaceRecoveryCodes(call.tx, { personId: id, scope }, []);
  await revokeSessions(call.tx, id, call.now);
}

export async function getManagedUnit(call: Call, orgUnitId: string): Promise<UnitRow> {
  const unit = await findUnit(call.tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('people.manage', unit);
  return unit;
}

/** Looks over the whole region: the address signs in one person of it. */
async function refuseTakenEmail(call: Call, email: string | null, ownId: string | null): Promise<void> {
  if (email === null) return;
  const holder = await withWholeRegion(call.tx, call.parts.database, entryOf(call.actor), (db) =>
    findPersonIdByEmail(db, email),
  );
  if (holder !== undefined && holder !== ownId) throw new Refusal('accounts-email-taken');
}
