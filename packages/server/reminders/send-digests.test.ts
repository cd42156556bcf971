import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DigestContent } from '@opora/domain/reminders/reminder.ts';
import { applicationUrl, openDatabase } from '../platform/database.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { startTestMailServer, type TestMailServer } from '../testing/mail-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp, type TestPerson } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { planReminders } from './plan-reminders.ts';
import { insertDigests } from './planning-queries.ts';
import { sendDigests } from './send-digests.ts';

let mail: TestMailServer;
let server: TestServer;
let office: TestOffice;

const start = new Date('2026-03-04T07:30:00');
const afterMinutes = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

beforeAll(async () => {
  mail = await startTestMailServer();
  server = await startTestServer({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Опора <opora@office.example>',
    OPORA_URL: 'https://opora.example',
  });
  office = await openTestOffice(server);
});
beforeEach(() => {
  server.setNow(start);
  mail.letters.length = 0;
  mail.attempts.length = 0;
  mail.setAnswer(() => null);
});
afterAll(async () => {
  await server.close();
  await mail.close();
});

const planId = randomUUID();
const content: DigestContent = {
  lines: [
    {
      kind: 'late',
      planId,
      planTitle: 'Дорожная карта',
      activityId: randomUUID(),
      no: '1.1',
      title: 'Семинар для школьных команд',
      deadline: 'март 2026',
      dueOn: '2026-03-03',
      instanceId: randomUUID(),
      schoolName: 'МБОУ СОШ № 1',
      count: 1,
      isNew: true,
    },
  ],
  counts: { late: 1 },
  leftOut: 0,
};

/** People who have a letter waiting from `start` on. */
async function waiting(count: number): Promise<TestPerson[]> {
  const people: TestPerson[] = [];
  for (let number = 0; number < count; number += 1)
    people.push(await addTestPerson(server, office.northSchool));
  await inSystem(server, (tx) =>
    insertDigests(
      tx,
      people.map(({ id }) => ({ personId: id, scope: office.northSchool.scope, content, byMail: true })),
      { day: '2026-03-04', at: start },
    ),
  );
  return people;
}

const stateOf = async ({ id }: TestPerson) =>
  inSystem(server, (tx) =>
    tx
      .selectFrom('digest_mail')
      .innerJoin('digest', 'digest.id', 'digest_mail.id')
      .select(['state', 'attempts', 'reason', 'digest.id'])
      .where('person_id', '=', id)
      .executeTakeFirst(),
  );
const lettersTo = ({ email }: TestPerson): number => mail.letters.filter(({ to }) => to === email).length;

async function sendAt(minutes: number, parts: ServerParts = server.parts) {
  server.setNow(afterMinutes(minutes));
  return sendDigests(parts);
}

