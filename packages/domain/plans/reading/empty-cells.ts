import { parseDeadline } from '../deadline-grammar.ts';
import { beginsParty } from '../party-boundary.ts';
import { partyCell } from '../party-cell.ts';
import { partyTokens } from '../party-tokens.ts';
import type { PlanField } from './plan-line.ts';
import type { PlanRow } from './plan-rows.ts';

const fields = ['deadline', 'responsible'] as const;

/**
 * Rows of a torn table whose term or party is empty: both may stand in one cell («до 20 мая Отдел образования»), or the cell was
 * merged with the one above, which a scan prints once. What is put into a cell so is kept in `mended`.
 */
export function fillEmptyCells(rows: readonly PlanRow[], columns: ReadonlySet<PlanField>): PlanRow[] {
  if (!fields.every((field) => columns.has(field))) return [...rows];
  const filled: PlanRow[] = [];
  for (const row of rows.map(partedRow)) {
    const above = filled.at(-1);
    const lacking = fields.filter(
      (field) => row[field] === '' && above?.section === row.section && above[field] !== '',
    );
    const merged = Object.fromEntries(lacking.map((field) => [field, above?.[field] ?? '']));
    filled.push({ ...row, ...merged, mended: [...row.mended, ...Object.values(merged)] });
  }
  return filled;
}

function partedRow(row: PlanRow): PlanRow {
  const { deadline, responsible } = row;
  if ((deadline === '') === (responsible === '')) return row;
  const parts = partedCell(deadline + responsible);
  return parts === null ? row : { ...row, ...parts, mended: [...row.mended, deadline + responsible] };
}

const wordsMax = 60;

/** A term and a party in one cell, in either order; null when the words are not surely both. */
export function partedCell(text: string): Pick<PlanRow, 'deadline' | 'responsible'> | null {
  const words = text.trim().split(/\s+/u);
  if (words.length > wordsMax) return null;
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words.slice(0, at).join(' '), words.slice(at).join(' ')].map((part) =>
      part.replace(/^[\s,;–-]+|[\s,;–-]+$/gu, ''),
    ) as [string, string]; // two parts were mapped
    if (isTerm(left) && isParty(right)) return { deadline: left, responsible: right };
    if (isParty(left) && isTerm(right)) return { deadline: right, responsible: left };
  }
  return null;
}

/** Read to the last word and dated, repeated or of an event; «по графику» may go on with whose it is. */
function isTerm(text: string): boolean {
  const { phases, unread } = parseDeadline(text);
  const items = phases.flatMap((phase) => phase.items);
  return items.length > 0 && !unread && items.every(({ item }) => item !== 'schedule');
}

function isParty(text: string): boolean {
  const tokens = partyTokens(partyCell(text), {});
  return beginsParty(tokens) && !parseDeadline(text).phases.some(({ items }) => items.length > 0);
}
