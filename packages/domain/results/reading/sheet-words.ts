import type { SheetCell } from '../../basics/sheet-table.ts';
import { foldText } from '../../basics/fold-text.ts';
import { lookAlikes } from '../../basics/look-alikes.ts';

/** A cell as text, with plain spaces and without breaks; empty for nothing. */
export function cellText(cell: SheetCell | undefined): string {
  return String(cell ?? '')
    .replaceAll(/[\u00ad\u200b-\u200f\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * A head as it is compared: folded, with Cyrillic letters for the Latin ones that look the same, words of a line broken by a hyphen
 * joined, no points or colons at its end.
 */
export function headText(cell: SheetCell | undefined): string {
  const joined = String(cell ?? '').replaceAll(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1');
  const capitals = cellText(joined).toUpperCase();
  const cyrillic = Array.from(capitals, (letter) => lookAlikes[letter] ?? letter).join('');
  return foldText(cyrillic)
    .replace(/[.:;,*]+$/, '')
    .trim();
}

/** A number with a comma or a point, spaces between thousands, «%» at its end; null for anything else. */
export function cellNumber(cell: SheetCell | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = cellText(cell)
    .replace(/ ?%$/, '')
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '');
  return /^-?\d{1,9}(?:[.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** Nothing, or a sign that says «nothing». */
export const isBlank = (cell: SheetCell | undefined): boolean =>
  typeof cell !== 'number' && /^[-–—−]?$/.test(cellText(cell));

/** A whole number that is not negative; null for anything else. */
export function cellCount(cell: SheetCell | undefined): number | null {
  const value = cellNumber(cell);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

/** More no work gives: the greatest primary score met is 100 with a wide margin. */
const scoreMax = 200;

/** A primary score; null for anything else. */
export function cellScore(cell: SheetCell | undefined): number | null {
  const score = cellCount(cell);
  return score !== null && score <= scoreMax ? score : null;
}
