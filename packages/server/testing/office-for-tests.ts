import { randomUUID } from 'node:crypto';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import { insertSession } from '../accounts/session-queries.ts';
import { newSessionSecret, sessionCookie } from '../accounts/session-cookie.ts';
import type { Tx } from '../platform/database.ts';
import { rootScope, systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { insertOrgUnit } from '../registry/registry-queries.ts';
import type { TestServer } from './server-for-tests.ts';

/** A small region: two municipalities with a school each, a branch, and people who hold one role each. */
export type TestOffice = {
  readonly region: OrgUnit;
  readonly north: OrgUnit;
  readonly south: OrgUnit;
  readonly northSchool: OrgUnit;
  readonly northBranch: OrgUnit;
  readonly southSchool: OrgUnit;
  /** Cookie of a new person with the role on the unit. */
  signIn(role: Role, unit: OrgUnit): Promise<string>;
};

export async function openTestOffice(server: TestServer): Promise<TestOffice> {
  return inSystem(server, async (tx) => {
    const region = await addUnit(tx, 'region', 'Озёрная область', null);
    const north = await addUnit(tx, 'municipality', 'Северный район', region);
    const south = await addUnit(tx, 'municipality', 'Южный район', region);
    const northSchool = await addUnit(tx, 'school', 'МБОУ СОШ № 1', north);
    return {
      region,
      north,
      south,
      northSchool,
      northBranch: await addUnit(tx, 'branch', 'Филиал в с. Речное', northSchool),
      southSchool: await addUnit(tx, 'school', 'МБОУ ООШ № 2', south),
      signIn: signInOn(server),
    };
  });
}

/** The same office on a server that was started with what the office's own held. */
export function officeOn(server: TestServer, office: TestOffice): TestOffice {
  return { ...office, signIn: signInOn(server) };
}

const signInOn =
  (server: TestServer): TestOffice['signIn'] =>
  (role, unit) =>
    inSystem(server, (own) => signInAs(own, role, unit, server.parts.clock()));

export function inSystem<T>(server: TestServer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const operating = { name: 'test', requestId: 'test', at: server.parts.clock() };
  return write(server.parts.database, systemEntry, operating, work);
}

async function addUnit(tx: Tx, kind: OrgUnitKind, name: string, parent: OrgUnit | null): Promise<OrgUnit> {
  const id = randomUUID();
  const unit: OrgUnit = {
    id,
    kind,
    name,
    shortName: name,
    parentId: parent?.id ?? null,
    version: 1,
    scope: parent === null ? rootScope : `${parent.scope}.${id.slice(0, 8)}`,
    settlement: null,
    inn: null,
    ogrn: null,
    code: null,
    openedOn: null,
    closedOn: null,
  };
  await insertOrgUnit(tx, unit);
  return unit;
}

async function signInAs(tx: Tx, role: Role, unit: OrgUnit, now: Date): Promise<string> {
  const personId = randomUUID();
  await tx
    .insertInto('person')
    .values({
      id: personId,
      org_unit_id: unit.id,
      scope: unit.scope,
      surname: 'Иванова',
      given_name: 'Анна',
      patronymic: 'Петровна',
      post: null,
      email: `${personId}@example.org`,
      language: 'ru',
      version: 1,
    })
    .execute();
  await tx
    .insertInto('role_assignment')
    .values({
      id: randomUUID(),
      person_id: personId,
      role,
      scope: unit.scope,
      org_unit_id: unit.id,
      from_on: '2020-01-01',
      until_on: null,
      acting: false,
      in_place_of_id: null,
    })
    .execute();
  return addSession(tx, { personId, scope: unit.scope, now });
}

/** Cookie of a person who is there already. */
export function openSessionOf(server: TestServer, personId: string, scope: string): Promise<string> {
  return inSystem(server, (tx) => addSession(tx, { personId, scope, now: server.parts.clock() }));
}

async function addSession(
  tx: Tx,
  { personId, scope, now }: { readonly personId: string; readonly scope: string; readonly now: Date },
): Promise<string> {
  const { secret, id } = newSessionSecret();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const common = {
    scope,
    createdAt: now,
    expiresAt,
    stage: 'open' as const,
    userAgent: 'test',
    address: '127.0.0.1',
  };
  await insertSession(tx, { id, personId, ...common });
  return `${sessionCookie}=${secret}`;
}
