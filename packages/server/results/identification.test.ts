import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheets } from '@opora/office/read-sheets.ts';
import { shippedMethodologies } from '@opora/domain/results/shipped-methodologies.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { insertExamCounts } from './exam-count-queries.ts';

let server: TestServer;
let office: TestOffice;
let coordinator: string;
let director: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  director = await office.signIn('school-director', office.northSchool);
  await addCounts([
    ['математика', 2025, 4, 10],
    ['математика', 2024, 9, 20],
    ['русский язык', 2025, 8, 24],
  ]);
});
afterAll(() => server.close());

type Row = readonly [subject: string, year: number, below: number, participants: number];

async function addCounts(rows: readonly Row[], kind = 'ОГЭ'): Promise<void> {
  const { id: orgUnitId, scope } = office.northSchool;
  const unknown = { marks: null, scores: null, journal: null, gaps: null, tasks: null, scaleVersion: null };
  await inSystem(server, (tx) =>
    insertExamCounts(
      tx,
      rows.map(([subject, year, below, participants]) => ({
        ...unknown,
        id: randomUUID(),
        orgUnitId,
        scope,
        year,
        procedure: { kind, grade: 9, subject },
        participants,
        below,
      })),
    ),
  );
}

const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, as = coordinator) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });

const shipped = { kind: 'shipped', code: 'rule-2025' };
const makeRun = async () => {
  const body = { orgUnitId: office.north.id, year: 2025, methodology: shipped };
  return `/identification-runs/${(await send('POST', '/identification-runs', body)).body.runId}`;
};
const act = { actNumber: '17', actOn: '2026-03-02', fromOn: '2026-03-02', untilOn: '2027-03-01' };
const disclose = (run: string, as = coordinator, reason = 'Школа оспаривает включение в список') =>
  send('POST', `${run}/schools/${office.northSchool.id}/disclosures`, { reason }, as);
const categories = async () =>
  (await send('GET', `/org-units/${office.northSchool.id}/details`)).body.categories.map(
    ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }) => [fromOn, untilOn],
  );

describe('a run', () => {
  it('says of each school whether it is listed, on which numbers, how surely and what would change it', async () => {
    const run = await makeRun();
    const { run: kept, verdicts, priors } = (await send('GET', run)).body;
    expect(kept).toMatchObject({ state: 'draft', counts: { listed: 1 }, act: null });
    expect(priors.length).toBeGreaterThan(0);
    expect(verdicts).toMatchObject([{ orgUnitId: office.northSchool.id, verdict: 'listed' }]);
    const { reasons } = (await disclose(run)).body;
    expect(reasons.measures[0]).toMatchObject({ year: 2024, below: 9, participants: 20, low: true });
    expect(reasons.change).toMatchObject({ direction: 'fewer', pupils: 1 });
  });

  it('takes no marks of a journal for a procedure', async () => {
    await addCounts([['математика', 2025, 19, 20]], 'годовые отметки');
    const { reasons } = (await send('GET', `${await makeRun()}/schools/${office.northSchool.id}`)).body;
    const kinds = reasons.measures.map((measure: { procedure: { kind: string } }) => measure.procedure.kind);
    expect(new Set(kinds)).toEqual(new Set(['ОГЭ']));
  });

  it('can be tried by another rule before anything is approved', async () => {
    const run = await makeRun();
    const { code: _c, version: _v, title: _t, standing: _s, sources: _o, ...rule } = shippedMethodologies[0]!;
    const attempt = async (more: object) =>
      (await send('POST', `${run}/try`, { rule: { ...rule, ...more } })).body;
    expect(await attempt({ minParticipants: 21 })).toMatchObject({
      counts: { 'not-listed': 1 },
      differences: [{ before: 'listed', after: 'not-listed' }],
      untold: [],
    });
    // 4 of 10 is hidden: that it is not 3 is not told.
    expect(await attempt({ threshold: 0.35, minProceduresInYear: 1, combine: 'a' })).toMatchObject({
      counts: {},
      differences: [],
      untold: [office.northSchool.id],
    });
  });

  it('is seen by the school only when an act has approved it, and then with its own verdict', async () => {
    const run = await makeRun();
    const path = `/org-units/${office.northSchool.id}/verdicts`;
    expect((await send('GET', run, undefined, director)).status).toBe(404);
    expect((await send('GET', path, undefined, director)).body).toEqual([]);
    const approved = await send('POST', `${run}/approve`, { ...act, version: 1, endEarlier: false });
    expect(approved.status).toBe(200);
    expect((await send('GET', path, undefined, director)).body).toMatchObject([
      { run: { act }, verdict: { verdict: 'listed' }, isSmallHidden: false },
    ]);
    const southern = await office.signIn('school-director', office.southSchool);
    expect((await send('GET', run, undefined, southern)).status).toBe(404);
    const answer = await send('POST', `${run}/withdraw`, { ...act, version: 2 });
    expect([answer.status, await categories()]).toEqual([200, []]);
  });

  it('can be done again to the same digits when a later import changed the numbers, and says what changed', async () => {
    const run = await makeRun();
    const same = (await send('POST', `${run}/recheck`)).body;
    expect(same).toMatchObject({ isSame: true, differing: [], inputChanges: [], today: { differences: [] } });
    await inSystem(server, (tx) =>
      tx
        .updateTable('exam_count')
        .set({ below: 2 })
        .where('year', '=', 2025)
        .where('participants', '=', 10)
        .execute(),
    );
    const later = (await send('POST', `${run}/recheck`)).body;
    expect(later).toMatchObject({
      isSame: true,
      inputChangeCount: 1,
      inputChanges: [{ year: 2025, before: { participants: 10, below: null }, after: { below: null } }],
      today: { differences: [{ before: 'listed', after: 'not-listed' }] },
    });
    await inSystem(server, (tx) =>
      tx
        .updateTable('exam_count')
        .set({ below: 4 })
        .where('year', '=', 2025)
        .where('participants', '=', 10)
        .execute(),
    );
  });

  it('goes out as a workbook without counts under five', async () => {
    const bytes = await server.app.inject({
      url: `/api${await makeRun()}/list.xlsx`,
      headers: { cookie: coordinator },
    });
    const sheets = await readSheets(new Uint8Array(bytes.rawPayload));
    const cells = JSON.stringify(sheets);
    expect(cells).toContain('ОГЭ, 9 класс, математика');
    expect(cells).toContain('скрыто');
    const { rows } = sheets.find(({ name }) => name === 'Основания')!;
    const numbers = rows.flat().filter((cell) => typeof cell === 'number' && [1, 2, 3, 4].includes(cell));
    expect(numbers).toEqual([]);
  });
});

