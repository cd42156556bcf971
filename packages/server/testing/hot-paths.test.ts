import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@opora/domain/basics/actor.ts';
import { missingEvidence } from '@opora/domain/plans/evidence.ts';
import type { Instance, InstanceDetail } from '@opora/domain/plans/instance.ts';
import { type PlanBeginning, type PlanPart, planPartMax } from '@opora/domain/plans/plan.ts';
import { createApp } from '../app.ts';
import type { DB } from '../platform/database.gen.ts';
import { applicationUrl, openDatabase } from '../platform/database.ts';
import { asOwner } from './database-for-tests.ts';
import { openSessionOf } from './office-for-tests.ts';
import { fillRegion, type FilledRegion, smallSize } from './region-at-size.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

let server: TestServer;
let region: FilledRegion;
let application: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  const owner = openDatabase(server.ownerUrl, 'region');
  region = await fillRegion(owner, smallSize, { today: '2026-03-02', filling: 'fast' });
  await owner.close();
  await asOwner(server.ownerUrl, 'vacuum (analyze)');
  application = new pg.Client({ connectionString: applicationUrl(server.ownerUrl) });
  await application.connect();
}, 120_000);
afterAll(async () => {
  await application.end();
  await server.close();
});

/** What the server asks the database for to answer one request, the call of `enter` among it. */
async function queriesOf(path: string, cookie: string, body?: object): Promise<CompiledQuery[]> {
  const asked: CompiledQuery[] = [];
  const pool = new pg.Pool({ connectionString: applicationUrl(server.ownerUrl), max: 2 });
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query),
  });
  const app = await createApp({ ...server.parts, database: { ...server.parts.database, kysely } });
  const sent = body === undefined ? {} : { method: 'POST' as const, payload: body };
  const answer = await app.inject({ url: path, headers: { cookie }, ...sent });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  await app.close();
  await kysely.destroy();
  return asked;
}

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: PlanNode[];
};

const nodesIn = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

/** As of a read that was sent often: PostgreSQL plans it five times for its values and then decides whether one plan serves any. */
async function planInTheLongRun({ sql, parameters }: CompiledQuery): Promise<PlanNode> {
  await application.query(`prepare asked as ${sql}`);
  const values = parameters.length === 0 ? '' : `(${parameters.map(literalOf).join(', ')})`;
  const explain = `explain (format json) execute asked${values}`;
  for (let times = 0; times < 6; times += 1) await application.query(explain);
  const { rows } = await application.query(explain);
  await application.query('deallocate asked');
  return rows[0]['QUERY PLAN'][0].Plan;
}

/** As PostgreSQL reads texts, numbers, moments and lists of them. */
function literalOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', ''));
}

/** Queries, entered as the request was, that read all instances. */
async function readersOfAll(asked: readonly CompiledQuery[]): Promise<string[]> {
  const found: string[] = [];
  let enter: CompiledQuery | null = null;
  for (const query of asked) {
    if (query.sql.includes('"enter"')) enter = query;
    if (enter === null || !/^(select|with) /.test(query.sql) || !query.sql.includes('instance')) continue;
    await application.query('begin');
    await application.query(enter.sql, [...enter.parameters]);
    const nodes = nodesIn(await planInTheLongRun(query));
    await application.query('rollback');
    const all = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'instance',
    );
    if (all.length > 0) found.push(query.sql);
  }
  return found;
}

const readers: readonly Role[] = [
  'regional-coordinator',
  'municipal-coordinator',
  'methodologist',
  'curator',
  'school-director',
];

const schoolId = () => region.municipalities[1]?.schools[0]?.id ?? '';
const windowOf = (planId: string) => `/api/plans/${planId}/matrix/cells?${region.matrixWindows.get(planId)}`;
const pages: readonly (readonly [string, () => string])[] = [
  ['the overview', () => '/api/overview'],
  ['the plans', () => '/api/plans'],
  ['a plan', () => `/api/plans/${region.regionalPlanId}`],
  ['the rows of a matrix', () => `/api/plans/${region.regionalPlanId}/matrix`],
  ['a window of a matrix', () => windowOf(region.regionalPlanId)],
  ['the questions', () => `/api/plans/${region.regionalPlanId}/questions`],
  ['the tasks', () => '/api/tasks'],
];

describe.each(readers)('a page asked by a %s', (role) => {
  it.each(pages)('does not read all instances for %s', async (_page, path) => {
    const person = region.people.findLast((one) => one.role === role)!;
    const cookie = await openSessionOf(server, person.id, person.unit.scope);
    expect(await readersOfAll(await queriesOf(path(), cookie))).toEqual([]);
  });
});

