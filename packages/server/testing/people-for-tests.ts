import { randomUUID } from 'node:crypto';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { inSystem } from './office-for-tests.ts';
import type { Answer, TestServer } from './server-for-tests.ts';

export type TestPerson = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
};

type TestRole = {
  readonly role: Role;
  readonly unit: OrgUnit;
  readonly fromOn?: string;
  readonly untilOn?: string;
};

const password = 'тихая-река-утром';
const hash = hashPassword(password);

/** A person of the unit with a password and the given roles. */
export async function addTestPerson(
  server: TestServer,
  unit: OrgUnit,
  held: readonly TestRole[] = [],
): Promise<TestPerson> {
  const id = randomUUID();
  const email = `${id.slice(0, 8)}@example.org`;
  const passwordHash = await hash;
  await inSystem(server, async (tx) => {
    const person = { surname: 'Смирнова', given_name: 'Ольга', patronymic: null, post: null };
    await tx
      .insertInto('person')
      .values({ id, org_unit_id: unit.id, scope: unit.scope, email, language: 'ru', version: 1, ...person })
      .execute();
    await tx
      .insertInto('account')
      .values({
        id,
        scope: unit.scope,
        password_hash: passwordHash,
        totp_secret: null,
        totp_confirmed_at: null,
      })
      .execute();
    for (const { role, unit: on, fromOn, untilOn } of held) {
      await tx
        .insertInto('role_assignment')
        .values({
          id: randomUUID(),
          person_id: id,
          role,
          scope: on.scope,
          org_unit_id: on.id,
          from_on: fromOn ?? '2020-01-01',
          until_on: untilOn ?? null,
          acting: false,
          in_place_of_id: null,
        })
        .execute();
    }
  });
  return { id, email, password };
}

/** Signs in over HTTP; `cookie` is what the browser would send from then on. */
export async function signInOverHttp(
  server: TestServer,
  { email, password: typed }: { readonly email: string; readonly password: string },
): Promise<Answer & { readonly cookie: string }> {
  const answer = await server.send('POST', '/api/sign-in', { body: { email, password: typed } });
  return { ...answer, cookie: cookieOf(answer) };
}

/** The session cookie that an answer sets, as a request sends it; empty when it sets none. */
export function cookieOf(answer: Answer): string {
  const lines = [answer.headers['set-cookie']].flat().map((line) => (typeof line === 'string' ? line : ''));
  return lines.find((line) => line.startsWith('opora_session='))?.split(';')[0] ?? '';
}
