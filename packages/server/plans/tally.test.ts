import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { Plan, StateCounts } from '@opora/domain/plans/plan.ts';
import { countsOf, sumCounts } from '@opora/domain/plans/progress.ts';
import { read } from '../platform/transaction.ts';
import { inSystem, openSessionOf } from '../testing/office-for-tests.ts';
import { fillRegion, type FilledRegion } from '../testing/region-at-size.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let owner: pg.Client;
let region: FilledRegion;

const size = {
  municipalities: 2,
  schoolsOfEach: 3,
  plansOfEach: 3,
  activities: 12,
  schoolTerms: 3,
  longPlan: 20,
};

beforeAll(async () => {
  server = await startTestServer();
  region = await fillRegion(server.parts.database, size, { today: '2026-03-02', filling: 'checked' });
  owner = new pg.Client({ connectionString: server.ownerUrl, options: '-c search_path=region,public' });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Every row of the tally, without its own number. */
async function tally(): Promise<string[]> {
  const { rows } = await owner.query(
    `select to_jsonb(tally) - 'id' as row from activity_tally as tally order by activity_id, term_key`,
  );
  return rows.map(({ row }) => JSON.stringify(row));
}

const change = (statement: ReturnType<typeof sql>) => inSystem(server, (tx) => statement.execute(tx));

describe('the tally', () => {
  it.each([
    ['instances are put in', sql`select 1`],
    ['states change', sql`update instance set state = 'accepted' where state in ('planned', 'returned')`],
    [
      'terms are moved',
      sql`update instance set due_on = due_on + 7, starts_on = null where school_id is null`,
    ],
    ['dates go', sql`update instance set due_on = null, starts_on = null where state = 'submitted'`],
    [
      'executors change',
      sql`update instance set executors = array['region.iro']::public.ltree[] where rounds = 1`,
    ],
    ['instances are deleted', sql`delete from instance where state = 'cancelled' or rounds = 1`],
    ['something else changes', sql`update instance set version = version + 1, assignee_id = null`],
  ])('counts the same as a count of everything after %s', async (_what, statement) => {
    await change(statement);
    const kept = await tally();
    await owner.query('select tally_all()');
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).toEqual(await tally());
  });

  it('is written by nobody: neither who manages nor the system may', async () => {
    await expect(change(sql`update activity_tally set planned = 100`)).resolves.toMatchObject({
      numAffectedRows: 0n,
    });
    await expect(
      change(sql`insert into activity_tally select * from activity_tally limit 1`),
    ).rejects.toThrow();
  });

  it('goes with its plan', async () => {
    const [planId = ''] = region.planIds[1] ?? [];
    await change(sql`delete from plan where id = ${planId}`);
    expect((await owner.query('select from activity_tally where plan_id = $1', [planId])).rowCount).toBe(0);
  });
});

const counters: readonly Role[] = [
  'regional-coordinator',
  'methodologist',
  'municipal-coordinator',
  'curator',
  'school-director',
];

describe('what pages count', () => {
  it.each(counters)('is all that a %s may see and nothing else', async (role) => {
    const person = region.people.find((one) => one.role === role)!;
    const scopes = region.people
      .filter(({ id, role: held }) => id === person.id && held !== null)
      .map(({ on }) => on.scope);
    const territory = sql<boolean>`territory.scope = subpath(instance.scope, 0, least(nlevel(instance.scope), 2))`;
    const seen = await read(server.parts.database, { personId: person.id, scopes }, (db) =>
      db
        .selectFrom('instance')
        .leftJoin('org_unit as territory', (join) => join.on(territory))
        .select(['plan_id', 'state', 'territory.id', (eb) => eb.fn.countAll<number>().as('count')])
        .groupBy(['plan_id', 'state', 'territory.id'])
        .execute(),
    );
    const countsSeen = (rows: typeof seen): StateCounts =>
      sumCounts(rows.map(({ state, count }) => ({ [state]: count })));
    const as = await openSessionOf(server, person.id, person.unit.scope);
    // An institute sees instances that it carries out in municipalities that it does not see: the overview has no line for them.
    const ofSeenTerritories = countsSeen(seen.filter(({ id }) => id !== null));
    expect((await server.send('GET', '/api/overview', { as })).body.counts).toEqual(ofSeenTerritories);
    const plans = (await server.send('GET', '/api/plans', { as })).body;
    expect(plans.length).toBeGreaterThan(0);
    for (const { id, counts } of plans) {
      const ofPlan = countsSeen(seen.filter((row) => row.plan_id === id));
      expect(counts).toEqual(ofPlan);
      const plan: Plan = (await server.send('GET', `/api/plans/${id}`, { as })).body;
      expect(sumCounts(plan.activities.map(countsOf))).toEqual(ofPlan);
    }
  });
});
