import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import fc from 'fast-check';
import { deflateSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readFile, type ReadOptions } from './read-file.ts';
import { readLimits } from './read-limits.ts';
import { makeCompoundFile } from './testing/make-compound-file.ts';
import { makeDocx, p, textTable, wordXml } from './testing/make-docx.ts';
import { makeZip } from './testing/make-zip.ts';

const megabyte = 1_048_576;

/** The code of the refusal, 'read' when the file was read; any other error fails the test. */
async function outcome(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  try {
    await readFile(bytes, options);
    return 'read';
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
}

/** The most memory that this thread took more while the action ran, in megabytes; other tests run beside it in others. */
async function memoryOf(action: () => Promise<unknown>): Promise<number> {
  const used = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, used())), 5);
  await action();
  clearInterval(timer);
  return (Math.max(peak, used()) - before) / megabyte;
}

const docx = makeDocx({
  body:
    p('Приказ') +
    textTable([
      ['№', 'Срок'],
      ['1', 'май'],
    ]),
});
const xlsx = await writeXlsx({
  sheets: [
    {
      name: 'a',
      rows: [
        ['№', 'Срок'],
        [1, 'май'],
      ],
    },
  ],
});
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
  8, 6, 0, 0, 0, 0, 0, 0, 0,
]);
const flags = (flag: number): Uint8Array => Uint8Array.from([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, flag]);
const workbook = (record: number): Uint8Array =>
  Uint8Array.from([0x09, 0x08, 2, 0, 0, 6, record, 0, 2, 0, 0, 0]);
const zeros = new Uint8Array(64 * megabyte);

/** Overwrites the sizes that the list of parts gives for the first part holding `name`. */
function lieAboutSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Uint8Array.from(zip);
  const at = Buffer.from(copy).lastIndexOf(name) - 46;
  new DataView(copy.buffer).setUint32(at + 24, size, true);
  return copy;
}

