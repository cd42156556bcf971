import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '@opora/domain/basics/contract.ts';
import { contracts } from '../app.ts';
import { openTestOffice, type TestOffice } from './office-for-tests.ts';
import { planDraft } from './plan-for-tests.ts';
import { makeSampleThings, pathOf, type SampleThings } from './sample-things.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

const uploads = Object.values(contracts)
  .flatMap((contract) => Object.entries<Operation>(contract))
  .filter(([, operation]) => operation.uploadBytesMax !== undefined);

let server: TestServer;
let office: TestOffice;
let things: SampleThings;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  things = await makeSampleThings(server, office);
  as = await office.signIn('administrator', office.region);
});
afterAll(() => server.close());

const type = 'multipart/form-data; boundary=b';
const part = (disposition: string, content = 'текст') =>
  `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const file = (name: string) => part(`name="file"; filename="${name}"`);

const bodies: readonly (readonly [string, string, Buffer])[] = [
  ['nothing at all', type, Buffer.alloc(0)],
  ['no boundary', 'multipart/form-data', Buffer.from(`${file('a.txt')}--b--`)],
  ['another boundary', 'multipart/form-data; boundary=c', Buffer.from(`${file('a.txt')}--b--`)],
  ['a body that breaks off', type, Buffer.from(file('a.txt').slice(0, -9))],
  ['a form without a file', type, Buffer.from(`${part('name="expectedResultId"')}--b--`)],
  ['a field for a file', type, Buffer.from(`${part('name="file"')}--b--`)],
  [
    'fields named after what every object has',
    type,
    Buffer.from(`${part('name="__proto__"')}${file('a.txt')}--b--`),
  ],
  ['fifty files', type, Buffer.from(`${file('a.txt').repeat(50)}--b--`)],
  ['a hundred fields', type, Buffer.from(`${part('name="a"').repeat(100)}${file('a.txt')}--b--`)],
  [
    'a field of a megabyte',
    type,
    Buffer.from(`${part('name="a"', 'x'.repeat(1_000_000))}${file('a.txt')}--b--`),
  ],
  [
    'bytes that are no UTF-8',
    type,
    Buffer.from([
      ...Buffer.from(file('a.txt').slice(0, -9)),
      0xff,
      0xfe,
      0xc0,
      0x80,
      ...Buffer.from('\r\n--b--'),
    ]),
  ],
  ['JSON', 'application/json', Buffer.from('{"file":"a"}')],
];

describe.each(uploads)('%s', (_name, operation) => {
  it.each(bodies)('takes %s for what it is and goes on', async (_what, contentType, body) => {
    const headers = { 'content-type': contentType };
    const answer = await server.send(operation.method, pathOf(operation, things), { as, headers, body });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    expect((await server.send('GET', '/api/health')).status).toBe(200);
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['приказ № 15.txt', 'приказ № 15.txt'],
    ["it's (1)*.txt", "it's (1)*.txt"],
    ['a\u202etxt.exe', 'a\u202etxt.exe'],
    ['х'.repeat(500), 'х'.repeat(200)],
  ])('«%s» comes back as a name only, in a header that holds nothing else', async (name, kept) => {
    // What was given last is told by its time.
    server.setNow(new Date(server.parts.clock().getTime() + 1_000));
    const path = `/api/instances/${things.get('instanceId')}/evidence-files`;
    const form = new FormData();
    form.append('file', new Blob(['текст']), name);
    const given = await server.send('POST', path, { as, form });
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    const { id } = given.body.evidence.at(-1);
    const { headers, status } = await server.send('GET', `/api/evidence/${id}/file`, { as });
    const header = String(headers['content-disposition']);
    expect(status).toBe(200);
    expect(header).toMatch(/^attachment; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(kept);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

it('a title cut within a letter of two halves still names the exported plan', async () => {
  const draft = planDraft(office.north.id, { title: `${'а'.repeat(79)}😀`, actType: null });
  const { planId } = (await server.send('POST', '/api/plans', { as, body: draft })).body;
  const { status } = await server.send('GET', `/api/plans/${planId}/annex.docx`, { as });
  expect(status).toBe(200);
});
