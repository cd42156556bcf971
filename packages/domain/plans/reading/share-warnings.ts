import type { ReadIndicator, ReadIndicatorValue, ReadWarning } from '../read-document.ts';
import { totalBeside } from './indicator-value.ts';
import { foldText, plainText } from './printed-text.ts';

/**
 * Pairs of a count and a share that cannot both be right: over the total printed in the cell («7 из 17 (50 %)»), or over the total
 * that the document states for the same column – an indicator that counts them all, or one of which the share is 100 %.
 */
export function shareWarnings(indicators: readonly ReadIndicator[]): ReadWarning[] {
  const totals = statedTotals(indicators);
  return indicators.flatMap((indicator) =>
    indicator.values.flatMap((value): ReadWarning[] => {
      const base = baseOf(indicator);
      const total =
        totalBeside(value.raw) ?? (base === null ? undefined : totals.get(keyOf(base, value.column)));
      if (total === undefined || !differs(value, total)) return [];
      const where = indicator.no === '' ? indicator.name : indicator.no.replace(/[.)]$/, '');
      const values = [`${value.column}: ${value.raw.trim()}`, `${value.count ?? 0} / ${total}`];
      return [{ code: 'share-differs', where, activity: null, values, source: indicator.source }];
    }),
  );
}

/** «…, в общей численности педагогических работников»: what the share is of, by the beginnings of its words. */
function baseOf({ name, group }: ReadIndicator): string | null {
  const words = /(?:в|из|от) общ(?:ей|его) (?:численности|числа|количества)\s+([^,:;(]+)/u;
  const base = words.exec(plainText(name))?.[1] ?? words.exec(plainText(group ?? ''))?.[1];
  return base === undefined ? null : stems(base);
}

/** «Общая численность учащихся», «Количество педагогических работников, всего»: of whom it is the total. */
function countedBase(name: string): string | null {
  const words =
    /^(?:-\s*)?(?:(?:общ(?:ая|ее)\s+(?:численность|количество|число)|всего)\s+([^,:;(/]+)|(?:численность|количество|число)\s+([^,:;(/]+?),?\s+\(?всего\)?)$/u.exec(
      plainText(name).replace(/[.,:;]$/, ''),
    );
  const base = words?.[1] ?? words?.[2];
  return base === undefined ? null : stems(base);
}

const stems = (text: string): string =>
  (text.match(/\p{L}{3,}|\d+/gu) ?? []).map((word) => word.slice(0, 5)).join(' ');

/** One school heads the columns of two tables as «ООШ № 2» and «ООШ 2». */
const keyOf = (base: string, column: string): string => `${base}|${foldText(column)}`;

function statedTotals(indicators: readonly ReadIndicator[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  const state = (base: string | null, { column }: ReadIndicatorValue, total: number | null) => {
    if (base !== null && total !== null && total > 0 && !totals.has(keyOf(base, column)))
      totals.set(keyOf(base, column), total);
  };
  for (const { name, values } of indicators)
    for (const value of values) state(countedBase(name), value, value.count ?? value.value);
  for (const indicator of indicators)
    for (const value of indicator.values) if (value.share === 1) state(baseOf(indicator), value, value.count);
  return totals;
}

/** A printed share may be rounded or cut off in its last figure; of a share without a point that is one per cent. */
function differs({ count, share, raw }: ReadIndicatorValue, total: number): boolean {
  if (count === null || share === null) return false;
  if (count > total) return true;
  const printed = /(\d+)(?:[.,](\d+))?\s*%?\)?\s*$/u.exec(raw.trim());
  const places = printed?.[2]?.length ?? 0;
  const isFraction = printed !== null && share < 1 && Number(`${printed[1]}.${printed[2] ?? 0}`) === share;
  const step = 10 ** -(places + (isFraction ? 0 : 2));
  return Math.abs(share - count / total) > step + 1e-9;
}
