/** A page drawn by tests with raw operators of PDF; `y` grows upwards, as in the file. */
export type DrawnPage = {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  /** Entries added to the page's dictionary, such as `/Rotate 90`. */
  readonly extra?: string;
  /** A form drawn by the operator `/X Do`. */
  readonly form?: string;
  readonly image?: { readonly bytes: Uint8Array; readonly dictionary: string };
};

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0020> <FFFE> <0020> endbfrange
endcmap end end`;

/** A PDF of these pages. Its only font F has characters half as wide as their size, and their codes are their Unicode. */
export function makePdf(pages: readonly DrawnPage[]): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (body: string | Uint8Array): number =>
    objects.push(typeof body === 'string' ? encode(body) : body);
  const stream = (dictionary: string, body: Uint8Array): Uint8Array =>
    concatenate([encode(`<<${dictionary}/Length ${body.length}>>\nstream\n`), body, encode('\nendstream')]);
  add('<</Type/Catalog/Pages 2 0 R>>');
  const treeAt = add('') - 1;
  add(
    '<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
  );
  add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 5 0 R>>',
  );
  add(
    '<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 -200 500 800]/Ascent 800/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80>>',
  );
  add(stream('', encode(TO_UNICODE)));
  const numbers = pages.map((page) => {
    const content = add(stream('', encode(page.content)));
    const xObject = page.image
      ? add(stream(`/Type/XObject/Subtype/Image${page.image.dictionary}`, page.image.bytes))
      : page.form === undefined
        ? null
        : add(
            stream(
              '/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Resources<</Font<</F 3 0 R>>>>',
              encode(page.form),
            ),
          );
    const resources = `/Resources<</Font<</F 3 0 R>>${xObject === null ? '' : `/XObject<</X ${xObject} 0 R>>`}>>`;
    const box = `/MediaBox[0 0 ${page.width ?? 595} ${page.height ?? 842}]`;
    return add(`<</Type/Page/Parent 2 0 R${box}${resources}/Contents ${content} 0 R${page.extra ?? ''}>>`);
  });
  objects[treeAt] = encode(
    `<</Type/Pages/Count ${numbers.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
  );
  return write(objects);
}

/** Text with its baseline beginning at a point. */
export function text(x: number, y: number, value: string, size = 10): string {
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes(value)}> Tj ET\n`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${x1} ${y1} m ${x2} ${y2} l S\n`;
}

/** Borders of a table and its texts, row by row; `rowHeight` below `top` each. An empty text leaves the cell empty. */
export function ruledTable(
  columns: readonly number[],
  top: number,
  rows: readonly (readonly string[])[],
  rowHeight = 20,
): string {
  const bottom = top - rows.length * rowHeight;
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const horizontal = Array.from({ length: rows.length + 1 }, (_, index) =>
    line(left, top - index * rowHeight, right, top - index * rowHeight),
  );
  const vertical = columns.map((x) => line(x, top, x, bottom));
  const texts = rows.flatMap((row, index) =>
    row.map((value, column) =>
      value === '' ? '' : text((columns[column] ?? 0) + 4, top - index * rowHeight - 13, value),
    ),
  );
  return [...horizontal, ...vertical, ...texts].join('');
}

export function codes(value: string): string {
  return Array.from(value, (character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function write(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [encode('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  objects.forEach((body, index) => {
    offsets.push(length);
    const object = concatenate([encode(`${index + 1} 0 obj\n`), body, encode('\nendobj\n')]);
    parts.push(object);
    length += object.length;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    encode(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return concatenate(parts);
}

function encode(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
