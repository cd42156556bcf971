import type { Role } from '@opora/domain/basics/actor.ts';
import { newSessionSecret, sessionCookie } from '@opora/server/accounts/session-cookie.ts';
import { insertSession } from '@opora/server/accounts/session-queries.ts';
import type { Database } from '@opora/server/platform/database.ts';
import { systemEntry } from '@opora/server/platform/system-entry.ts';
import { write } from '@opora/server/platform/transaction.ts';
import type { FilledRegion } from '@opora/server/testing/region-at-size.ts';
import type { SizedPerson } from '@opora/server/testing/region-at-size-units.ts';

export type BenchSession = {
  readonly role: Role;
  /** Node of the role. */
  readonly unitId: string;
  /** Number of the municipality in the filled region; null: the whole region or a body of it. */
  readonly municipality: number | null;
  readonly cookie: string;
};

/** People of each role who are signed in at the same time. */
const atOnce: Partial<Record<Role, number>> = {
  'school-director': 60,
  'municipal-coordinator': 30,
  curator: 10,
};

/** Signs people of every role in, evenly over the region, the first municipality included. */
export async function openBenchSessions(database: Database, region: FilledRegion): Promise<BenchSession[]> {
  const now = new Date();
  const byRole = Map.groupBy(region.people, ({ role }) => role);
  const chosen = [...byRole].flatMap(([role, people]) => {
    if (role === null) return [];
    const step = Math.max(1, Math.floor(people.length / (atOnce[role] ?? people.length)));
    return people.filter((_, at) => at % step === 0).map((person) => ({ person, role }));
  });
  const operating = { name: 'signIn', requestId: 'bench', at: now };
  return write(database, systemEntry, operating, async (tx) => {
    const sessions: BenchSession[] = [];
    for (const { person, role } of chosen) {
      const { secret, id } = newSessionSecret();
      // A hundred short inserts.
      // oxlint-disable-next-line no-await-in-loop
      await insertSession(tx, {
        id,
        personId: person.id,
        scope: person.unit.scope,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
        stage: 'open',
        userAgent: 'bench',
        address: '127.0.0.1',
      });
      const municipality = municipalityOf(region, person);
      sessions.push({ role, unitId: person.on.id, municipality, cookie: `${sessionCookie}=${secret}` });
    }
    return sessions;
  });
}

function municipalityOf(region: FilledRegion, { on }: SizedPerson): number | null {
  const at = region.municipalities.findIndex(({ unit }) => `${on.scope}.`.startsWith(`${unit.scope}.`));
  return at === -1 ? null : at;
}