describe('exact numbers of a school', () => {
  it('are hidden from who makes the list as on result pages, and its probabilities with them', async () => {
    const run = await makeRun();
    const answer = (await send('GET', `${run}/schools/${office.northSchool.id}`)).body;
    expect(answer).toMatchObject({ isSmallHidden: true, listedProbability: null, reasons: { change: null } });
    const hidden = { below: null, low: true, interval: null, probability: null };
    expect(answer.reasons.measures).toContainEqual(
      expect.objectContaining({ ...hidden, year: 2025, participants: 10, between: [1, 4] }),
    );
    const { run: kept, priors } = (await send('GET', run)).body;
    expect(Object.keys(kept)).not.toContain('digest');
    expect(priors).toContainEqual(expect.objectContaining({ year: 2025, schools: 1, prior: null }));
  });

  it('are opened by who may make lists, with a reason that the list and the school keep', async () => {
    const run = await makeRun();
    expect((await disclose(run, coordinator, 'так')).status).toBe(400);
    expect((await disclose(run, director)).status).toBe(403);
    const southern = await office.signIn('municipal-coordinator', office.south);
    expect((await disclose(run, southern)).status).toBe(404);
    expect((await send('GET', `${run}/disclosures`)).body).toEqual([]);
    const opened = (await disclose(run)).body;
    expect(opened).toMatchObject({
      isSmallHidden: false,
      disclosures: [{ reason: expect.stringContaining('оспаривает') }],
    });
    expect(opened.reasons.measures).toContainEqual(expect.objectContaining({ below: 4, participants: 10 }));
    const again = (await send('GET', `${run}/schools/${office.northSchool.id}`)).body;
    expect(again).toMatchObject({ isSmallHidden: true, disclosures: [{}] });
    expect((await send('GET', `${run}/disclosures`)).body).toHaveLength(1);
    expect((await send('DELETE', run)).body.code).toBe('identification-disclosed');
    await send('POST', `${run}/approve`, { ...act, version: 1, endEarlier: false });
    const path = `/org-units/${office.northSchool.id}/verdicts`;
    const own = (await send('GET', path, undefined, director)).body;
    expect(own.find((one: { run: { id: string } }) => run.endsWith(one.run.id))).toMatchObject({
      isSmallHidden: false,
      disclosures: [{ openedBy: expect.any(String), reason: expect.stringContaining('оспаривает') }],
    });
    await send('POST', `${run}/withdraw`, { ...act, version: 2 });
  });

  it('are the same above the school whichever of two hidden numbers it is', async () => {
    const subject = (name: string) => ({ procedures: [{ procedure: 'ОГЭ', subjects: [name] }] });
    await addCounts([
      ['химия', 2025, 1, 10],
      ['физика', 2025, 2, 10],
    ]);
    const run = await makeRun();
    const seen = async (name: string) => {
      const answers: unknown[] = [];
      for (let percent = 4; percent <= 100; percent += 4)
        answers.push(
          (
            await send('POST', `${run}/try`, {
              rule: { ...scanned, ...subject(name), threshold: percent / 100 },
            })
          ).body,
        );
      const { reasons } = (await send('GET', `${run}/schools/${office.northSchool.id}`)).body;
      answers.push(
        reasons.measures.filter((one: { procedure: { subject: string } }) => one.procedure.subject === name),
      );
      return JSON.stringify(answers).replaceAll(name, 'предмет');
    };
    expect(await seen('химия')).toBe(await seen('физика'));
  });
});

