import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadResults } from '../testing/exam-results-for-tests.ts';
import { inSystem, openTestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { deleteExamCounts, listExamCounts } from './exam-count-queries.ts';
import { remakeCounts } from './remake-counts.ts';

let server: TestServer;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  const office = await openTestOffice(server);
  as = await office.signIn('regional-coordinator', office.region);
});
afterAll(() => server.close());

const held = () => inSystem(server, (tx) => listExamCounts(tx));
const head = 'year;procedure;grade;subject;school;participants;below;mark2;mark3;mark4;mark5';
const contents = [
  `${head}\n2026;ОГЭ;9;математика;МБОУ СОШ № 1;20;5;5;5;5;5\n2026;ОГЭ;9;физика;МБОУ СОШ № 1;7;1;;;;`,
  `${head}\n2026;ОГЭ;9;математика;МБОУ СОШ № 1;18;6;;;;\n2026;ОГЭ;9;математика;МБОУ ООШ № 2;9;2;2;3;3;1`,
  `${head}\n2026;ОГЭ;9;математика;МБОУ ООШ № 2;10;4;;;;`,
];

async function bring(content: string): Promise<string> {
  server.setNow(new Date(server.parts.clock().getTime() + 1_000));
  const { body } = await uploadResults(server, as, content);
  if (body.isKnown === false) {
    await server.send('POST', `/api/exam-imports/${body.id}/apply`, { as, body: { version: body.version } });
  }
  return body.id;
}

it('any order of applying and undoing leaves what the applied ones say in their order, and remaking it anew changes nothing', async () => {
  const steps = fc.array(fc.nat(contents.length - 1), { minLength: 3, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      // A file that is applied is taken back, one that is not is applied.
      const applied = new Map<number, string>();
      for (const at of order) {
        const known = applied.get(at);
        if (known === undefined) applied.set(at, await bring(contents[at] ?? ''));
        else {
          expect((await server.send('POST', `/api/exam-imports/${known}/undo`, { as })).status).toBe(200);
          applied.delete(at);
        }
      }
      const left = await held();
      await inSystem(server, async (tx) => {
        await deleteExamCounts(tx, left);
        await remakeCounts(tx, left);
      });
      expect(await held()).toEqual(left);
      for (const id of applied.values()) await server.send('POST', `/api/exam-imports/${id}/undo`, { as });
      expect(await held()).toEqual([]);
      const again: string[] = [];
      for (const at of applied.keys()) again.push(await bring(contents[at] ?? ''));
      expect(await held()).toEqual(left);
      for (const id of again) await server.send('POST', `/api/exam-imports/${id}/undo`, { as });
    }),
    { numRuns: 4 },
  );
});
