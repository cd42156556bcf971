import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { insertOrgUnit } from '../registry/registry-queries.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { insertExamCounts } from './exam-count-queries.ts';
import { putPassportValues } from './passport-queries.ts';

let server: TestServer;
let office: TestOffice;
let schools: OrgUnit[];
let municipal: string;
const question = {
  schoolYear: 2025,
  set: { kind: 'all' },
  weights: { X10: -1, X11: 1 },
  hardestShare: 0.25,
};

/** Twelve schools of the north, the first in the hardest context; the last has not said everything. */
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  const { id: personId } = await addTestPerson(server, office.north);
  schools = await inSystem(server, async (tx) => {
    const units = Array.from({ length: 12 }, (_, at): OrgUnit => {
      const id = randomUUID();
      const name = `Школа ${at + 10}`;
      const scope = `${office.north.scope}.${id.slice(0, 8)}`;
      return {
        ...office.northSchool,
        id,
        name,
        shortName: name,
        scope,
        settlement: at < 10 ? 'с. Горки' : 'г. Бор',
      };
    });
    for (const unit of units) await insertOrgUnit(tx, unit);
    const values = units.flatMap(({ id: orgUnitId, scope }, at) =>
      (['X10', 'X11'] as const)
        .filter((variable) => at < 11 || variable === 'X10')
        .map((variable) => ({
          id: randomUUID(),
          orgUnitId,
          scope,
          variable,
          count: variable === 'X10' ? 60 - at * 2 : 2 + at * 5,
          total: 200,
        })),
    );
    await putPassportValues(tx, values, { schoolYearStart: 2025, personId, at: server.parts.clock() });
    return units;
  });
  municipal = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const ask = async (as: string, change: object = {}) =>
  (await server.send('POST', '/api/context-index', { as, body: { ...question, ...change } })).body;

describe('the index of social well-being', () => {
  it('is reckoned within the chosen set; who lacks a value is named', async () => {
    const all = await ask(municipal);
    expect(all).toMatchObject({ isAbove: true, schoolCount: 13 });
    expect(new Set(all.hardest)).toEqual(new Set([schools[0]!.id, schools[1]!.id]));
    expect(all.indexed).toHaveLength(11);
    const missing = all.incomplete.map(
      ({ orgUnitId, missing: codes }: { orgUnitId: string; missing: string[] }) => [orgUnitId, codes],
    );
    expect(missing).toContainEqual([schools[11]!.id, ['X11']]);
    expect(missing).toContainEqual([office.northSchool.id, ['X10', 'X11']]);
    expect(
      (await ask(municipal, { set: { kind: 'settlement', settlement: 'village' } })).indexed,
    ).toHaveLength(10);
    const few = await ask(municipal, {
      set: { kind: 'chosen', orgUnitIds: schools.slice(0, 3).map(({ id }) => id) },
    });
    expect([few.indexed, few.ranks.length]).toEqual([[], 3]);
    expect(
      (await ask(municipal, { set: { kind: 'territory', orgUnitId: office.south.id } })).schoolCount,
    ).toBe(0);
  });

  it('keeps weights as versions that those below use', async () => {
    const save = (weights: object) =>
      server.send('POST', `/api/org-units/${office.north.id}/context-weights`, {
        as: municipal,
        body: { title: 'Веса района', source: 'Решение комиссии', weights },
      });
    await save({ X10: -2 });
    expect((await save({ X10: -2, X11: 1 })).body).toMatchObject([
      { version: 2 },
      { version: 1, weights: { X10: -2 } },
    ]);
    const own = await ask(await office.signIn('school-director', schools[0]!));
    expect([own.weights, own.indexed[0].contributions.length, own.distribution.length]).toEqual([
      { X10: -2, X11: 1 },
      2,
      5,
    ]);
  });

  it('tells a school of itself and of nobody else, whatever set and weights it asks for', async () => {
    const director = await office.signIn('school-director', schools[0]!);
    const own = await ask(director, {
      set: { kind: 'chosen', orgUnitIds: [schools[1]!.id] },
      weights: { X10: 1 },
    });
    expect(own.isAbove).toBe(false);
    expect(own.indexed).toMatchObject([{ orgUnitId: schools[0]!.id, rank: 1 }]);
    expect(own.weights).toEqual({ X10: -2, X11: 1 });
    for (const other of schools.slice(1)) expect(JSON.stringify(own)).not.toContain(other.id);
  });
});

describe('results against the context', () => {
  it('have no line under twenty schools, and tell a school nothing of others', async () => {
    const body = { ...question, procedure: null, isDiagnosticTaken: false };
    const line = async (as: string) => (await server.send('POST', '/api/context-line', { as, body })).body;
    const none = {
      procedures: [],
      chosen: null,
      isDiagnostic: false,
      line: null,
      points: [],
      candidates: null,
    };
    expect(await line(municipal)).toEqual(none);
    await inSystem(server, async (tx) => {
      const procedure = { kind: 'ВПР', grade: 5, subject: 'математика' };
      const counted = {
        participants: 20,
        below: 6,
        marks: null,
        scores: null,
        journal: null,
        gaps: null,
        tasks: null,
      };
      const counts = schools.map(({ id: orgUnitId, scope }) => ({
        ...counted,
        id: randomUUID(),
        orgUnitId,
        scope,
        year: 2025,
        procedure,
        scaleVersion: null,
      }));
      await insertExamCounts(tx, counts);
    });
    expect(await line(municipal)).toMatchObject({
      chosen: { kind: 'ВПР' },
      isDiagnostic: true,
      candidates: null,
    });
    expect((await line(await office.signIn('school-director', schools[0]!))).points).toEqual([]);
  });
});

describe('a category of difficult social conditions', () => {
  it('is given by an act to the schools that a person chose, and taken back as long as nobody has touched it', async () => {
    const act = { actNumber: '15', actOn: '2026-03-02', fromOn: '2026-03-02', untilOn: null };
    const orgUnitIds = [schools[0]!.id, schools[3]!.id];
    const approve = () =>
      server.send('POST', '/api/context-approvals', {
        as: municipal,
        body: { question, orgUnitIds, ...act },
      });
    const categories = async () =>
      new Set(
        (await server.send('GET', '/api/school-categories', { as: municipal })).body
          .filter(({ category }: { category: string }) => category === 'difficult-conditions')
          .map(({ orgUnitId }: { orgUnitId: string }) => orgUnitId),
      );
    const { approvalId } = (await approve()).body;
    expect(await categories()).toEqual(new Set(orgUnitIds));
    expect((await approve()).body.code).toBe('registry-period-overlaps');
    const undo = () =>
      server.send('POST', `/api/context-approvals/${approvalId}/undo`, { as: municipal, body: {} });
    expect((await undo()).status).toBe(200);
    expect(await categories()).toEqual(new Set());
    expect((await undo()).body.code).toBe('changed-meanwhile');
    const [kept] = (await server.send('GET', '/api/context-approvals', { as: municipal })).body;
    expect(kept).toMatchObject({ id: approvalId, isUndone: true, schoolYear: 2025 });
  });

  it('is given by nobody to schools of others', async () => {
    const body = {
      question,
      orgUnitIds: [office.southSchool.id],
      actNumber: '1',
      actOn: '2026-03-02',
      fromOn: '2026-03-02',
      untilOn: null,
    };
    expect((await server.send('POST', '/api/context-approvals', { as: municipal, body })).status).toBe(404);
  });
});
