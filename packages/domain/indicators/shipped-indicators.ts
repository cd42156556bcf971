import { type Indicator, type IndicatorVersion } from './indicator.ts';
import { type IndicatorGroup, indicatorGroups } from './indicator-groups.ts';
import { conditionsAndPublic } from './shipped/conditions.ts';
import { context } from './shipped/context.ts';
import { examResults } from './shipped/exam-results.ts';
import { processIndicators } from './shipped/process.ts';
import { pupilResults } from './shipped/pupil-results.ts';
import { staff } from './shipped/staff.ts';
import { totals } from './shipped/totals.ts';

/** Every version the product ever came with: a newer wording is added, the older stays for the values given under it. */
export const shippedIndicators: readonly Indicator[] = [
  ...totals,
  ...examResults,
  ...pupilResults,
  ...staff,
  ...processIndicators,
  ...context,
  ...conditionsAndPublic,
];

/** By group, then code, then version. */
export function compareIndicators(one: Indicator, other: Indicator): number {
  return (
    groupOrder(one.group) - groupOrder(other.group) ||
    compareText(one.code, other.code) ||
    one.version - other.version
  );
}

function groupOrder(group: IndicatorGroup): number {
  return indicatorGroups.indexOf(group);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The newest version of each code, in the order they are shown. */
export function currentIndicators(
  indicators: readonly Indicator[] = shippedIndicators,
): readonly Indicator[] {
  const newest = new Map<string, Indicator>();
  for (const one of indicators) {
    const known = newest.get(one.code);
    if (known === undefined || known.version < one.version) newest.set(one.code, one);
  }
  return [...newest.values()].toSorted(compareIndicators);
}

/** One version of a definition; null where nobody here knows it. */
export function findIndicator(
  { code, version }: IndicatorVersion,
  indicators: readonly Indicator[] = shippedIndicators,
): Indicator | null {
  return indicators.find((one) => one.code === code && one.version === version) ?? null;
}
