import type { SheetCell } from '../basics/sheet-table.ts';
import { isWrittenShareOf, partOfShare, type WrittenShare } from './written-share.ts';

/** How a row or column of a passport writes its numbers. */
export type PassportForm = 'count' | 'share' | 'percent';

export const passportCellProblems = [
  'unreadable',
  'no-total',
  'over-total',
  'share-not-of-total',
  'unknown-school',
  'ambiguous-school',
  'repeated',
] as const;
export type PassportCellProblem = (typeof passportCellProblems)[number];

export type PassportReading =
  | {
      readonly kind: 'value';
      readonly count: number;
      readonly total: number;
      /** The file gave a share: the count is the whole number that it is a share of. */
      readonly fromShare: boolean;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: PassportCellProblem };

const problem = (one: PassportCellProblem): PassportReading => ({ kind: 'problem', problem: one });

/** By the words of its head («доля», «%»), and where they say nothing by its numbers: a broken number is no count. */
export function passportForm(head: string, cells: readonly SheetCell[]): PassportForm {
  const numbers = cells.map(numberOf).filter((value) => value !== null);
  if (/%|процент/i.test(head)) return 'percent';
  if (/дол[яи]/i.test(head)) return numbers.some((value) => value > 1) ? 'percent' : 'share';
  if (numbers.every((value) => Number.isInteger(value))) return 'count';
  return numbers.every((value) => value <= 1) ? 'share' : 'percent';
}

/** What one cell says: «42», «42 из 200», «42/200», «42/21%», «42 (21 %)», «21 %», «0,38», «—». `total` is null where the file does not say of how many. */
export function readPassportCell(cell: SheetCell, form: PassportForm, total: number | null): PassportReading {
  const text = String(cell ?? '').trim();
  if (/^([-‐-―−]|н\/?д|нет данных)?$/i.test(text)) return { kind: 'empty' };
  const plain = text
    .replaceAll(/\s+/g, '')
    .replaceAll(',', '.')
    .replace(/чел(овек)?\.?/i, '');
  const whole = /^(\d+)(?:из|\/)(\d+)$/i.exec(plain);
  if (whole !== null) return counted(Number(whole[1]), Number(whole[2]));
  const both = /^(\d+)(?: чел\.?)?\s*(?:[/(;]\s*|\s)(\d+(?:[.,]\d+)?)\s*%\s*\)?$/.exec(text);
  if (both !== null) return readBoth(Number(both[1]), (both[2] ?? '').replace(',', '.'), total);
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(plain);
  if (percent !== null) return readShare(percent[1] ?? '', 100, total);
  if (!/^\d+(\.\d+)?$/.test(plain)) return problem('unreadable');
  if (form === 'share') return readShare(plain, 1, total);
  if (form === 'percent') return readShare(plain, 100, total);
  if (!Number.isInteger(Number(plain))) return problem('unreadable');
  return total === null ? problem('no-total') : counted(Number(plain), total);
}

function counted(count: number, total: number): PassportReading {
  if (total === 0 || count > total) return problem('over-total');
  return { kind: 'value', count, total, fromShare: false };
}

/** A count with its share: of how many cannot be told from a rounded share, so the total must be there and agree. */
function readBoth(count: number, percent: string, total: number | null): PassportReading {
  if (total === null) return problem('no-total');
  if (count > total) return problem('over-total');
  return isWrittenShareOf({ digits: percent, of: 100 }, count, total)
    ? counted(count, total)
    : problem('share-not-of-total');
}

/** The number of whom the share is, to the digits in which it was written. */
function readShare(digits: string, of: WrittenShare['of'], total: number | null): PassportReading {
  if (Number(digits) > of) return problem('over-total');
  if (total === null) return problem('no-total');
  const count = partOfShare({ digits, of }, total);
  return count === null ? problem('share-not-of-total') : { kind: 'value', count, total, fromShare: true };
}

function numberOf(cell: SheetCell): number | null {
  const text = String(cell ?? '')
    .replaceAll(/\s+/g, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