describe('a long plan', () => {
  it.each(['regional-coordinator', 'school-director'] as const)(
    'comes to a %s in parts without reading all instances',
    async (role) => {
      const person = region.people.find((one) => one.role === role)!;
      const cookie = await openSessionOf(server, person.id, person.unit.scope);
      const path = `/api/plans/${region.longPlanId}/activities?${region.longPlanParts[0]}`;
      expect(await readersOfAll(await queriesOf(path, cookie))).toEqual([]);
    },
  );

  it('loses and repeats nothing between its parts, be two activities in one place there', async () => {
    const path = `/api/plans/${region.longPlanId}`;
    const inPlan = `plan_id = '${region.longPlanId}'`;
    await asOwner(
      server.ownerUrl,
      `set session_replication_role = replica; update region.activity set position = ${planPartMax} where ${inPlan} and position = ${planPartMax - 1}`,
    );
    const person = region.people.find((one) => one.role === 'regional-coordinator')!;
    const as = await openSessionOf(server, person.id, person.unit.scope);
    const first: PlanBeginning = (await server.send('GET', path, { as })).body;
    const second: PlanPart = (
      await server.send(
        'GET',
        `${path}/activities?position=${first.rest?.position}&activityId=${first.rest?.activityId}`,
        {
          as,
        },
      )
    ).body;
    const come = [...first.activities, ...second.activities];
    expect([first.activities.length, second.rest]).toEqual([planPartMax, null]);
    expect(new Set(come.map(({ id }) => id)).size).toBe(smallSize.longPlan);
    expect(come.map(({ position }) => position)).toEqual(
      come.map(({ position }) => position).toSorted((one, other) => one - other),
    );
    expect(first.activityCount).toBe(smallSize.longPlan);
    expect(
      second.activities.every(({ parties, expected, terms }) => parties[0] && expected[0] && terms[0]),
    ).toBe(true);
  });
});

describe('the cascade of a plan', () => {
  it('does not read all instances to count what those below have done', async () => {
    const person = region.people.find((one) => one.role === 'regional-coordinator')!;
    const cookie = await openSessionOf(server, person.id, person.unit.scope);
    const send = (method: 'GET' | 'POST', path: string, body?: object) =>
      server.send(method, `/api${path}`, { as: cookie, ...(body === undefined ? {} : { body }) });
    const activityOf = async (planId: string): Promise<string> =>
      (await send('GET', `/plans/${planId}`)).body.activities[1].id;
    const asked = {
      level: 'municipality',
      who: { choice: 'all' },
      dueOn: null,
      expected: [],
      isCancelled: false,
    };
    const above = `/activities/${await activityOf(region.regionalPlanId)}/requirements`;
    const { requirementId } = (await send('POST', above, asked)).body;
    const { unit } = region.municipalities[1]!;
    const { plans } = (await send('GET', `/org-units/${unit.id}/requirements`)).body;
    const answer = { orgUnitId: unit.id, activityId: plans[0].activities[0].id };
    await send('POST', `/requirements/${requirementId}/answers`, answer);
    const paths = [
      `/api/plans/${region.regionalPlanId}/requirements`,
      `/api/org-units/${unit.id}/requirements`,
    ];
    for (const path of paths) expect(await readersOfAll(await queriesOf(path, cookie))).toEqual([]);
  });
});

describe('the page of a school', () => {
  it.each(['cycle', 'instances?part=accepted'])('does not read all instances for its %s', async (part) => {
    const person = region.people.find((one) => one.role === 'regional-coordinator')!;
    const cookie = await openSessionOf(server, person.id, person.unit.scope);
    expect(await readersOfAll(await queriesOf(`/api/org-units/${schoolId()}/${part}`, cookie))).toEqual([]);
  });
});

describe('what is looked through when something is submitted', () => {
  it('does not read all instances', async () => {
    const person = region.people.find((one) => one.role === 'regional-coordinator')!;
    const as = await openSessionOf(server, person.id, person.unit.scope);
    const get = async (path: string) => (await server.send('GET', `/api${path}`, { as })).body;
    const { activities } = await get(`/plans/${region.regionalPlanId}`);
    const { id } = activities.find(({ perSchool }: { perSchool: boolean }) => perSchool);
    const open = (await get(`/activities/${id}/instances`)).find(
      ({ state }: Instance) => state === 'planned',
    );
    const { expected, evidence, version }: InstanceDetail = await get(`/instances/${open.id}`);
    for (const { expectedResultId, needs } of missingEvidence(expected, evidence)) {
      const document = { kind: 'document', type: 'Акт', number: '1', on: '2026-03-01', title: null };
      const note = { kind: 'note', note: 'Проведено' };
      const count = { kind: 'count', n: 1, total: 1 };
      const given = [document, note, count].find(({ kind }) => needs.some((need) => need === kind));
      const body = { ...given, expectedResultId };
      // oxlint-disable-next-line no-await-in-loop -- an instance takes one after another
      await server.send('POST', `/api/instances/${open.id}/evidence`, { as, body });
    }
    const asked = await queriesOf(`/api/instances/${open.id}/submit`, as, { version, note: null });
    expect(asked.filter(({ sql }) => sql.includes('"evidence_question"')).length).toBeGreaterThan(1);
    expect(await readersOfAll(asked)).toEqual([]);
  });
});

describe('the look at plans of queries', () => {
  it('finds a query that reads all instances', async () => {
    const person = region.people.find((one) => one.role === 'regional-coordinator')!;
    const cookie = await openSessionOf(server, person.id, person.unit.scope);
    const asked = await queriesOf('/api/overview', cookie);
    const enter = asked.filter(({ sql }) => sql.includes('"enter"'));
    const planted = {
      ...enter[0]!,
      sql: 'select state, count(*) from instance group by state',
      parameters: [],
    };
    expect(await readersOfAll([...enter, planted])).toEqual([planted.sql]);
  });
});
