import { foldText } from '../basics/fold-text.ts';
import { lookAlikes } from '../basics/look-alikes.ts';
import type { SheetCell } from '../basics/sheet-table.ts';
import type { Indicator } from './indicator.ts';

/** What stands in a column: a whole value («42 из 200»), or a part of one. */
export type ValuePart = 'value' | 'amount' | 'total';

export type ColumnHead = { readonly code: string; readonly part: ValuePart };

/** Finds the indicator that a cell names by its code or by its whole name, with the part of the value that is said beside it. */
export type FindHead = (cell: SheetCell) => ColumnHead | null;

const latin = new Map(Object.entries(lookAlikes).map(([one, other]) => [other, one]));
const codeAtStart = /^\s*([A-ZА-ЯЁ]{1,3}\d{2,4}[a-zа-я]?)(?![\p{L}\d])(.*)$/su;

export function headFinder(indicators: readonly Pick<Indicator, 'code' | 'name'>[]): FindHead {
  const codes = new Set(indicators.map(({ code }) => code));
  // A name that two indicators share names neither.
  const byName = Map.groupBy(
    indicators.flatMap(({ code, name }) => [name.ru, name.en].map((text) => ({ code, text }))),
    ({ text }) => foldText(text),
  );
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > 400) return null;
    const start = codeAtStart.exec(cell);
    const code = (start?.[1] ?? '').replaceAll(/[А-Яа-я]/g, (letter) => latin.get(letter) ?? letter);
    if (codes.has(code)) return { code, part: partOfHead(start?.[2] ?? '') };
    const [whole, before, after] = [foldText(cell), ...splitLast(cell)];
    const named = byName.get(whole) ?? [];
    if (named.length === 1 && named[0] !== undefined) return { code: named[0].code, part: 'value' };
    const said = byName.get(foldText(before)) ?? [];
    const part = readPart(after);
    return said.length === 1 && said[0] !== undefined && part !== null ? { code: said[0].code, part } : null;
  };
}

/** «…, из» is the name and the part of the value. */
function splitLast(text: string): [string, string] {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf(':'));
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function partOfHead(rest: string): ValuePart {
  return readPart(splitLast(rest)[1]) ?? readPart(rest) ?? 'value';
}

const parts: readonly (readonly [ValuePart, RegExp])[] = [
  ['amount', /^(кол-во|количество|числитель|значение|численность|чел|amount|numerator)$/],
  ['total', /^(из|из скольких|всего|знаменатель|общее число|общее количество|of|total|denominator)$/],
];

/** n and N differ in nothing but the case; the Cyrillic letters of that look are read too. Null for other words. */
export function readPart(cell: SheetCell): ValuePart | null {
  if (typeof cell !== 'string') return null;
  const text = cell.replaceAll(/[\s.,:;()]+/g, ' ').trim();
  if (text === 'n' || text === 'п') return 'amount';
  if (text === 'N') return 'total';
  const folded = foldText(text);
  return parts.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