describe('a letter', () => {
  it('says who, what and when in text and HTML, with the way out and an identity of its own', async () => {
    const [person] = await waiting(1);
    expect(await sendAt(2)).toEqual({ sent: 1, lost: 0 });
    const [letter] = mail.letters;
    const header = (name: string) => letter?.headers.get(name);
    expect(letter?.to).toBe(person?.email);
    expect(header('subject')).toBe('Опора: 1 напоминание на 04.03.2026');
    expect(new Date(header('date') ?? '').getTime()).toBe(start.getTime());
    expect(header('message-id')).toBe(`<${(await stateOf(person!))?.id}@office.example>`);
    expect(header('list-unsubscribe')).toBe('<https://opora.example/account#reminders>');
    expect(header('auto-submitted')).toBe('auto-generated');
    const text = letter?.parts.get('text/plain') ?? '';
    expect(text).toContain('Здравствуйте, Ольга!');
    expect(text).toContain('— 1.1 Семинар для школьных команд · МБОУ СОШ № 1 [новое]');
    expect(text).toContain(`https://opora.example/plans/${planId}`);
    expect(letter?.parts.get('text/html')).toContain(
      '<h2 style="font-size:16px;margin:20px 0 4px">Просрочено · 1</h2>',
    );
    expect(await stateOf(person!)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('comes in the language that the person has chosen', async () => {
    const [person] = await waiting(1);
    await inSystem(server, (tx) =>
      tx.updateTable('person').set({ language: 'en' }).where('id', '=', person!.id).execute(),
    );
    await sendAt(1);
    expect(mail.letters[0]?.headers.get('subject')).toBe('Opora: 1 reminder for 04.03.2026');
    expect(mail.letters[0]?.headers.get('content-language')).toBe('en');
  });
});

describe('nothing is sent twice', () => {
  it('when it is sent again and again', async () => {
    const people = await waiting(4);
    await sendAt(1);
    await sendAt(2);
    await sendAt(300);
    expect(people.map(lettersTo)).toEqual([1, 1, 1, 1]);
  });

  it('when two servers plan and send at the same moment', async () => {
    const schools = [];
    for (let number = 0; number < 12; number += 1) {
      const unit = office.southSchool;
      schools.push(await addTestPerson(server, unit, [{ role: 'school-director', unit }]));
    }
    const as = await office.signIn('regional-coordinator', office.region);
    const deadline = windowDeadline('', { start: null, end: '2026-03-05' }, { perSchool: true });
    const plan = planDraft(office.south.id, {
      actOn: '2026-01-01',
      schoolIds: [office.southSchool.id],
      activities: [activityDraft({ deadline })],
    });
    expect((await server.send('POST', '/api/plans', { as, body: plan })).status).toBe(200);
    const second = openDatabase(applicationUrl(server.ownerUrl), 'region', { connectionsMax: 5 });
    const servers = [server.parts, { ...server.parts, database: second }];
    const moment = { day: '2026-03-05', startsAt: '07:00', now: new Date('2026-03-05T07:30:00') };
    server.setNow(moment.now);
    const planned = await Promise.all(servers.map((parts) => planReminders(parts, moment)));
    const sent = await Promise.all([...servers, ...servers].map((parts) => sendDigests(parts)));
    await second.close();
    expect(planned.filter((count) => count !== null)).toHaveLength(1);
    expect(schools.map(lettersTo)).toEqual(schools.map(() => 1));
    expect(sent.reduce((sum, one) => sum + one.sent, 0)).toBe(mail.letters.length);
  });

  it('when the line breaks after the mail server has taken it: it is unclear, and stays so', async () => {
    const [person] = await waiting(1);
    mail.setAnswer(() => ({ code: 0, cut: true }));
    await sendAt(1);
    mail.setAnswer(() => null);
    await sendAt(400);
    expect(await stateOf(person!)).toMatchObject({ state: 'unclear', attempts: 1 });
    expect(lettersTo(person!)).toBe(1);
  });

  it('when a server is killed while it sends: the next one reports it, sends the others and not this', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'opora-killed-'));
    const [people, now] = [await waiting(1), new Date()];
    await inSystem(server, (tx) =>
      tx.updateTable('digest_mail').set({ try_at: now }).where('state', '=', 'waiting').execute(),
    );
    const killed = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: server.ownerUrl,
        SMTP_URL: mail.url,
        OPORA_DATA: directory,
        OPORA_DEMO: '0',
        PORT: '0',
        // The killed server is to send only.
        REMINDERS_AT: '23:59',
      },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => killed.once('exit', done));
    mail.setAnswer(() => {
      killed.kill('SIGKILL');
      return null;
    });
    await expect.poll(() => mail.attempts.length, { timeout: 25_000 }).toBeGreaterThan(0);
    await ended;
    rmSync(directory, { recursive: true, force: true });
    mail.setAnswer(() => null);
    const [late] = await waiting(1);
    const at = (minutes: number) => {
      server.setNow(new Date(now.getTime() + minutes * 60_000));
      return sendDigests(server.parts);
    };
    expect((await stateOf(people[0]!))?.state).toBe('claimed');
    expect(await at(5)).toEqual({ sent: 1, lost: 0 });
    expect(await at(12)).toEqual({ sent: 0, lost: 1 });
    expect(await at(60)).toEqual({ sent: 0, lost: 0 });
    expect([lettersTo(people[0]!), lettersTo(late!)]).toEqual([0, 1]);
    expect(await stateOf(people[0]!)).toMatchObject({ state: 'unclear', reason: 'server lost' });
  });
});

describe('a mail server that does not take it', () => {
  it('now is asked again after a pause that grows, until it does', async () => {
    const [person] = await waiting(1);
    mail.setAnswer(() => ({ code: 451 }));
    for (const minutes of [0, 0.5, 1, 3, 6]) await sendAt(minutes);
    expect(mail.attempts).toHaveLength(3);
    expect(await stateOf(person!)).toMatchObject({
      state: 'waiting',
      attempts: 3,
      reason: '451 RCPT TO EENVELOPE',
    });
    mail.setAnswer(() => null);
    await sendAt(25);
    expect([lettersTo(person!), (await stateOf(person!))?.state]).toEqual([1, 'sent']);
  });

  it('ever is not asked again, and the others get theirs', async () => {
    const [wrong, right] = await waiting(2);
    mail.setAnswer((to) => (to === wrong?.email ? { code: 550 } : null));
    await sendAt(1);
    await sendAt(200);
    expect(mail.attempts.filter((to) => to === wrong?.email)).toHaveLength(1);
    expect(await stateOf(wrong!)).toMatchObject({ state: 'refused', reason: '550 RCPT TO EENVELOPE' });
    expect(lettersTo(right!)).toBe(1);
  });

  it('and is not there at all: the letters wait, and when the day is over they expire', async () => {
    const people = await waiting(5);
    const closed = {
      ...server.parts,
      sendMail: () => Promise.reject(Object.assign(new Error('x'), { originalCode: 'ECONNREFUSED' })),
    };
    await sendAt(1, closed);
    const states = await Promise.all(people.map(stateOf));
    // One try for each line of sending; the rest is spared.
    expect(states.filter((state) => state?.attempts === 1)).toHaveLength(3);
    expect(states.every((state) => state?.state === 'waiting')).toBe(true);
    for (let hour = 16; hour < 40; hour += 1) await sendAt(hour * 60, closed);
    expect(new Set((await Promise.all(people.map(stateOf))).map((state) => state?.state))).toEqual(
      new Set(['expired']),
    );
  });
});

