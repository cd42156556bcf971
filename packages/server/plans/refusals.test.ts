import { afterAll, beforeAll, expect, it } from 'vitest';
import { InstanceMove, InstanceState, moveRules } from '@opora/domain/plans/instance-state.ts';
import { inSystem, openTestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let instanceId: string;
const people = new Map<string, string>();

/** What each person is entitled to on an instance of the northern school that somebody else submitted. */
const entitled = {
  director: ['plans.execute'],
  curator: ['plans.execute', 'plans.accept'],
  coordinator: ['plans.execute', 'plans.accept', 'plans.direct'],
  controller: ['plans.accept'],
  observer: [],
  neighbour: [],
} as const;

beforeAll(async () => {
  server = await startTestServer();
  const office = await openTestOffice(server);
  const controller = await addTestPerson(server, office.north, [{ role: 'observer', unit: office.north }]);
  people.set('controller', (await signInOverHttp(server, controller)).cookie);
  people.set('director', await office.signIn('school-director', office.northSchool));
  people.set('curator', await office.signIn('curator', office.northSchool));
  people.set('coordinator', await office.signIn('municipal-coordinator', office.north));
  people.set('observer', await office.signIn('observer', office.north));
  people.set('neighbour', await office.signIn('municipal-coordinator', office.south));
  const as = people.get('coordinator') ?? '';
  const march = { start: '2026-03-01', end: '2026-03-31' };
  const deadline = windowDeadline('Март. Индивидуально', march, { perSchool: true });
  const body = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id],
    controllerId: controller.id,
    activities: [activityDraft({ deadline, expected: [] })],
  });
  const { body: created } = await server.send('POST', '/api/plans', { as, body });
  const plan = await server.send('GET', `/api/plans/${created.planId}`, { as });
  const path = `/api/activities/${plan.body.activities[0].id}/instances`;
  instanceId = (await server.send('GET', path, { as })).body[0].id;
});
afterAll(() => server.close());

const put = (state: InstanceState) =>
  inSystem(server, (tx) =>
    tx.updateTable('instance').set({ state, version: 1 }).where('id', '=', instanceId).execute(),
  );

async function attempt(person: string, move: InstanceMove, note: string): Promise<string> {
  const body = {
    version: 1,
    ...(move === 'start' || move === 'withdraw' || move === 'reopen' ? {} : { note }),
    ...(move === 'postpone' ? { dueOn: '2026-05-31' } : {}),
  };
  const path = `/api/instances/${instanceId}/${move}`;
  const { status, body: answer } = await server.send('POST', path, { as: people.get(person) ?? '', body });
  return status === 200 ? 'taken' : answer.code;
}

const cases = InstanceState.options.flatMap((state) =>
  (Object.keys(entitled) as (keyof typeof entitled)[]).map((person) => [state, person] as const),
);

it.each(cases)(
  'of what is «%s» every move that is not the %s’s is refused and changes nothing',
  async (state, person) => {
    await put(state);
    for (const move of InstanceMove.options) {
      const rule = moveRules[move];
      const isHers = (entitled[person] as readonly string[]).includes(rule.action);
      const isOpen = rule.from.includes(state);
      // What is open to her is refused only for want of its reason.
      if (isHers && isOpen && !rule.noteRequired) continue;
      const code = isHers ? (isOpen ? 'plans-note-missing' : 'plans-move-closed') : 'forbidden';
      // oxlint-disable-next-line no-await-in-loop -- each is tried on what the last one left
      const answer = await attempt(person, move, isHers && isOpen ? ' ' : 'так');
      expect([move, answer]).toEqual([move, person === 'neighbour' ? 'not-found' : code]);
    }
    const read = (tx: Parameters<Parameters<typeof inSystem>[1]>[0]) =>
      tx.selectFrom('instance').select(['state', 'version']).where('id', '=', instanceId).execute();
    expect(await inSystem(server, read)).toEqual([{ state, version: 1 }]);
  },
);
