import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { insertExamCounts } from '../results/exam-count-queries.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'other' | 'south' | 'school' | 'observer', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  await signInAll();
});
afterAll(() => server.close());

async function signInAll(): Promise<void> {
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    other: await office.signIn('municipal-coordinator', office.north),
    south: await office.signIn('municipal-coordinator', office.south),
    school: await office.signIn('school-director', office.northSchool),
    observer: await office.signIn('observer', office.northSchool),
  };
}

/** Another day, with people signed in on it. */
async function onDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  const before = { ...who };
  server.setNow(new Date(`${day}T09:00:00+03:00`));
  try {
    await signInAll();
    return await work();
  } finally {
    who = before;
    server.setNow(new Date('2026-03-02T09:00:00+03:00'));
  }
}

const days = { opensOn: '2026-03-01', lateAfter: '2026-03-10', closedAfter: '2026-03-20' };
const ask = (...codes: string[]) => [
  { title: 'Раздел', indicators: codes.map((code) => ({ code, version: 1 })) },
];
let year = 2010;
/** A draft for a period of its own, so that tests do not overlap. */
const draft = (own: object = {}) => ({
  orgUnitId: office.region.id,
  title: 'Сбор',
  period: `SY${(year += 1)}`,
  sections: ask(...shares),
  approvedBy: 'region',
  ...days,
  schoolIds: [office.northSchool.id, office.southSchool.id],
  ...own,
});
const shares = ['R24', 'R26'];

