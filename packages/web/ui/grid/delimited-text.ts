import type { Language } from '@opora/domain/basics/catalog.ts';
import { textOf, type GridColumn, type GridColumnKind, type GridValue } from './grid-column.ts';

/** The table as it is seen: for files and the clipboard. */
export type SeenTable = {
  readonly columns: readonly { readonly title: string; readonly kind: GridColumnKind }[];
  readonly rows: readonly (readonly GridValue[])[];
};

export function seenTable<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): SeenTable {
  return {
    columns: columns.map(({ title, kind }) => ({ title, kind })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}

/** With the mark of UTF-8 and `;`, so that Excel with Russian settings opens it by a double click. */
export function toCsv(table: SeenTable, language: Language): string {
  return `\uFEFF${lines(table, { language, separator: ';' }).join('\r\n')}\r\n`;
}

/** For pasting into a spreadsheet. */
export function toTsv(table: SeenTable, language: Language): string {
  return lines(table, { language, separator: '\t' }).join('\n');
}

type Style = { readonly language: Language; readonly separator: string };

function lines(table: SeenTable, style: Style): string[] {
  const head = table.columns.map(({ title }) => quoted(title, style));
  const rows = table.rows.map((row) =>
    row.map((value, at) => cell(value, table.columns[at]?.kind ?? 'text', style)),
  );
  return [head, ...rows].map((cells) => cells.join(style.separator));
}

/** Numbers go without spaces between thousands; a text that a spreadsheet would run as a formula is held by an apostrophe. */
function cell(value: GridValue, kind: GridColumnKind, style: Style): string {
  if (typeof value === 'number') return String(value).replace('.', style.language === 'ru' ? ',' : '.');
  const text = textOf(value, kind, style.language);
  return quoted(/^[=+\-@\t\r]./.test(text) ? `'${text}` : text, style);
}

function quoted(text: string, { separator }: Style): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