describe('a bad file gets its own refusal', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty-file'],
    ['a cut DOCX', docx.subarray(0, docx.length - 100), 'truncated'],
    ['a cut XLSX', xlsx.subarray(0, xlsx.length / 2), 'truncated'],
    [
      'an encrypted DOCX or XLSX',
      makeCompoundFile({ EncryptionInfo: flags(0), EncryptedPackage: flags(0) }),
      'password-protected',
    ],
    ['a DOC with a password', makeCompoundFile({ WordDocument: flags(1) }), 'password-protected'],
    [
      'a DOC without one, and no LibreOffice',
      makeCompoundFile({ WordDocument: flags(0) }),
      'needs-libreoffice',
    ],
    ['an XLS with a password', makeCompoundFile({ Workbook: workbook(0x2f) }), 'password-protected'],
    ['an XLS with nothing in it', makeCompoundFile({ Workbook: workbook(0) }), 'broken'],
    ['an old PowerPoint file', makeCompoundFile({ 'PowerPoint Document': flags(0) }), 'unknown-format'],
    [
      'an encrypted ODT',
      makeZip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'META-INF/manifest.xml': '<m:encryption-data/>',
      }),
      'password-protected',
    ],
    ['an RTF without LibreOffice', new TextEncoder().encode('{\\rtf1 a}'), 'needs-libreoffice'],
    ['a web page called .xls', new TextEncoder().encode('<html><body>нет</body></html>'), 'web-page'],
    ['a zip that is no document', makeZip({ 'a.txt': 'a' }), 'unknown-format'],
    ['a zip inside a zip', makeZip({ 'a.docx': docx }), 'unknown-format'],
    ['bytes of zero', new Uint8Array(1000), 'unknown-format'],
    [
      'a program',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]),
      'unknown-format',
    ],
    ['a path that climbs out', makeZip({ '../evil': 'a', 'word/document.xml': 'a' }), 'broken'],
    [
      'a DOCX without its main part',
      makeDocx({ body: '', more: { '_rels/.rels': '<Relationships/>', 'word/document.xml': '' } }),
      'broken',
    ],
    ['broken XML', makeDocx({ body: '<w:p>' }), 'broken'],
    [
      'bytes that are not UTF-8 in XML',
      makeDocx({
        body: '',
        more: { 'word/document.xml': Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]) },
      }),
      'broken',
    ],
    ['a zero byte in XML', makeDocx({ body: p('a\0b') }), 'broken'],
    [
      'an entity declared',
      makeDocx({
        body: '',
        more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>' },
      }),
      'xml-forbidden',
    ],
    [
      'an outside entity',
      makeDocx({ body: '', more: { 'word/document.xml': '<!DOCTYPE a SYSTEM "file:///a.dtd"><a/>' } }),
      'xml-forbidden',
    ],
    ['an entity nobody declared', makeDocx({ body: '<w:p>&lol;</w:p>' }), 'broken'],
    [
      'XML nested deep',
      makeDocx({ body: '<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000) }),
      'nesting-too-deep',
    ],
    [
      'ten thousand tables in one another',
      makeDocx({ body: '<w:tbl><w:tr><w:tc>'.repeat(10_000) + '</w:tc></w:tr></w:tbl>'.repeat(10_000) }),
      'nesting-too-deep',
    ],
    ['a part smaller than it says', lieAboutSize(docx, 'word/document.xml', 100_000), 'broken'],
    ['a part larger than it says', lieAboutSize(docx, 'word/document.xml', 10), 'broken'],
    ['a part that says it is huge', lieAboutSize(docx, 'word/document.xml', 0xf0000000), 'expands-too-much'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });

  it('a picture called .docx', async () => {
    expect(await outcome(png, { fileName: 'Приказ.docx' })).toMatch(/picture-not-document|needs-tesseract/);
  });

  it('an XLSX with an entity declared', async () => {
    const parts = {
      '[Content_Types].xml': 'spreadsheetml.sheet.main',
      'xl/workbook.xml': '<!DOCTYPE a><a/>',
    };
    expect(await outcome(makeZip(parts))).toBe('xml-forbidden');
  });

  it('names the file, the limit and what was found', async () => {
    const refusal = await readFile(docx, { fileName: 'План.docx', limits: { fileBytes: 100 } }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'too-large',
      facts: { fileName: 'План.docx', limit: 100, found: docx.length },
    });
  });

  it('of more than the limit before a byte is looked at', async () => {
    const huge = new Uint8Array(300 * megabyte);
    const start = performance.now();
    expect(await outcome(huge)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a bomb', () => {
  it('of many small elements or attributes is refused', async () => {
    const limits = { xmlNodes: 1000 };
    expect(await outcome(makeDocx({ body: '<w:p/>'.repeat(2000) }), { limits })).toBe('too-many-entries');
    const attributes = Array.from({ length: 2000 }, (_, i) => `a${i}=""`).join(' ');
    expect(await outcome(makeDocx({ body: `<w:p ${attributes}/>` }), { limits })).toBe('too-many-entries');
    const strings = {
      '[Content_Types].xml': 'spreadsheetml.sheet.main',
      'xl/sharedStrings.xml': '<si/>'.repeat(2000),
    };
    expect(await outcome(makeZip(strings), { limits })).toBe('too-many-entries');
  });

  it.each([
    ['lines', 'а\n', 'too-many-entries'],
    ['cells', '\ta', 'too-many-cells'],
    ['line breaks', '\n', 'read'],
    ['empty cells', '\t\n', 'read'],
  ])('of many %s in a text takes little', async (_, piece, code) => {
    const text = new TextEncoder().encode(piece.repeat(5_000_000));
    const start = performance.now();
    const grown = await memoryOf(async () => expect(await outcome(text)).toBe(code));
    expect(performance.now() - start).toBeLessThan(5000);
    expect(grown).toBeLessThan(500);
  });

  it('of many parts is not listed to the end', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`a${i}.xml`, new Uint8Array()]),
    );
    expect(await outcome(zipSync(parts))).toBe('too-many-entries');
  });

  it('is not blown up: neither by an honest size nor by a false one', async () => {
    const bomb = makeDocx({
      body: '',
      more: { 'word/document.xml': zeros, 'word/a.xml': zeros, 'word/b.xml': zeros },
    });
    expect(bomb.length).toBeLessThan(megabyte);
    const limits = { expandedBytes: 32 * megabyte };
    const grown = await memoryOf(async () => {
      expect(await outcome(bomb, { limits })).toBe('expands-too-much');
      expect(await outcome(lieAboutSize(bomb, 'word/document.xml', 1000), { limits })).toBe('broken');
    });
    expect(grown).toBeLessThan(32);
  });

  it('in a workbook is not blown up either', async () => {
    const sheet = '[Content_Types].xml';
    const bomb = makeZip({ [sheet]: 'spreadsheetml.sheet.main', 'xl/workbook.xml': zeros });
    const limits = { expandedBytes: 32 * megabyte };
    const grown = await memoryOf(async () =>
      expect(await outcome(bomb, { limits })).toBe('expands-too-much'),
    );
    expect(grown).toBeLessThan(32);
  });

  it('in a part that is not needed does no harm', async () => {
    const bomb = makeDocx({ body: p('a'), more: { 'word/media/a.bmp': zeros } });
    const grown = await memoryOf(async () =>
      expect(await outcome(bomb, { limits: { expandedBytes: megabyte } })).toBe('read'),
    );
    expect(grown).toBeLessThan(32);
  });

  it('of two far corners of a sheet is refused', async () => {
    const bomb = await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }] });
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(bomb);
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row></sheetData>';
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']).replace('</sheetData>', corner);
    expect(
      await outcome(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(sheet) })),
    ).toBe('too-many-cells');
  });
});