it('no letter is planned for who wants none, and for who has no address', async () => {
  const unit = office.northSchool;
  const people = [];
  for (let number = 0; number < 3; number += 1) {
    people.push(await addTestPerson(server, unit, [{ role: 'school-director', unit }]));
  }
  const [wants, silent, without] = people;
  await inSystem(server, async (tx) => {
    const changed = {
      changed_by: silent!.id,
      changed_at: start,
      version: 1,
      days_before: null,
      quiet_weekdays: [],
    };
    await tx
      .insertInto('reminder_settings')
      .values({ id: silent!.id, scope: unit.scope, by_mail: false, ...changed })
      .execute();
    await tx.updateTable('person').set({ email: null }).where('id', '=', without!.id).execute();
  });
  const as = await office.signIn('regional-coordinator', office.region);
  const deadline = windowDeadline('', { start: null, end: '2026-03-10' }, { perSchool: true });
  const body = planDraft(office.north.id, {
    schoolIds: [unit.id],
    activities: [activityDraft({ deadline })],
  });
  expect((await server.send('POST', '/api/plans', { as, body })).status).toBe(200);
  const now = new Date('2026-03-10T07:30:00');
  await planReminders(server.parts, { day: '2026-03-10', startsAt: '07:00', now });
  expect((await stateOf(wants!))?.state).toBe('waiting');
  expect([await stateOf(silent!), await stateOf(without!)]).toEqual([undefined, undefined]);
});

it('a collection is told by letter to the school when it opens, comes back and is accepted, and to who reads it; each once', async () => {
  const school = office.southSchool;
  const add = (
    unit: typeof school,
    role: 'school-director' | 'municipal-coordinator' | 'regional-coordinator',
  ) => addTestPerson(server, unit, [{ role, unit }]);
  const [director, municipal] = [
    await add(school, 'school-director'),
    await add(office.south, 'municipal-coordinator'),
  ];
  const others = [
    await add(office.northSchool, 'school-director'),
    await add(office.north, 'municipal-coordinator'),
  ];
  const told: string[] = [];
  /** What the morning's letters say of the collection: who and under which heading. */
  const morning = async (day: string) => {
    const now = new Date(`${day}T07:30:00`);
    server.setNow(now);
    mail.letters.length = 0;
    await planReminders(server.parts, { day, startsAt: '07:00', now });
    await sendDigests(server.parts);
    for (const [name, person] of Object.entries({
      director,
      municipal,
      other: others[0]!,
      north: others[1]!,
    })) {
      const text = mail.letters.find(({ to }) => to === person.email)?.parts.get('text/plain') ?? '';
      const at = text.indexOf('Паспорт условий');
      const headings = text.slice(0, Math.max(0, at)).match(/^[А-Я].* · \d+$/gm);
      if (headings !== null) told.push(`${day.slice(8)} ${name}: ${headings.at(-1)}`);
    }
  };
  const by = (person: TestPerson) => signInOverHttp(server, person).then(({ cookie }) => cookie);
  const at = (day: string) => server.setNow(new Date(`${day}T12:00:00`));
  const move = async (person: TestPerson, path: string, body: object) =>
    expect(
      (await server.send('POST', `/api/submissions/${form}/${path}`, { as: await by(person), body })).status,
    ).toBe(200);

  at('2026-04-13');
  const as = await office.signIn('regional-coordinator', office.region);
  const sections = [{ title: 'Условия', indicators: [{ code: 'M07', version: 1 }] }];
  const days = { opensOn: '2026-04-13', lateAfter: '2026-04-24', closedAfter: '2026-04-30' };
  const draft = {
    orgUnitId: office.region.id,
    title: 'Паспорт условий',
    period: 'SY2025',
    sections,
    approvedBy: 'municipality',
    ...days,
    schoolIds: [school.id],
  };
  const { campaignId } = (await server.send('POST', '/api/campaigns', { as, body: draft })).body;
  expect(
    (await server.send('POST', `/api/campaigns/${campaignId}/open`, { as, body: { version: 1 } })).status,
  ).toBe(200);
  const form = (await server.send('GET', `/api/campaigns/${campaignId}`, { as })).body.forms[0].id;
  for (const day of ['2026-04-14', '2026-04-15', '2026-04-17']) await morning(day);
  at('2026-04-17');
  await move(director, 'own-moves', { move: 'send', version: 1 });
  await morning('2026-04-20');
  at('2026-04-20');
  await move(municipal, 'moves', { move: 'return', version: 2, note: 'Сверьте' });
  await morning('2026-04-21');
  at('2026-04-21');
  await move(director, 'own-moves', { move: 'send', version: 3 });
  await move(municipal, 'moves', { move: 'accept', version: 4, note: null });
  for (const day of ['2026-04-22', '2026-04-23']) await morning(day);
  expect(told).toEqual([
    '14 director: Открыт сбор показателей · 1',
    '17 director: Срок скоро · 1',
    '20 municipal: Ждёт вашего решения · 1',
    '21 director: Вернули на доработку · 1',
    '22 director: Форма принята · 1',
  ]);
}, 30_000);