const send = (as: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer> =>
  server.send(method, `/api${path}`, body === undefined ? { as } : { as, body });
const make = async (own: object = {}, as = who.region): Promise<string> => {
  const answer = await send(as, 'POST', '/campaigns', draft(own));
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.campaignId;
};
const see = async (id: string, as = who.region) => (await send(as, 'GET', `/campaigns/${id}`)).body;
const open = async (own: object = {}, as = who.region) => {
  const id = await make(own, as);
  expect(await send(as, 'POST', `/campaigns/${id}/open`, { version: 1 })).toMatchObject({ status: 200 });
  return see(id, as);
};
const formOf = (campaign: { forms: { orgUnitId: string; id: string }[] }, unit: { id: string }): string =>
  campaign.forms.find(({ orgUnitId }) => orgUnitId === unit.id)?.id ?? '';
const own = (id: string, move: string, version: number, as = who.school) =>
  send(as, 'POST', `/submissions/${id}/own-moves`, { move, version });
type By = { readonly as?: string; readonly note?: string };
const judge = (id: string, move: string, version: number, { as = who.north, note }: By = {}) =>
  send(as, 'POST', `/submissions/${id}/moves`, { move, version, note: note ?? null });
const northForm = async (own_: object = {}) => formOf(await open(own_), office.northSchool);

describe('a campaign', () => {
  it('gets the totals of its shares by itself and asks nobody while it is a draft', async () => {
    const campaign = await see(await make());
    expect(campaign.sections[0].indicators.map(({ code }: { code: string }) => code)).toEqual([
      'D01',
      ...shares,
    ]);
    expect([campaign.state, campaign.forms]).toEqual(['draft', []]);
    expect((await send(who.school, 'GET', `/campaigns/${campaign.id}`)).status).toBe(404);
  });

  it('opened, has a form for each school, which its school and its offices alone see', async () => {
    const campaign = await open();
    const seenBy = async (as: string) => (await see(campaign.id, as)).forms.length;
    expect(await Promise.all([who.region, who.north, who.school].map(seenBy))).toEqual([2, 1, 1]);
    expect((await send(who.school, 'GET', '/own-forms')).body).toContainEqual(
      expect.objectContaining({ campaignId: campaign.id, askedCount: 3, lateAfter: '2026-03-10' }),
    );
    expect((await send(who.region, 'GET', '/own-forms')).body).toEqual([]);
  });

  it.each([
    ['days out of order', { lateAfter: '2026-02-01' }, 'campaign-dates-wrong'],
    ['an indicator twice', { sections: ask('R24', 'R24') }, 'campaign-indicator-unknown'],
    ['an unknown indicator', { sections: ask('Z9999') }, 'campaign-indicator-unknown'],
    ['a period it is not collected for', { period: 'EW2026-early' }, 'campaign-period-wrong'],
  ])('is refused with %s', async (_, wrong, code) => {
    expect((await send(who.region, 'POST', '/campaigns', draft(wrong))).body.code).toBe(code);
  });

  it('of a municipality is not approved by the region, and asks no school of another', async () => {
    const mine = { orgUnitId: office.north.id, approvedBy: 'municipality' };
    const refused = await send(who.north, 'POST', '/campaigns', draft({ ...mine, approvedBy: 'region' }));
    expect(refused.body.code).toBe('campaign-approver-wrong');
    const id = await make(mine, who.north);
    expect((await send(who.north, 'POST', `/campaigns/${id}/open`, { version: 1 })).body.code).toBe(
      'campaign-school-outside',
    );
  });

  it('asks for an indicator of one office only where it holds', async () => {
    const own = shippedIndicators.find(({ code }) => code === 'S06');
    const { code: _, version: _version, ...fields } = own!;
    const origin = { kind: 'asked' as const };
    const { code } = (await send(who.north, 'POST', '/indicators', { ...fields, origin })).body;
    const asked = { sections: ask(code) };
    const foreign = { status: 422, body: { code: 'campaign-indicator-foreign' } };
    const refused = await send(who.region, 'POST', '/campaigns', draft(asked));
    expect(refused).toMatchObject(foreign);
    expect(refused.body.title).toContain(`${code} завела организация «Северный район»`);
    const weigh = { ...draft(asked), campaignId: null };
    expect(await send(who.region, 'POST', '/campaign-weights', weigh)).toMatchObject(foreign);
    const { id, version } = await open({ ...asked, schoolIds: [office.northSchool.id] });
    const more = { version, schoolIds: [office.southSchool.id] };
    expect(await send(who.region, 'POST', `/campaigns/${id}/schools`, more)).toMatchObject(foreign);
  });
});

describe('what is asked once', () => {
  it('is not asked again of the same school for the same period: the other campaign is named', async () => {
    const first = await open({ title: 'Первый' });
    const again = { period: first.period, sections: ask('R24', 'R27') };
    const id = await make({ ...again, schoolIds: [office.northSchool.id] });
    const refused = await send(who.region, 'POST', `/campaigns/${id}/open`, { version: 1 });
    expect(refused.body).toMatchObject({ code: 'campaign-overlaps' });
    expect(refused.body.title).toContain('«Первый»');
    const weighed = await send(who.region, 'POST', '/campaign-weights', {
      ...draft(again),
      campaignId: null,
    });
    expect(weighed.body).toMatchObject({
      overlaps: [{ campaignId: first.id, codes: ['R24'] }],
      addedTotals: ['D01'],
      notAsked: ['D01'],
    });
    // Released from the first, the school may be asked by the second.
    const release = { version: 1, reason: 'Дублирует' };
    await send(who.region, 'POST', `/submissions/${formOf(first, office.northSchool)}/release`, release);
    expect((await send(who.region, 'POST', `/campaigns/${id}/open`, { version: 1 })).status).toBe(200);
    // And is not asked the same by the first again.
    const back = { schoolIds: [office.northSchool.id] };
    expect((await send(who.region, 'POST', `/campaigns/${first.id}/schools`, back)).body.code).toBe(
      'campaign-overlaps',
    );
  });

  it('is not asked twice by campaigns that are opened at one moment', async () => {
    const period = 'SY2008';
    const ids = await Promise.all([1, 2, 3, 4].map(() => make({ period })));
    const answers = await Promise.all(
      ids.map((id) => send(who.region, 'POST', `/campaigns/${id}/open`, { version: 1 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'campaign-overlaps')).toHaveLength(3);
  });

  it('and what a register said is known', async () => {
    const period = 'SY2009';
    await inSystem(server, async (tx) => {
      const { id: personId } = await tx.selectFrom('person').select('id').executeTakeFirstOrThrow();
      await tx
        .insertInto('indicator_value')
        .values({
          id: randomUUID(),
          org_unit_id: office.northSchool.id,
          scope: office.northSchool.scope,
          period_code: period,
          indicator_code: 'R24',
          definition_version: 1,
          state: 'given',
          amount: 3,
          total: 10,
          typed: null,
          source: 'register',
          submission_id: null,
          made_by: personId,
          made_at: new Date(),
          version: 1,
        })
        .execute();
    });
    const asked = { period, sections: ask('R24', 'R26') };
    const { body } = await send(who.region, 'POST', '/campaign-weights', {
      ...draft(asked),
      campaignId: null,
    });
    expect(body).toMatchObject({
      fields: { least: 2, most: 3 },
      known: { least: 0, most: 1 },
      month: '2026-03',
    });
    const campaign = await open(asked);
    const counts = campaign.forms.map(({ askedCount }: { askedCount: number }) => askedCount);
    expect(counts.toSorted()).toEqual([2, 3]);
  });
});

it('what is computed is asked of the school that no register knows it of, and spared the other', async () => {
  const counts = { participants: 20, below: 2, scores: null, journal: null, gaps: null };
  await inSystem(server, (tx) =>
    insertExamCounts(tx, [
      {
        ...counts,
        marks: [2, 8, 6, 4],
        procedure: { kind: 'ОГЭ', grade: 9, subject: 'русский язык' },
        id: randomUUID(),
        orgUnitId: office.southSchool.id,
        scope: office.southSchool.scope,
        year: 2046,
        tasks: null,
        scaleVersion: null,
      },
    ]),
  );
  const asked = { period: 'SY2045', sections: ask('R12', 'R16', 'R05', 'P10') };
  const weight = await send(who.region, 'POST', '/campaign-weights', { ...draft(asked), campaignId: null });
  // A change is never asked; P10 is of two counts that nobody asks.
  expect(weight.body).toMatchObject({
    reckoned: { least: 1, most: 3 },
    notReckoned: ['R12', 'R16', 'P10'],
    notAsked: ['R05'],
  });
  const campaign = await open(asked);
  const codes = async (unit: { id: string }, as: string) => {
    const { sections } = (await send(as, 'GET', `/forms/${formOf(campaign, unit)}`)).body;
    return sections.at(-1).codes;
  };
  expect(await codes(office.northSchool, who.school)).toEqual(['R12', 'R16', 'P10']);
  expect(await codes(office.southSchool, who.south)).toEqual(['P10']);
});

describe('a form', () => {
  it('climbs from the school to the region, and the school sees where it is', async () => {
    const id = await northForm();
    await own(id, 'send', 1);
    await judge(id, 'hold', 2);
    expect((await own(id, 'take-back', 3)).body).toMatchObject({ code: 'submission-held' });
    await judge(id, 'accept', 3);
    expect((await judge(id, 'accept', 4)).status).toBe(403);
    await judge(id, 'accept', 4, { as: who.region });
    const track = (await send(who.school, 'GET', `/submissions/${id}/track`)).body;
    expect(track).toMatchObject({ stage: 'approved', lock: 'approved', moves: [], rounds: 1 });
    expect(
      track.steps.map(({ move, unitName }: { move: string; unitName: string }) => [move, unitName]),
    ).toEqual([
      ['send', office.northSchool.shortName],
      ['hold', office.north.shortName],
      ['accept', office.north.shortName],
      ['accept', office.region.shortName],
    ]);
    expect((await judge(id, 'return', 5, { as: who.north, note: 'Ошибка' })).status).toBe(403);
    expect((await judge(id, 'return', 5, { as: who.region, note: 'Ошибка' })).body).toMatchObject({
      stage: 'school',
    });
  });

  it('comes back only with a note, and may be mended after the closing day', async () => {
    const id = await northForm();
    await own(id, 'send', 1);
    expect((await judge(id, 'return', 2)).body.code).toBe('submission-note-missing');
    await judge(id, 'return', 2, { as: who.north, note: 'Сверьте с ОО-1' });
    await onDay('2026-04-02', async () => {
      const track = (await send(who.school, 'GET', `/submissions/${id}/track`)).body;
      expect([track.lock, track.isReturned, track.steps.at(-1).note]).toEqual([null, true, 'Сверьте с ОО-1']);
      expect((await own(id, 'send', 3)).body).toMatchObject({ rounds: 2, stage: 'municipality' });
      const never = await northForm();
      expect((await own(never, 'send', 1)).body).toMatchObject({ code: 'submission-locked' });
      const dates = { lateAfter: null, closedAfter: '2026-04-05', reason: 'Карантин' };
      await send(who.region, 'PUT', `/submissions/${never}/dates`, { version: 1, dates });
      expect((await own(never, 'send', 2)).status).toBe(200);
    });
  });

  it('is moved by one of several who act at once; the others are told who was faster', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await northForm();
      await own(id, 'send', 1);
      const answers = await Promise.all([
        judge(id, 'accept', 2),
        judge(id, 'return', 2, { as: who.other, note: 'Ошибка' }),
        judge(id, 'hold', 2, { as: who.region }),
        own(id, 'take-back', 2),
      ]);
      expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409']);
      for (const { status, body } of answers)
        if (status === 409)
          expect(body).toMatchObject({
            code: 'submission-moved',
            title: expect.stringContaining('02.03.2026'),
          });
      const track = (await send(who.region, 'GET', `/submissions/${id}/track`)).body;
      expect([track.version, track.steps.length]).toEqual([3, 2]);
    }
  });

  it('is moved by nobody without the right', async () => {
    const id = await northForm();
    expect((await own(id, 'send', 1, who.observer)).status).toBe(403);
    await own(id, 'send', 1);
    expect([
      (await judge(id, 'accept', 2, { as: who.school })).status,
      (await judge(id, 'accept', 2, { as: who.south })).status,
    ]).toEqual([403, 404]);
  });

  it('of several is accepted with the others, and told of when it is not', async () => {
    const campaign = await open();
    const [north, south] = [formOf(campaign, office.northSchool), formOf(campaign, office.southSchool)];
    await own(north, 'send', 1);
    const forms = [north, south].map((submissionId) => ({
      submissionId,
      version: submissionId === north ? 2 : 1,
    }));
    const { body } = await send(who.region, 'POST', `/campaigns/${campaign.id}/accept`, { forms });
    expect(body).toEqual({
      accepted: 1,
      left: [
        { submissionId: south, orgUnitId: office.southSchool.id, why: expect.stringContaining('не там') },
      ],
    });
  });
});

it('completeness counts each form once: sent, empty, late, missing, released', async () => {
  const campaign = await open({ period: 'SY2042' });
  const [north, south] = [formOf(campaign, office.northSchool), formOf(campaign, office.southSchool)];
  const table = async (unit: { id: string }, as: string) =>
    (await send(as, 'GET', `/completeness/${unit.id}?year=2042`)).body;
  await own(north, 'send', 1);
  const line = (body: { lines: { orgUnitId: string; cells: unknown[] }[] }, unit: { id: string }) =>
    body.lines.find(({ orgUnitId }) => orgUnitId === unit.id)?.cells[0];
  const region = await table(office.region, who.region);
  expect(region.campaigns).toHaveLength(1);
  expect(line(region, office.north)).toMatchObject({ expected: 1, empty: 1, 'in-time': 0 });
  expect(line(region, office.south)).toMatchObject({ expected: 1, waiting: 1 });
  await onDay('2026-03-11', async () => {
    expect(line(await table(office.south, who.south), office.southSchool)).toMatchObject({ missing: 1 });
    await send(who.region, 'POST', `/submissions/${south}/release`, { version: 1, reason: 'Реорганизация' });
    expect(line(await table(office.region, who.region), office.south)).toBeNull();
  });
});
