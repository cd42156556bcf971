import { z } from 'zod';
import { foldText } from '../basics/fold-text.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import { formSheetTexts } from './form-sheet.ts';
import { codeOfCell } from './match-indicator.ts';
import { secondNumberOf, spelledPair } from './value-pair.ts';

const Place = z.object({ sheet: z.string(), row: z.number().int() });

/** What a file says of the lines of a form; nothing of it is kept yet. */
export const FormFile = z.object({
  found: z.array(
    Place.extend({ code: z.string(), amount: z.string(), total: z.string(), isDoubtful: z.boolean() }),
  ),
  /** Rows with a value that are not of this form, or say a second time what another said. */
  left: z.array(Place.extend({ text: z.string(), problem: z.enum(['unknown-code', 'repeated', 'no-line']) })),
  /** Lines of the form that the file does not have. */
  missing: z.array(z.string()),
  /** It was written for another form: of another school or period. */
  isOfAnotherForm: z.boolean(),
});
export type FormFile = z.infer<typeof FormFile>;

type Columns = { readonly code: number; readonly amount: number; readonly total: number | null };

/**
 * Values of a form's file, found by the codes of its rows and the words over its columns, wherever they were moved. Empty cells say
 * nothing and take nothing back.
 */
export function readFormSheets(
  sheets: readonly SheetTable[],
  form: {
    readonly submissionId: string;
    readonly codes: readonly string[];
    /** Those of `codes` that are shares. */
    readonly shares: readonly string[];
  },
): FormFile {
  const asked = new Set(form.codes);
  const seen = new Set<string>();
  const found: FormFile['found'] = [];
  const left: FormFile['left'] = [];
  for (const { name: sheet, rows } of sheets) {
    let columns: Columns | null = null;
    for (const [at, cells] of rows.entries()) {
      const head = columnsOf(cells);
      if (head !== null) columns = head;
      const code = head === null && columns !== null ? codeOfCell(textOf(cells[columns.code])) : null;
      if (columns === null || code === null) continue;
      const place = { sheet, row: at + 1 };
      const amount = textOf(cells[columns.amount]);
      const total = columns.total === null ? '' : textOf(cells[columns.total]);
      const text = [code, amount, total]
        .filter((part) => part !== '')
        .join(' · ')
        .slice(0, 200);
      if (!asked.has(code)) left.push({ ...place, text, problem: 'unknown-code' });
      else if (seen.has(code)) left.push({ ...place, text, problem: 'repeated' });
      else if (amount !== '') found.push({ ...place, code, amount, total, isDoubtful: false });
      seen.add(code);
    }
  }
  const isShare = ({ code }: FormFile['found'][number]): boolean => form.shares.includes(code);
  const second = secondNumberOf(found.flatMap((one) => (isShare(one) ? one.amount : [])));
  return {
    found: found.map((one) =>
      isShare(one) && one.total === '' ? { ...one, amount: spelledPair(one.amount, second) } : one,
    ),
    left,
    missing: form.codes.filter((code) => !seen.has(code)),
    isOfAnotherForm: isOfAnother(sheets, form.submissionId),
  };
}

/** By the words of its head, in whatever language the file was written. */
function columnsOf(cells: readonly SheetCell[]): Columns | null {
  const words = cells.map((cell) => foldText(textOf(cell)));
  for (const { titles } of [formSheetTexts.ru, formSheetTexts.en]) {
    const at = (index: number) => words.indexOf(foldText(titles[index] ?? ''));
    const [code, amount, total] = [at(0), at(3), at(4)];
    if (code !== -1 && amount !== -1) return { code, amount, total: total === -1 ? null : total };
  }
  return null;
}

const textOf = (cell: SheetCell | undefined): string =>
  (typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '')).trim().slice(0, 300);

function isOfAnother(sheets: readonly SheetTable[], submissionId: string): boolean {
  const ids = sheets.flatMap(({ rows }) =>
    rows.slice(0, 10).flatMap((row) => row.flatMap((cell) => formId.exec(textOf(cell))?.[0] ?? [])),
  );
  return ids.length > 0 && !ids.includes(submissionId);
}

const formId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;
