import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { convertByLibreOffice } from './convert-by-libreoffice.ts';
import { findTools } from './find-tools.ts';
import { readFile } from './read-file.ts';
import { makeDocx, p, tbl, tc, tr } from './testing/make-docx.ts';

const tools = await findTools(process.env['PATH'] ?? '');
const folder = mkdtempSync(join(tmpdir(), 'opora-office-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (tools.soffice === null)
  console.log('LibreOffice is not installed: reading of ODT, RTF, DOC and XLS is not tested');

function saveAs(format: string, name: string, bytes: Uint8Array): Uint8Array {
  const source = join(folder, name);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    tools.soffice ?? '',
    [profile, '--headless', '--convert-to', format, '--outdir', folder, source],
    { stdio: 'ignore' },
  );
  return readFileSync(source.replace(/\.\w+$/, `.${format.replace(/:.*/, '')}`));
}

describe.skipIf(tools.soffice === null)('older formats are read through LibreOffice', () => {
  const docx = makeDocx({
    body:
      p('ПРИКАЗ', '<w:jc w:val="center"/>') +
      tbl([
        tr([tc('№'), tc('Мероприятие', '<w:gridSpan w:val="2"/>')]),
        tr([tc('1', '<w:vMerge w:val="restart"/>'), tc('Опрос'), tc('май')]),
        tr([tc('', '<w:vMerge/>'), tc('Отчёт'), tc('июнь')]),
      ]) +
      p('Начальник отдела'),
  });

  it.each(['odt', 'rtf', 'doc'] as const)('%s keeps its words and merged cells', async (format) => {
    const document = await readFile(saveAs(format, `план-${format}.docx`, docx), { tools });
    expect(document.format).toBe(format);
    expect(document.blocks).toMatchObject([
      { kind: 'paragraph', text: 'ПРИКАЗ', alignment: 'center' },
      {
        kind: 'table',
        rows: [
          { cells: [{ text: '№' }, { text: 'Мероприятие', columnSpan: 2 }] },
          { cells: [{ text: '1', rowSpan: 2 }, { text: 'Опрос' }, { text: 'май' }] },
          { cells: [{ column: 1, text: 'Отчёт' }, { text: 'июнь' }] },
        ],
      },
      { kind: 'paragraph', text: 'Начальник отдела' },
    ]);
  });

  it.each([
    ['xml:MS Word 2003 XML', 'doc'],
    ['fodt', 'odt'],
  ])('a document in one XML file (%s) is read like %s', async (filter, format) => {
    const document = await readFile(saveAs(filter, 'flat.docx', docx), { tools });
    expect(document.format).toBe(format);
    expect(document.blocks).toMatchObject([
      { text: 'ПРИКАЗ' },
      { rows: [{}, { cells: [{ text: '1' }, { text: 'Опрос' }, { text: 'май' }] }, {}] },
      { text: 'Начальник отдела' },
    ]);
  });

  it('xls shows percentages, which without LibreOffice are fractions with a note', async () => {
    const cells = new Map([['1,1', { value: 0.21, style: { numFmt: '0%' } }]]);
    const xlsx = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['Школа', 'Доля'],
            ['ООШ', 0.21],
          ],
          cells,
        },
      ],
    });
    const xls = saveAs('xls', 'доли.xlsx', xlsx);
    const [exact, plain] = [await readFile(xls, { tools }), await readFile(xls)];
    expect(exact).toMatchObject({
      format: 'xls',
      notes: [],
      blocks: [{ rows: [{}, { cells: [{}, { text: '21%' }] }] }],
    });
    expect(plain).toMatchObject({
      format: 'xls',
      blocks: [{ rows: [{}, { cells: [{}, { text: '0,21' }] }] }],
    });
    expect(plain.notes).toEqual([{ code: 'number-formats-unread', place: null, value: null }]);
  });

  it('a damaged file is refused', async () => {
    const odt = saveAs('odt', 'план.docx', docx);
    const conversion = { soffice: tools.soffice ?? '', from: 'odt', to: 'docx', timeMs: 30_000 } as const;
    await expect(convertByLibreOffice(odt.subarray(0, 500), conversion)).rejects.toMatchObject({
      code: 'broken',
    });
  });
});

describe.skipIf(process.platform === 'win32')('a converter', () => {
  const script = (name: string, lines: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${lines}\n`);
    chmodSync(path, 0o700);
    return path;
  };
  const convert = (soffice: string, timeMs: number): Promise<Uint8Array> =>
    convertByLibreOffice(new Uint8Array([1]), { soffice, from: 'doc', to: 'docx', timeMs });

  it('that hangs is killed together with what it started, and leaves nothing behind', async () => {
    const alive = join(folder, 'alive');
    const hanging = script('hanging', `(sleep 2; touch "${alive}") &\nwait`);
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('opora-convert-'));
    await expect(convert(hanging, 200)).rejects.toMatchObject({ code: 'took-too-long' });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('opora-convert-'))).toEqual(before);
    await new Promise((resolve) => setTimeout(resolve, 2300));
    expect(readdirSync(folder)).not.toContain('alive');
  });

  it('runs one at a time, and a failure does not stop the next', async () => {
    const log = join(folder, 'log');
    const logging = script('logging', `echo start >> "${log}"; sleep 0.2; echo end >> "${log}"`);
    const results = await Promise.allSettled([convert(logging, 5000), convert(logging, 5000)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(['start', 'end', 'start', 'end']);
  });

  it('sweeps away what a killed conversion left, and nothing newer', async () => {
    const [old, fresh] = [
      mkdtempSync(join(tmpdir(), 'opora-convert-')),
      mkdtempSync(join(tmpdir(), 'opora-convert-')),
    ];
    const yesterday = Date.now() / 1000 - 86_400;
    writeFileSync(join(old, 'source.doc'), 'a');
    utimesSync(old, yesterday, yesterday);
    await convert(join(folder, 'nowhere'), 1000).catch(() => null);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    rmSync(fresh, { recursive: true });
  });

  it('that is not there is asked for', async () => {
    await expect(convert(join(folder, 'nowhere'), 1000)).rejects.toMatchObject({ code: 'needs-libreoffice' });
  });
});