const scanned = {
  threshold: 0.3,
  minParticipants: 1,
  yearsPooled: 1,
  minProceduresInYear: 1,
  repeatYears: 1,
  combine: 'a',
};

describe('approval', () => {
  it('gives the category for the days of the act, ends an earlier one only when asked, and is undone from the first day', async () => {
    const earlier = {
      category: 'low-results',
      actNumber: '3',
      actOn: null,
      fromOn: '2025-01-01',
      untilOn: null,
    };
    await send('POST', `/org-units/${office.northSchool.id}/categories`, earlier);
    const run = await makeRun();
    const refused = await send('POST', `${run}/approve`, { ...act, version: 1, endEarlier: false });
    expect(refused.body).toMatchObject({ code: 'identification-overlaps' });
    expect(await categories()).toEqual([['2025-01-01', null]]);
    await send('POST', `${run}/approve`, { ...act, version: 1, endEarlier: true });
    expect(await categories()).toEqual([
      ['2026-03-02', '2027-03-01'],
      ['2025-01-01', '2026-03-01'],
    ]);
    expect((await send('DELETE', run)).body.code).toBe('identification-not-draft');
    const withdrawal = { actNumber: '18', actOn: '2026-04-01', fromOn: '2026-03-02', version: 2 };
    expect((await send('POST', `${run}/withdraw`, withdrawal)).status).toBe(200);
    expect(await categories()).toEqual([['2025-01-01', null]]);
  });

  it('withdrawn later leaves the days that have been', async () => {
    const run = await makeRun();
    await send('POST', `${run}/approve`, { ...act, version: 1, endEarlier: true });
    const withdrawal = { actNumber: '19', actOn: '2026-06-01', fromOn: '2026-06-01', version: 2 };
    await send('POST', `${run}/withdraw`, withdrawal);
    expect((await categories())[0]).toEqual(['2026-03-02', '2026-05-31']);
  });
});

describe('the type of a school', () => {
  it('leaves it out of the next list, and earlier lists as they are', async () => {
    const earlier = await makeRun();
    const path = `/api/org-units/${office.northSchool.id}/school-type`;
    const evening = { as: coordinator, body: { schoolType: 'evening' } };
    expect((await server.send('PUT', path, evening)).status).toBe(200);
    expect((await send('GET', await makeRun())).body.run.counts).toEqual({ excluded: 1 });
    const { isSame, typeChanges } = (await send('POST', `${earlier}/recheck`)).body;
    expect({ isSame, typeChanges }).toEqual({ isSame: true, typeChanges: [office.northSchool.id] });
    await server.send('PUT', path, { as: coordinator, body: { schoolType: null } });
  });
});

describe('a methodology of an office', () => {
  it('is never changed: saving makes the next version, and not over somebody else’s', async () => {
    const { code: _code, version: _version, ...methodology } = shippedMethodologies[0]!;
    const own = { orgUnitId: office.north.id, after: null, methodology };
    const first = (await send('POST', '/methodologies', own)).body.methodology;
    expect(first.version).toBe(1);
    const after = { code: first.code, version: 1 };
    const next = { ...own, after, methodology: { ...methodology, threshold: 0.25 } };
    expect((await send('POST', '/methodologies', next)).body.methodology).toMatchObject({
      version: 2,
      threshold: 0.25,
    });
    expect((await send('POST', '/methodologies', next)).body.code).toBe('changed-meanwhile');
    const offered = (await send('GET', '/methodologies')).body;
    expect(offered.filter(({ id }: { id: string | null }) => id !== null)).toHaveLength(2);
  });
});
