import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { ExamReading } from '@opora/domain/results/exam-reading.ts';
import { makeZip } from '@opora/office/testing/make-zip.ts';
import { individualWorkbook, type TestPupil, uploadResults } from '../testing/exam-results-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { listExamCounts } from './exam-count-queries.ts';
import { keptReading, readResultBytes } from './read-result-bytes.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('regional-coordinator', office.region);
});
afterAll(() => server.close());

const path = (id: string, rest = '') => `/api/exam-imports/${id}${rest}`;
const flat = (...rows: string[]) =>
  ['year;procedure;grade;subject;school;participants;below', ...rows].join('\n');

const review = async (id: string, who = as) => (await server.send('GET', path(id), { as: who })).body;
const draftOf = async (content: string | Uint8Array, who = as, name = 'results.csv') => {
  const answer = await uploadResults(server, who, content, name);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return review(answer.body.id, who);
};
const say = (draft: { id: string; version: number; mapping: object }, mapping: object, who = as) =>
  server.send('PUT', path(draft.id, '/mapping'), {
    as: who,
    body: { ...draft.mapping, ...mapping, version: draft.version },
  });
/** Each import is newer than the last. */
const apply = (draft: { id: string; version: number }, who = as) => {
  server.setNow(new Date(server.parts.clock().getTime() + 1_000));
  return server.send('POST', path(draft.id, '/apply'), { as: who, body: { version: draft.version } });
};
const undo = (id: string, who = as) => server.send('POST', path(id, '/undo'), { as: who });
const held = () => inSystem(server, (tx) => listExamCounts(tx));

const pupil = (at: number, mark: number, more: Partial<TestPupil> = {}): TestPupil => ({
  school: 'МБОУ СОШ № 1',
  code: `500${at}`,
  name: 'Звенигородцева Аполлинария',
  score: mark * 3,
  mark,
  journal: 3,
  ...more,
});

describe('a file of individual results', () => {
  it('is mapped, applied, known when it comes again, and taken back as a whole', async () => {
    const bytes = await individualWorkbook([
      pupil(1, 2),
      pupil(2, 4),
      pupil(3, 5, { grade: '5Б' }),
      pupil(4, 3, { school: 'Школа на горе' }),
    ]);
    const draft = await draftOf(bytes, as, 'Итоги.xlsx');
    expect(draft.reports).toMatchObject([
      { layout: 'individual', schools: 2, asks: [], procedures: [{ kind: 'ВПР', grade: 5, year: 2025 }] },
    ]);
    expect(draft.units.map(({ how, name }: { how: string; name: string }) => [how, name])).toEqual([
      ['unknown', 'Школа на горе'],
      ['name', 'МБОУ СОШ № 1'],
    ]);
    expect([draft.withoutSchool, draft.changeCount, draft.waitingCount]).toEqual([1, 1, 1]);

    const [{ key }] = draft.units;
    const mapped = await say(draft, { units: { [key]: office.southSchool.id } });
    expect(mapped.body.expected).toMatchObject({ schools: 2, added: 2, changed: 0, leftOut: 0 });
    expect((await undo(draft.id)).body.code).toBe('import-not-applied');
    const applied = await apply(mapped.body);
    expect([applied.status, applied.body.state, applied.body.counts]).toEqual([
      200,
      'applied',
      mapped.body.expected,
    ]);
    const counts = await held();
    expect(counts.find(({ orgUnitId }) => orgUnitId === office.northSchool.id)).toMatchObject({
      year: 2025,
      procedure: { kind: 'ВПР', grade: 5, subject: 'математика' },
      participants: 3,
      below: 1,
      marks: [1, 0, 1, 1],
      journal: { lowered: 1, confirmed: 0, raised: 2 },
      gaps: { lowered: 0, raised: 1 },
    });

    const again = await uploadResults(server, as, bytes, 'Итоги ещё раз.xlsx');
    expect(again.body).toMatchObject({ id: draft.id, isKnown: true, fileName: 'Итоги.xlsx' });
    expect((await apply({ id: draft.id, version: mapped.body.version })).status).toBe(200);
    expect(await held()).toEqual(counts);

    expect((await undo(draft.id)).body.state).toBe('undone');
    expect(await held()).toEqual([]);
    expect((await undo(draft.id)).body.code).toBe('results-import-applied');
  });
});

