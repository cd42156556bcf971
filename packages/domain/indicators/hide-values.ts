import { hideRows } from '../results/hide-cells.ts';
import type { IndicatorSums } from './aggregate.ts';
import type { Indicator } from './indicator.ts';

/** What of a definition decides how its small numbers are hidden. */
export type HidingIndicator = Pick<
  Indicator,
  'code' | 'unit' | 'amountOf' | 'totalOf' | 'totalCode' | 'partOf' | 'sensitivity'
>;

/** Sums of a school, a municipality or the region, by the codes of indicators. */
export type CountedUnit = { readonly sums: ReadonlyMap<string, IndicatorSums> };

/** Codes that are kept back of a unit. */
export type HiddenCodes = ReadonlySet<string>;

/** Is the number one of pupils that may not be told of while 1 to 4 stand behind it? */
export function isSecret({ sensitivity, amountOf, totalOf, unit }: HidingIndicator): boolean {
  if (sensitivity === 'open') return false;
  return amountOf === 'pupils' || (unit === 'score' && totalOf === 'pupils');
}

/**
 * What is kept back of units that add up to one above, by the rule of the results' tables (`hideRows`): an indicator is shown of a unit whole or not at all; parts of an indicator
 * («победители: муниципального, регионального, федерального уровня») are hidden together, for with all but one of them the last is a subtraction, and of as many neighbours as that
 * takes. `definitions` are those of the whole catalogue, not of the page: what is hidden may not depend on what was asked. Null above: nothing above is known.
 */
export function hideValues(
  definitions: readonly HidingIndicator[],
  units: readonly CountedUnit[],
  above: HiddenCodes | null,
): HiddenCodes[] {
  const secret = definitions.filter(isSecret);
  const known = new Set(secret.map(({ code }) => code));
  const shown = new Map<string, readonly boolean[]>();
  const everywhere = units.map(() => true);
  const hideTogether = (group: readonly HidingIndicator[], before: readonly boolean[]): void => {
    const rows = units.map(({ sums }) => group.flatMap((one) => cellsOf(one, sums.get(one.code))));
    const isKnownAbove = above === null ? null : group.every(({ code }) => !above.has(code));
    const found = hideRows(rows, { isKnownAbove, before });
    for (const { code } of group) shown.set(code, found);
    for (const { code } of group) {
      const parts = secret.filter(({ partOf }) => partOf === code);
      if (parts.length > 0) hideTogether(parts, found);
    }
  };
  // Totals first: a share is of them.
  const roots = secret.filter(({ partOf }) => partOf === null || !known.has(partOf));
  const isTotal = ({ code }: HidingIndicator): boolean => roots.some(({ totalCode }) => totalCode === code);
  for (const one of [...roots.filter(isTotal), ...roots.filter((root) => !isTotal(root))])
    hideTogether([one], (one.totalCode === null ? undefined : shown.get(one.totalCode)) ?? everywhere);
  return units.map(
    (_, at) => new Set([...shown].flatMap(([code, rows]) => (rows[at] === true ? [] : [code]))),
  );
}

/** Columns that are a secret while they are small: those counted and those of the total that are not; of a mean the people behind it. */
function cellsOf({ unit }: HidingIndicator, sums: IndicatorSums | undefined): number[] {
  const { amount, total } = sums ?? { amount: 0, total: 0 };
  if (unit === 'score') return [total];
  return unit === 'share' ? [amount, Math.max(0, total - amount)] : [amount];
}

/** Do 1 to 4 pupils stand behind a number of one school? */
export function hasFewPupils(indicator: HidingIndicator, sums: IndicatorSums): boolean {
  const [isShown] = hideRows([cellsOf(indicator, sums)], { isKnownAbove: null, before: [true] });
  return isSecret(indicator) && isShown === false;
}

/** Codes with all that are hidden with them: families of parts and the totals they are of. */
export function withHidingKin(codes: readonly string[], definitions: readonly HidingIndicator[]): string[] {
  const found = new Set(codes);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { code, partOf, totalCode } of definitions.filter(isSecret)) {
      if (partOf !== null && (found.has(code) || found.has(partOf))) found.add(code).add(partOf);
      if (totalCode !== null && found.has(code)) found.add(totalCode);
    }
  }
  return [...found];
}
