import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatchedParty } from '@opora/domain/plans/import-contract.ts';
import { createApp } from '../app.ts';
import { makeDocx } from '@opora/office/testing/make-docx.ts';
import { makePdf, text } from '@opora/office/testing/make-pdf.ts';
import { makeZip } from '@opora/office/testing/make-zip.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { planDocx, planText } from '../testing/plan-document-for-tests.ts';
import { setDraft } from './draft-queries.ts';
import { enqueueReading } from './reading-queries.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let north: string;
const docx = planDocx();

beforeAll(async () => {
  server = await startTestServer();
  await server.app.ready();
  office = await openTestOffice(server);
  north = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

type File = { readonly name: string; readonly bytes: Uint8Array | string };

function formOf(...files: readonly File[]): FormData {
  const form = new FormData();
  for (const { name, bytes } of files)
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
  return form;
}

async function bring(file: File, as = north, on = server): Promise<string> {
  const answer = await on.send('POST', '/api/plans/drafts', { as, form: formOf(file) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body[0].id;
}

/** Waits until the document is read or given up. */
async function read(id: string, as = north, on = server) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { body } = await on.send('GET', `/api/plans/drafts/${id}`, { as });
    if (body.draft.state !== 'waiting' && body.draft.state !== 'reading') return body;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('the document was not read in ten seconds');
}

const bringPlan = async (as = north) => {
  const id = await bring({ name: 'Приказ 15.docx', bytes: docx }, as);
  return read(id, as);
};

const edit = (id: string, version: number, edits: object[], as = north) =>
  server.send('PATCH', `/api/plans/drafts/${id}`, { as, body: { version, edits } });

const setTitle = (row: string, value: string) => ({ kind: 'set-activity', row, field: 'title', value });

describe('a document', () => {
  it('is kept, read in the background, and shown beside its source', async () => {
    const { draft, document } = await bringPlan();
    expect(draft).toMatchObject({ state: 'read', fileName: 'Приказ 15.docx', activities: 3, failure: null });
    expect(document.requisites).toMatchObject({ number: '15', date: '2026-01-16' });
    expect(document.activities.map((row: { no: string }) => row.no.replace(/\.$/, ''))).toEqual([
      '1.1',
      '1.2',
      '2.1',
    ]);
    const source = await server.send('GET', `/api/plans/drafts/${draft.id}/source`, { as: north });
    expect(source.body).toMatchObject({ format: 'docx' });
    const file = await server.app.inject({
      url: `/api/plans/drafts/${draft.id}/file`,
      headers: { cookie: north },
    });
    expect(new Uint8Array(file.rawPayload)).toEqual(new Uint8Array(docx));
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': expect.stringMatching(/^attachment;/),
      'x-content-type-options': 'nosniff',
    });
  });

  it('may be pasted as text with tabs', async () => {
    const { status, body } = await server.send('POST', '/api/plans/drafts/pasted', {
      as: north,
      body: { text: planText() },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await read(body.id)).draft).toMatchObject({ state: 'read', activities: 3 });
  });

  it('is listed for those who manage plans there', async () => {
    const { body } = await server.send('GET', '/api/plans/drafts', { as: north });
    expect(body.map((draft: { fileName: string }) => draft.fileName)).toContain('Приказ 15.docx');
  });

  it.each<[string, File, string]>([
    ['an empty file', { name: 'пусто.docx', bytes: '' }, 'empty-file'],
    ['half of a file', { name: 'половина.docx', bytes: planDocx().subarray(0, 900) }, 'truncated'],
    [
      'a picture',
      { name: 'план.docx', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
      'picture-not-document',
    ],
    ['a program', { name: 'план.pdf', bytes: `MZ${'\0\x90'.repeat(400)}` }, 'unknown-format'],
    ['a PDF in name only', { name: 'план.pdf', bytes: '%PDF-1.7\nмусор' }, 'broken'],
    [
      'a file that unpacks to a quarter of a gigabyte',
      {
        name: 'бомба.docx',
        bytes: makeZip({
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          'word/document.xml': ' '.repeat(250_000_000),
        }),
      },
      'expands-too-much',
    ],
    [
      'XML that names files of the server',
      {
        name: 'сущности.docx',
        bytes: makeZip({
          '[Content_Types].xml':
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          'word/document.xml':
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>',
        }),
      },
      'xml-forbidden',
    ],
  ])('that is %s fails with a reason, and the server goes on', async (_, file, code) => {
    const { draft, document } = await read(await bring(file));
    expect([draft.state, draft.failure.code, document]).toEqual(['failed', code, null]);
    expect((await server.send('GET', '/api/health')).status).toBe(200);
  });

  it('with characters that no database text keeps is read', async () => {
    const { draft } = await read(await bring({ name: 'странный.docx', bytes: makeDocx({ body: '' }) }));
    expect(draft.state).toBe('read');
    const pdf = makePdf([{ content: text(50, 700, 'Plan') }]);
    expect((await read(await bring({ name: 'a.pdf', bytes: pdf }))).draft.state).toBe('read');
  });

  it('larger than 50 MB is refused with the limit named', async () => {
    const { status, body } = await server.send('POST', '/api/plans/drafts', {
      as: north,
      form: formOf({ name: 'большой.pdf', bytes: new Uint8Array(51 * 1_048_576) }),
    });
    expect([status, body.code, body.facts]).toEqual([413, 'too-large', { megabytes: 50 }]);
    expect(body.title).toContain('50 МБ');
  });

  it('is not taken where no file came', async () => {
    const { body } = await server.send('POST', '/api/plans/drafts', { as: north, form: new FormData() });
    expect(body.code).toBe('input-invalid');
  });
});

describe('a stranger', () => {
  it('of the neighbouring municipality finds neither the draft nor its file nor its source', async () => {
    const { draft } = await bringPlan();
    const south = await office.signIn('municipal-coordinator', office.south);
    const paths = ['', '/source', '/file', '/parties'];
    for (const path of paths) {
      const answer = await server.send('GET', `/api/plans/drafts/${draft.id}${path}`, { as: south });
      expect(answer.status, path).toBe(404);
    }
    const changes = ['/undo', '/discard', '/restore', '/read-again'];
    for (const path of changes) {
      const answer = await server.send('POST', `/api/plans/drafts/${draft.id}${path}`, { as: south });
      expect(answer.status, path).toBe(404);
    }
    expect((await edit(draft.id, draft.version, [setTitle('r1', 'х')], south)).status).toBe(404);
    const listed = await server.send('GET', '/api/plans/drafts', { as: south });
    expect(listed.body).toEqual([]);
  });

  it('who keeps no plans of a school may not bring a document, and nothing of it is kept', async () => {
    const { status } = await server.send('POST', '/api/plans/drafts', {
      as: await office.signIn('school-coordinator', office.northSchool),
      form: formOf({ name: 'a.txt', bytes: 'План' }),
    });
    expect(status).toBe(403);
  });
});

describe('edits', () => {
  it('are kept, counted among the doubts, and taken back one by one', async () => {
    const { draft } = await bringPlan();
    const first = await edit(draft.id, draft.version, [
      { kind: 'set-deadline', row: 'r2', phrase: 'март 2026', windows: null },
    ]);
    expect(first.body, JSON.stringify(first.body)).toMatchObject({
      version: draft.version + 1,
      merged: false,
    });
    const second = await edit(draft.id, first.body.version, [{ kind: 'remove-activity', row: 'r3' }]);
    const changed = await read(draft.id);
    expect(changed.draft).toMatchObject({ activities: 2, version: second.body.version });
    expect(changed.draft.doubts).toBeLessThan(draft.doubts);
    expect(changed.document.activities[1].deadline.windows[0]).toMatchObject({ end: '2026-03-31' });
    await server.send('POST', `/api/plans/drafts/${draft.id}/undo`, { as: north });
    expect((await read(draft.id)).draft.activities).toBe(3);
    await server.send('POST', `/api/plans/drafts/${draft.id}/undo`, { as: north });
    expect((await read(draft.id)).document.activities[1].deadline.windows).toEqual([]);
    const none = await server.send('POST', `/api/plans/drafts/${draft.id}/undo`, { as: north });
    expect(none.body.code).toBe('draft-nothing-to-undo');
  });

  it('of one field typed on are one edit: taking back gives what stood before', async () => {
    const { draft, document } = await bringPlan();
    let { version } = draft;
    for (const title of ['У', 'Ут', 'Утвердить']) {
      version = (await edit(draft.id, version, [setTitle('r1', title)])).body.version;
    }
    await server.send('POST', `/api/plans/drafts/${draft.id}/undo`, { as: north });
    expect((await read(draft.id)).document.activities[0].title).toBe(document.activities[0].title);
  });

  it('of two people meet when they concern different fields, and the second is refused when the same', async () => {
    const { draft } = await bringPlan();
    const other = await office.signIn('methodologist', office.north);
    const theirs = await edit(draft.id, draft.version, [setTitle('r1', 'Первое')], other);
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(200);
    const mine = await edit(draft.id, draft.version, [setTitle('r2', 'Второе')]);
    expect(mine.body.merged).toBe(true);
    const clash = await edit(draft.id, draft.version, [setTitle('r1', 'Иначе')]);
    expect([clash.status, clash.body.code]).toEqual([409, 'changed-meanwhile']);
    const { document } = await read(draft.id);
    expect(document.activities.map((row: { title: string }) => row.title).slice(0, 2)).toEqual([
      'Первое',
      'Второе',
    ]);
  });

  it('of a row that is gone are refused whole', async () => {
    const { draft } = await bringPlan();
    const { status } = await edit(draft.id, draft.version, [setTitle('r1', 'х'), setTitle('r99', 'х')]);
    expect(status).toBe(409);
    expect((await read(draft.id)).draft.version).toBe(draft.version);
  });
});

describe('a draft put away', () => {
  it('takes no edits, and comes back as it was', async () => {
    const { draft } = await bringPlan();
    await edit(draft.id, draft.version, [setTitle('r1', 'Моё')]);
    const away = await server.send('POST', `/api/plans/drafts/${draft.id}/discard`, { as: north });
    expect(away.body.state).toBe('discarded');
    expect((await edit(draft.id, draft.version + 1, [setTitle('r1', 'х')])).body.code).toBe('draft-not-open');
    await server.send('POST', `/api/plans/drafts/${draft.id}/restore`, { as: north });
    expect((await read(draft.id)).document.activities[0].title).toBe('Моё');
  });

  it('is read again without the edits of the old reading', async () => {
    const { draft, document } = await bringPlan();
    await edit(draft.id, draft.version, [setTitle('r1', 'Моё')]);
    await server.send('POST', `/api/plans/drafts/${draft.id}/read-again`, { as: north });
    const again = await read(draft.id);
    expect(again.document.activities[0].title).toBe(document.activities[0].title);
    expect(again.draft.version).toBeGreaterThan(draft.version + 1);
  });
});

describe('approval', () => {
  const approve = (id: string, version: number) =>
    server.send('POST', `/api/plans/drafts/${id}/approve`, { as: north, body: { version } });

  it('waits for what must be filled in, then makes the plan with its parties and its document', async () => {
    const { draft } = await bringPlan();
    expect((await approve(draft.id, draft.version)).body.code).toBe('draft-incomplete');
    const owned = await edit(draft.id, draft.version, [
      { kind: 'choose-owner', orgUnitId: office.north.id },
      { kind: 'set-schools', value: [{ name: 'СОШ № 1', branchOf: null }] },
    ]);
    expect((await approve(draft.id, draft.version)).body.code).toBe('changed-meanwhile');
    const approved = await approve(draft.id, owned.body.version);
    expect(approved.status, JSON.stringify(approved.body)).toBe(200);
    const plan = await server.send('GET', `/api/plans/${approved.body.planId}`, { as: north });
    expect(plan.body).toMatchObject({
      actNumber: '15',
      ownerUnitId: office.north.id,
      sourceDraftId: draft.id,
    });
    expect(plan.body.schools.map((school: { orgUnitId: string }) => school.orgUnitId)).toEqual([
      office.northSchool.id,
    ]);
    expect(plan.body.activities[1].parties[0]).toMatchObject({ orgUnitId: office.northSchool.id });
    expect(plan.body.activities[0].parties[0].orgUnitId).toBeNull();
    expect((await read(draft.id)).draft).toMatchObject({ state: 'approved', planId: approved.body.planId });
    expect((await approve(draft.id, owned.body.version)).body.code).toBe('draft-not-open');
  });

  it('for an organisation the person does not manage is refused and leaves the draft open', async () => {
    const { draft } = await bringPlan();
    const owned = await edit(draft.id, draft.version, [
      { kind: 'choose-owner', orgUnitId: office.region.id },
    ]);
    expect((await approve(draft.id, owned.body.version)).status).toBe(403);
    expect((await read(draft.id)).draft.state).toBe('read');
  });
});

describe('reading', () => {
  it('that lasts too long or eats too much is given up with a reason; the server goes on', async () => {
    const short = await startTestServer({ READING_SECONDS: '0.02' });
    await short.app.ready();
    const there = await openTestOffice(short);
    const as = await there.signIn('municipal-coordinator', there.north);
    const late = await read(await bring({ name: 'долгий.docx', bytes: planDocx() }, as, short), as, short);
    expect(late.draft.failure).toEqual({ code: 'took-too-long', limit: 0.02, found: null });
    await short.close();
  });

  /** As a server leaves a document behind that ended in the middle of it. */
  const interrupt = (id: string, left: { readonly attempts: number; readonly leaseMs: number }) =>
    inSystem(server, async (tx) => {
      const now = server.parts.clock();
      const { scope } = await tx
        .selectFrom('plan_draft')
        .select('scope')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await enqueueReading(tx, { id, scope }, now);
      await tx
        .updateTable('plan_draft_reading')
        .set({ attempts: left.attempts, leased_until: new Date(now.getTime() + left.leaseMs) })
        .where('draft_id', '=', id)
        .execute();
      await setDraft(tx, id, { state: 'reading', changedAt: now });
    });

  async function restart(work: () => Promise<void>): Promise<void> {
    const another = await createApp(server.parts);
    await another.ready();
    await work();
    await another.close();
  }

  it('that a restart interrupted is taken up again, at the third time given up', async () => {
    const once = (await bringPlan()).draft;
    const often = (await bringPlan()).draft;
    await interrupt(once.id, { attempts: 1, leaseMs: -1000 });
    await interrupt(often.id, { attempts: 3, leaseMs: -1000 });
    await restart(async () => {
      expect((await read(once.id)).draft).toMatchObject({ state: 'read', activities: 3 });
      expect((await read(often.id)).draft.failure.code).toBe('reading-interrupted');
    });
    await server.send('POST', `/api/plans/drafts/${often.id}/read-again`, { as: north });
    expect((await read(often.id)).draft.state).toBe('read');
  });

  it('that another living server is at is left to it', async () => {
    const { draft } = await bringPlan();
    const next = await bringPlan();
    await interrupt(draft.id, { attempts: 1, leaseMs: 20_000 });
    await restart(async () => {
      await server.send('POST', `/api/plans/drafts/${next.draft.id}/read-again`, { as: north });
      await read(next.draft.id);
      const { body } = await server.send('GET', `/api/plans/drafts/${draft.id}`, { as: north });
      expect(body.draft.state).toBe('reading');
    });
  });
});

describe('a document with words that every object of JavaScript knows', () => {
  it('is read and matched like any other', async () => {
    const words = ['constructor', 'toString', 'valueOf'];
    const rows = words.map((word, at) => `3.${at + 1}\t${word}\tфевраль 2026\t${word}\t${word}`);
    const text = [planText(), ...rows].join('\n');
    const { body } = await server.send('POST', '/api/plans/drafts/pasted', { as: north, body: { text } });
    expect((await read(body.id)).draft).toMatchObject({ state: 'read', activities: 6 });
    const parties = await server.send('GET', `/api/plans/drafts/${body.id}/parties`, { as: north });
    expect(parties.status, JSON.stringify(parties.body)).toBe(200);
    const chosen = new Map(parties.body.map((party: MatchedParty) => [party.printed, party.chosen]));
    for (const word of words) expect([word, chosen.get(word)]).toEqual([word, { kind: 'text' }]);
  });
});
