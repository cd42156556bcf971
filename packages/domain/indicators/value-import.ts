import { isSameValue } from '../basics/same-value.ts';
import { type CheckFinding } from './check-finding.ts';
import { checkForm } from './checks.ts';
import type { Indicator } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

/** A value of a school as a file says it. */
export type ImportedValue = Pick<IndicatorValue, 'indicator' | 'state' | 'amount' | 'total' | 'typed'> & {
  readonly orgUnitId: string;
};

export type HeldValue = ImportedValue & {
  /** By a form that has left the school. */
  readonly isSent: boolean;
  /** Not told to who brings the table: nothing that she is answered may depend on what it is. */
  readonly isHidden: boolean;
};

/** A cell of a school and an indicator, whether anything is held of it or not. */
export const cellKey = ({ orgUnitId, indicator }: Pick<ImportedValue, 'orgUnitId' | 'indicator'>): string =>
  `${orgUnitId} ${indicator}`;

/** `sent`: the school's form is on its way, and its cells, empty ones too, are not changed behind its back. `wrong`: a check calls it an error. */
export const valueFates = ['add', 'change', 'keep', 'sent', 'wrong'] as const;
export type ValueFate = (typeof valueFates)[number];

export type PlannedImport<T extends ImportedValue> = {
  readonly values: readonly { readonly value: T; readonly fate: ValueFate }[];
  readonly findings: readonly { readonly orgUnitId: string; readonly finding: CheckFinding }[];
};

type Known = {
  readonly indicators: readonly Indicator[];
  readonly held: readonly HeldValue[];
  /** Of the period before. */
  readonly previous: readonly Omit<HeldValue, 'isSent'>[];
  /** Cells (`cellKey`) that forms which have left their schools ask for. */
  readonly sent: ReadonlySet<string>;
};

/** What a file would do to each value, with what the checks of each school's form say of the file and what is known together. */
export function planValueImport<T extends ImportedValue>(
  imported: readonly T[],
  { indicators, held, previous, sent }: Known,
): PlannedImport<T> {
  const [heldOf, previousOf] = [bySchool(held), bySchool(previous.filter(({ isHidden }) => !isHidden))];
  const isSent = (value: T, before: HeldValue | undefined): boolean =>
    before?.isSent === true || sent.has(cellKey(value));
  const values: { readonly value: T; readonly fate: ValueFate }[] = [];
  const findings: { readonly orgUnitId: string; readonly finding: CheckFinding }[] = [];
  for (const [orgUnitId, said] of bySchool(imported)) {
    const known = new Map((heldOf.get(orgUnitId) ?? []).map((value) => [value.indicator, value]));
    const together = new Map<string, ImportedValue>([...known].filter(([, { isHidden }]) => !isHidden));
    for (const value of said)
      if (!isSent(value, known.get(value.indicator))) together.set(value.indicator, value);
    const findingsOf = checkForm({
      indicators,
      values: [...together.values()].map(asValue),
      previous: (previousOf.get(orgUnitId) ?? []).map(asValue),
      similar: new Map(),
      registers: [],
    }).filter(({ severity }) => severity !== 'note');
    const wrong = new Set(findingsOf.flatMap((one) => (one.severity === 'error' ? one.indicators : [])));
    findings.push(...findingsOf.map((finding) => ({ orgUnitId, finding })));
    for (const value of said) {
      const before = known.get(value.indicator);
      const isWrong = wrong.has(value.indicator);
      values.push({ value, fate: fateOf(value, before, { isSent: isSent(value, before), isWrong }) });
    }
  }
  return { values, findings };
}

function fateOf(
  value: ImportedValue,
  before: HeldValue | undefined,
  { isSent, isWrong }: { readonly isSent: boolean; readonly isWrong: boolean },
): ValueFate {
  // Of a hidden number it is not said that it is the same: whoever tried one after another would find it.
  if (before !== undefined && !before.isHidden && isSameNumber(value, before)) return 'keep';
  if (isSent) return 'sent';
  if (isWrong) return 'wrong';
  return before === undefined ? 'add' : 'change';
}

type Numbers = Pick<ImportedValue, 'state' | 'amount' | 'total'>;

/** As numbers: however they were written. */
export function isSameNumber(one: Numbers, other: Numbers): boolean {
  return isSameValue([one.state, one.amount, one.total], [other.state, other.amount, other.total]);
}

const asValue = ({ indicator, state, amount, total, typed }: ImportedValue): IndicatorValue => ({
  indicator,
  state,
  amount,
  total,
  typed,
  source: 'file',
});

const bySchool = <T extends ImportedValue>(values: readonly T[]): Map<string, T[]> =>
  Map.groupBy(values, ({ orgUnitId }) => orgUnitId);