describe('the newest import', () => {
  it('holds on each side that it gives, and what it does not give stays', async () => {
    const first = await draftOf(
      await individualWorkbook(Array.from({ length: 10 }, (_, at) => pupil(at, at < 4 ? 2 : 4))),
    );
    await apply(first);
    const newer = await draftOf(flat('2025;ВПР;5;математика;МБОУ СОШ № 1;11;5'));
    expect(first.replaced).toEqual({ counts: 0, before: 0, after: 0 });
    expect(newer.replaced).toEqual({ counts: 1, before: 10, after: 11 });
    expect(newer.changes).toMatchObject([
      {
        name: 'МБОУ СОШ № 1',
        before: { participants: 10, below: 4, marks: [4, 0, 6, 0] },
        after: { participants: 11, below: 5, marks: null },
        dropped: ['marks'],
      },
    ]);
    await apply(newer);
    const [count] = await held();
    expect(count).toMatchObject({ participants: 11, below: 5, marks: null });
    expect(count?.scores).not.toBeNull();
    await undo(first.id);
    expect((await held())[0]).toMatchObject({ participants: 11, below: 5, scores: null });
    await undo(newer.id);
    expect(await held()).toEqual([]);
  });
});

describe('what the file does not say', () => {
  it('is asked once a report, with a guess', async () => {
    const rows = [
      'Группы участников;Кол-во участников;2;3;4;5',
      'Северный район;40;10;50;30;10',
      'МБОУ СОШ № 1;20;10;50;30;10',
    ];
    const draft = await draftOf(rows.join('\n'), as, 'ВПР_2024_русский язык_6 класс.csv');
    expect(draft.reports).toMatchObject([
      {
        layout: 'marks',
        asks: ['kind', 'grade', 'subject', 'year'],
        guess: { kind: 'ВПР', grade: 6, year: 2024 },
      },
    ]);
    expect(draft.territories).toEqual([
      { sheet: '', row: 2, name: 'Северный район', participants: 40, schools: 1, schoolParticipants: 20 },
    ]);
    const [guessed] = draft.mapping.reports;
    const { body } = await say(draft, { reports: [{ ...guessed, subject: 'Русский язык' }] });
    expect(body.changes).toMatchObject([
      { year: 2024, procedure: { kind: 'ВПР', grade: 6, subject: 'русский язык' }, after: { below: 2 } },
    ]);
  });
});

describe('a municipal coordinator', () => {
  it('brings results of her own schools alone, beside those that the region brought', async () => {
    const region = await draftOf(flat('2026;ОГЭ;9;математика;МБОУ ООШ № 2;20;5'));
    await apply(region);
    const own = await office.signIn('municipal-coordinator', office.south);
    const rows = flat('2026;ОГЭ;9;математика;МБОУ ООШ № 2;21;6', '2026;ОГЭ;9;математика;МБОУ СОШ № 1;9;1');
    const draft = await draftOf(rows, own);
    expect(draft.expected).toMatchObject({ changed: 1, added: 0, leftOut: 1 });
    await apply(draft, own);
    expect(await held()).toMatchObject([{ participants: 21, below: 6 }]);
    expect((await server.send('GET', path(region.id), { as: own })).status).toBe(404);
    await undo(draft.id, own);
    expect(await held()).toMatchObject([{ participants: 20, below: 5 }]);
    await undo(region.id);
  });
});

describe('a file that is no table of results', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'file-refused'],
    ['a document', '%PDF-1.7\n', 'file-refused'],
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 и дальше ничего'), 'file-refused'],
  ])('%s is refused', async (_, content, code) => {
    const answer = await uploadResults(server, as, content);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('shows what sheets it has and is not applied', async () => {
    const draft = await draftOf('Школа;Предмет;Мероприятие\n1;2;3\n');
    expect(draft.unknownSheets).toEqual([{ number: 1, heads: ['Школа', 'Предмет'] }]);
    expect((await apply(draft)).body.code).toBe('results-import-nothing');
    expect((await server.send('DELETE', path(draft.id), { as })).status).toBe(200);
  });
});