describe('whatever the bytes are, the answer is a document or a refusal', () => {
  const soon = 3000;
  const answers = async (bytes: Uint8Array): Promise<void> => {
    const start = performance.now();
    await outcome(bytes);
    expect(performance.now() - start).toBeLessThan(soon);
  };

  it('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), answers), { numRuns: 300 });
  });

  it('random bytes behind the beginning of a known format', async () => {
    const beginnings = [
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '{\\rtf1',
      '<html>',
      '<?xml version="1.0"?>',
      '\xff\xfe',
      '\xef\xbb\xbf',
    ];
    const file = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 4000 }));
    const join = ([beginning, rest]: [string, Uint8Array]): Uint8Array =>
      Buffer.concat([Buffer.from(beginning, 'latin1'), rest]);
    await fc.assert(fc.asyncProperty(file.map(join), answers), { numRuns: 300 });
  });

  it.each<[string, Uint8Array]>([
    ['DOCX', docx],
    ['XLSX', xlsx],
    ['compound file', makeCompoundFile({ Workbook: workbook(0), WordDocument: flags(0) })],
  ])('a %s with changed bytes', async (_, valid) => {
    const changes = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    const changed = changes.map((list) => {
      const copy = Uint8Array.from(valid);
      for (const [at, byte] of list) copy[at] = byte;
      return copy;
    });
    await fc.assert(fc.asyncProperty(changed, answers), { numRuns: 300 });
  });

  it('a DOCX with changed XML', async () => {
    const xml = wordXml(
      'document',
      `<w:body>${p('Приказ', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>')}${textTable([
        ['№', 'Срок'],
        ['1', 'май'],
      ])}</w:body>`,
    );
    const piece = fc.constantFrom(
      '',
      '<w:p>',
      '</w:p>',
      '<w:tbl/>',
      '<w:tr/>',
      '<w:tc/>',
      '<w:gridSpan w:val="-1"/>',
      '<w:vMerge/>',
      '<w:sdt/>',
      '&#0;',
      '"',
      '<',
    );
    const changed = fc
      .tuple(fc.nat(xml.length), fc.nat(30), piece)
      .map(([at, gone, put]) => xml.slice(0, at) + put + xml.slice(at + gone));
    await fc.assert(
      fc.asyncProperty(changed, (text) =>
        answers(makeDocx({ body: '', more: { 'word/document.xml': text } })),
      ),
      { numRuns: 500 },
    );
  });
});

describe('limits', () => {
  it('the limit of a file is what an upload is checked by', () => {
    expect(readLimits.fileBytes).toBeLessThan(300 * megabyte);
    expect(deflateSync(zeros).length).toBeLessThan(readLimits.fileBytes);
  });
});
