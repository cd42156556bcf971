import { type CellTexts, readCell } from '@opora/domain/indicators/form-cell.ts';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import type { FormFile } from '@opora/domain/indicators/read-form-sheets.ts';

export type LineOfFile = FormFile['found'][number] & {
  readonly before: CellTexts;
  /** The form says so already. */
  readonly isSame: boolean;
  /** It would be kept as it is written, to be mended. */
  readonly isUnreadable: boolean;
};

/** A row of a file beside the line of the form that it is of; a total that the file leaves out stays. Null where the form has none. */
export function lineOfFile(
  found: FormFile['found'][number],
  lines: ReadonlyMap<string, FormLine>,
): LineOfFile | null {
  const line = lines.get(found.code);
  if (line === undefined) return null;
  const total = found.total === '' ? line.texts.total : found.total;
  const reading = readCell(
    line.definition,
    { amount: found.amount, total },
    { formTotal: null, source: 'file' },
  );
  const now = line.value;
  const value = reading?.value ?? null;
  const isSame =
    value !== null &&
    now !== null &&
    value.state === now.state &&
    value.amount === now.amount &&
    value.total === now.total;
  return {
    ...found,
    total,
    before: line.value === null ? { amount: '', total: '' } : line.texts,
    isSame,
    isUnreadable: reading === null || value?.state === 'unreadable',
  };
}
