import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyBySession } from '../accounts/identify.ts';
import { createApp } from '../app.ts';
import { createHttpServer } from '../platform/http-server.ts';
import { openLive } from '../platform/live.ts';
import { asOwner } from '../testing/database-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { mountLive } from './live-routes.ts';

let server: TestServer;
let office: TestOffice;
/** A second server on the same database: what is written through the first is heard here. */
let other: FastifyInstance;
let address: string;
let who: Record<'region' | 'north' | 'south' | 'school', string>;

beforeAll(async () => {
  server = await startTestServer();
  other = await createApp(server.parts);
  address = await other.listen({ host: '127.0.0.1', port: 0 });
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    south: await office.signIn('municipal-coordinator', office.south),
    school: await office.signIn('school-director', office.northSchool),
  };
});
afterAll(async () => {
  await other.close();
  await server.close();
});

type Plan = { readonly planId: string; readonly instanceId: string };

async function makePlan(as: string, ownerUnitId: string): Promise<Plan> {
  const body = planDraft(ownerUnitId, { activities: [activityDraft({ expected: [] })] });
  const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
  const [activity] = (await server.send('GET', `/api/plans/${planId}`, { as })).body.activities;
  const list = await server.send('GET', `/api/activities/${activity.id}/instances`, { as });
  return { planId, instanceId: list.body[0].id };
}

type Stream = { readonly headers: Headers; next(): Promise<string | null>; stop(): Promise<void> };

async function follow(as: string, planIds: readonly string[], at = address): Promise<Stream> {
  const response = await fetch(`${at}/api/changes?plans=${planIds.join(',')}`, {
    headers: { cookie: as, accept: 'text/event-stream' },
  });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string | null> => {
    for (;;) {
      const found = /data: (.*)\n\n/.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return found[1]!;
      }
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return null;
      text += value;
    }
  };
  return { headers: response.headers, next, stop: () => reader.cancel() };
}

const start = ({ instanceId }: Plan, as: string, version = 1) =>
  server.send('POST', `/api/instances/${instanceId}/start`, { as, body: { version } });

it('tells who looks at a plan, through another server, that it has changed, and carries nothing else', async () => {
  const plan = await makePlan(who.north, office.north.id);
  const stream = await follow(who.region, [plan.planId]);
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  expect(stream.headers.get('x-accel-buffering')).toBe('no');
  expect(stream.headers.get('content-security-policy')).not.toBeNull();
  expect((await start(plan, who.north)).status).toBe(200);
  expect([await stream.next(), await stream.next()]).toEqual([`plan ${plan.planId}`, 'tasks']);
  await stream.stop();
});

it('answers no sooner than it hears: what is written right after the answer is told', async () => {
  const { database } = server.parts;
  const slow: typeof database = {
    ...database,
    listen: async (...by) => {
      await new Promise((wake) => setTimeout(wake, 300));
      return database.listen(...by);
    },
  };
  const live = openLive(slow);
  const late = await createHttpServer(server.parts.settings);
  mountLive(late, { parts: server.parts, identify: identifyBySession(server.parts), live });
  late.addHook('preClose', () => live.close());
  const plan = await makePlan(who.north, office.north.id);
  const stream = await follow(who.region, [plan.planId], await late.listen({ host: '127.0.0.1', port: 0 }));
  await start(plan, who.north);
  expect(await stream.next()).toBe(`plan ${plan.planId}`);
  await stream.stop();
  await late.close();
}, 5_000);

it('tells a stranger nothing of a plan that she names, nor who was refused of what did not happen', async () => {
  const north = await makePlan(who.north, office.north.id);
  const south = await makePlan(who.south, office.south.id);
  const stream = await follow(who.south, [north.planId, south.planId]);
  await start(north, who.north);
  expect((await start(south, who.south, 9)).status).toBe(409);
  await start(south, who.south);
  expect([await stream.next(), await stream.next()]).toEqual([`plan ${south.planId}`, 'tasks']);
  await stream.stop();
});

it('tells a school of what its municipality does to many at once, with one message', async () => {
  const plan = await makePlan(who.north, office.north.id);
  const stream = await follow(who.school, [plan.planId]);
  const body = { instanceIds: [plan.instanceId], note: 'Карантин', dueOn: '2026-04-30' };
  await server.send('POST', '/api/bulk-acts/postpone', { as: who.north, body });
  expect([await stream.next(), await stream.next()]).toEqual([`plan ${plan.planId}`, 'tasks']);
  await stream.stop();
});