describe('a scale', () => {
  const fields = {
    procedure: { kind: 'ВПР', grade: 6, subject: 'биология' },
    year: 2026,
    minimum: 2,
    marks: [2, 3, 4],
    scoreMax: 4,
    condition: null,
    source: 'Письмо № 7',
  };
  const add = (more: object) => server.send('POST', '/api/exam-scales', { as, body: { ...fields, ...more } });

  it('that comes after the scores makes marks of them, and its next version makes them anew', async () => {
    const rows = ['Группы участников;Кол-во участников;0;1;2;3;4', 'МБОУ СОШ № 1;10;10;20;30;20;20'];
    const draft = await draftOf(rows.join('\n'), as, 'ВПР 2026 Биология 6 класс.csv');
    await apply(draft);
    expect(await held()).toMatchObject([{ scores: [1, 2, 3, 2, 2], below: null, scaleVersion: null }]);
    expect((await add({})).body).toEqual({ version: 1, remade: 1 });
    expect(await held()).toMatchObject([{ below: 3, marks: [3, 3, 2, 2], scaleVersion: 1 }]);
    expect((await add({ minimum: 1, marks: [1, 3, 4] })).body).toEqual({ version: 2, remade: 1 });
    expect(await held()).toMatchObject([{ below: 1, marks: [1, 5, 2, 2], scaleVersion: 2 }]);
    const { body } = await server.send('GET', '/api/exam-scales', { as });
    const own = body.filter(({ id }: { id: string | null }) => id !== null);
    expect(own.map((one: { version: number; isNewest: boolean }) => [one.version, one.isNewest])).toEqual([
      [1, false],
      [2, true],
    ]);
    await undo(draft.id);
  });

  it.each([{ marks: [3, 3, 4] }, { scoreMax: 3 }, { minimum: 5 }])('%j is refused', async (wrong) => {
    expect((await add(wrong)).body.code).toBe('results-scale-wrong');
  });
});

describe('hostile files', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'ВПР',
      'Код участника',
      'Первичный балл',
      'Отметка',
      'year',
      'школа',
      '=1+1',
      '#REF!',
      '5А',
      'X',
    ),
    fc.constantFrom(0, -1, 1e308, 0.1, 2026, 99_999_999),
    fc.constant(null),
    fc.boolean(),
    fc.string({ maxLength: 12, unit: 'binary' }),
  );
  const heads = fc.constantFrom<string[][]>(
    ['Код участника', 'Название ОО', 'Класс', 'Первичный балл', 'Отметка', '1 (2б)'],
    ['year', 'procedure', 'grade', 'subject', 'school', 'participants', 'below', 'mark2'],
    ['Группы участников', 'Кол-во участников', '2', '3', '4', '5'],
    ['Код ОО', 'Класс', 'Код ППЭ', 'Первичный балл', 'Балл'],
  );

  it('are read or refused, and what was read can be kept', async () => {
    const sheet = fc.record({
      head: heads,
      rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
      hidden: fc.boolean(),
      merged: fc.nat(3),
      cut: fc.option(fc.nat(400)),
    });
    const readAny = async ({
      head,
      rows,
      hidden,
      merged,
      cut,
    }: typeof sheet extends fc.Arbitrary<infer T> ? T : never) => {
      const bytes = await writeXlsx({
        sheets: [
          {
            name: 'Л',
            rows: [head, ...rows],
            columns: [{ hidden }],
            merges: [{ startRow: 0, startCol: 0, endRow: merged, endCol: 1 }],
          },
        ],
      });
      const sent = cut === null ? bytes : bytes.slice(0, bytes.length - cut);
      const read = await readResultBytes(sent, []).catch((error: unknown) => {
        if (error instanceof FileRefusal) return null;
        throw error;
      });
      if (read !== null) ExamReading.parse(keptReading(read));
    };
    await fc.assert(fc.asyncProperty(sheet, readAny), { numRuns: 60 });
  });

  it('a small workbook of more cells than any region has is refused, and the server goes on', async () => {
    const bomb = makeZip({
      '[Content_Types].xml': 'spreadsheetml.sheet.main',
      'xl/worksheets/sheet1.xml': '<'.repeat(31_000_000),
    });
    const answer = await uploadResults(server, as, bomb, 'bomb.xlsx');
    expect([answer.status, answer.body.code]).toEqual([422, 'file-refused']);
    expect((await server.send('GET', '/api/exam-imports', { as })).status).toBe(200);
  });
});

it('reads the flat form of a Russian spreadsheet in windows-1251', async () => {
  const text =
    'год;процедура;класс;предмет;код школы;участников;ниже минимума\n2026;ОГЭ;9;Физика;МБОУ СОШ № 1;9;2\n';
  const draft = await draftOf(Buffer.from(Array.from(text, windows1251)));
  expect(draft.changes).toMatchObject([
    {
      year: 2026,
      procedure: { kind: 'ОГЭ', grade: 9, subject: 'физика' },
      after: { participants: 9, below: 2 },
    },
  ]);
});

function windows1251(sign: string): number {
  if (sign === '№') return 0xb9;
  const code = sign.charCodeAt(0);
  return code < 128 ? code : code - 0x410 + 0xc0;
}