it('asks for everything anew after the line to the database was down', async () => {
  const stream = await follow(who.north, []);
  await asOwner(
    server.ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'listen opora_live%' and datname = current_database()`,
  );
  expect(await stream.next()).toBe('all');
  await stream.stop();
});

it('refuses what is beyond its streams before it answers, and does not count who has left while she was asked for', async () => {
  const live = openLive(server.parts.database, 1);
  const small = await createHttpServer(server.parts.settings);
  mountLive(small, { parts: server.parts, identify: identifyBySession(server.parts), live });
  small.addHook('preClose', () => live.close());
  const url = `${await small.listen({ host: '127.0.0.1', port: 0 })}/api/changes`;
  const headers = { cookie: who.north, accept: 'text/event-stream' };
  const left = new ServerResponse(new IncomingMessage(new Socket())).destroy();
  live.open({ actor: { personId: '', grants: [] }, rootIds: [] })(left);
  const first = await fetch(url, { headers });
  const second = await fetch(url, { headers });
  expect([first.status, second.status]).toEqual([200, 429]);
  await first.body?.cancel();
  await small.close();
});

describe('who edits', () => {
  const editing = (plan: Plan, as: string, body: object) =>
    server.send('POST', `/api/plans/${plan.planId}/editing`, { as, body: { activityId: null, ...body } });
  const editors = async (plan: Plan, as: string) =>
    other.inject({ url: `/api/plans/${plan.planId}/editing`, headers: { cookie: as } });

  it('is told through another server to those who see the plan, and to nobody else', async () => {
    const plan = await makePlan(who.north, office.north.id);
    const foreign = await makePlan(who.south, office.south.id);
    const [stream, stranger] = [
      await follow(who.region, [plan.planId]),
      await follow(who.south, [plan.planId]),
    ];
    expect((await editing(plan, who.north, { isEditing: true })).status).toBe(200);
    expect(await stream.next()).toBe(`editing ${plan.planId}`);
    expect((await editors(plan, who.region)).json()).toEqual([
      { thingId: plan.planId, name: 'Иванова\u00a0А.\u00a0П.' },
    ]);
    expect((await editors(plan, who.north)).json()).toEqual([]);
    expect((await editors(plan, who.south)).statusCode).toBe(404);
    expect((await editing(plan, who.south, { isEditing: true })).status).toBe(404);
    expect((await editing(plan, who.school, { isEditing: true })).status).toBe(403);
    const { activities } = (await server.send('GET', `/api/plans/${foreign.planId}`, { as: who.south })).body;
    const misplaced = await editing(plan, who.north, { activityId: activities[0].id, isEditing: true });
    expect(misplaced.status).toBe(404);
    await editing(plan, who.north, { isEditing: false });
    expect(await stream.next()).toBe(`editing ${plan.planId}`);
    expect((await editors(plan, who.region)).json()).toEqual([]);
    await start(foreign, who.south);
    expect(await stranger.next()).toBe('tasks');
    await stream.stop();
    await stranger.stop();
  });

  it('is forgotten a minute after it was said last, and leaves nothing in the database', async () => {
    const plan = await makePlan(who.north, office.north.id);
    const stream = await follow(who.region, [plan.planId]);
    const now = server.parts.clock();
    const operations = () =>
      inSystem(server, (tx) =>
        tx.selectFrom('operation').select('id').where('name', 'like', '%diting').execute(),
      );
    await editing(plan, who.north, { isEditing: true });
    await stream.next();
    server.setNow(new Date(now.getTime() + 59_000));
    expect((await editors(plan, who.region)).json()).toHaveLength(1);
    server.setNow(new Date(now.getTime() + 60_000));
    expect((await editors(plan, who.region)).json()).toEqual([]);
    server.setNow(now);
    expect(await operations()).toEqual([]);
    await stream.stop();
  });
});

it('ends its streams at once when it is told to end', async () => {
  const stream = await follow(who.north, []);
  const began = performance.now();
  await other.close();
  expect(await stream.next()).toBeNull();
  expect(performance.now() - began).toBeLessThan(2_000);
});
