import { isWrittenShareOf } from '../../results/written-share.ts';
import { type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';
import { writtenShareIn } from './written-share-in.ts';

/** Of one date there is one number of pupils, of staff, of leavers: shares of it have it as their total. */
export function checkTotals(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const groups = Map.groupBy(
    given.filter(({ indicator, total }) => indicator.totalCode !== null && total !== null && total > 0),
    ({ indicator }) => indicator.totalCode ?? '',
  );
  const differing = [...groups].flatMap(([code, values]) => checkGroup(code, values, given));
  return [...differing, ...checkSubsets(given)];
}

function checkGroup(
  code: string,
  values: readonly CheckedValue[],
  given: readonly CheckedValue[],
): readonly CheckFinding[] {
  const stated = given.find((one) => one.code === code);
  const reference = stated?.amount ?? commonest(values);
  const others = values.filter((value) => value.total !== reference && !allows(value, reference));
  if (others.length === 0) return [];
  return [
    finding({
      problem: 'totals-differ',
      severity: 'warning',
      about: code,
      values: stated === undefined ? [...others, ...agreeing(values, reference)] : [...others, stated],
      facts: {
        totalCode: code,
        reference,
        others: others.map((one) => `${one.code} — ${one.total ?? ''}`).join(', '),
      },
    }),
  ];
}

const agreeing = (values: readonly CheckedValue[], reference: number): readonly CheckedValue[] =>
  values.filter(({ total }) => total === reference);

/** A share rounded when it was written may be of the reference although another number is nearer to it. */
function allows(value: CheckedValue, reference: number): boolean {
  const written = writtenShareIn(value);
  return written !== null && isWrittenShareOf(written, value.amount, reference);
}

/** The total that most values have or allow; of several the largest. */
function commonest(values: readonly CheckedValue[]): number {
  const fitting = (reference: number): number =>
    values.filter((value) => value.total === reference || allows(value, reference)).length;
  const candidates = [...new Set(values.map(({ total }) => total ?? 0))];
  return candidates.toSorted((one, other) => fitting(other) - fitting(one) || other - one).at(0) ?? 0;
}

/** Those counted by the first are among those counted by the second. */
const subsets: readonly (readonly [part: string, whole: string])[] = [
  ['D02', 'D01'],
  ['D07', 'D01'],
  ['D08', 'D01'],
  ['D11', 'D01'],
  ['D03', 'D04'],
  ['D04', 'D06'],
  ['D09', 'D04'],
  ['S01', 'D04'],
  ['D10', 'D14'],
  ['D13', 'D12'],
  ['D14', 'D04'],
  ['S14', 'S13'],
  ['X01', 'S15a'],
  ['X02', 'S15b'],
  ['X03', 'S14'],
  ['R25', 'R24'],
];

/** Eleven grades of like size make the first a ninth to an eleventh of all; in a school of four grades it is a quarter. */
const withoutFirstMin = 0.7;
const nineGrades = 0.84;

function checkSubsets(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const byCode = new Map(given.map((value) => [value.code, value]));
  const larger = subsets.flatMap(([part, whole]) => {
    const [inner, outer] = [byCode.get(part), byCode.get(whole)];
    if (inner === undefined || outer === undefined || inner.amount <= outer.amount) return [];
    const facts = { part: inner.amount, whole: outer.amount };
    return [finding({ problem: 'subset-larger', severity: 'warning', values: [inner, outer], facts })];
  });
  return [...larger, ...checkFirstGrades(given)];
}

function checkFirstGrades(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const [rest, all] = [numberOf('D02', given), numberOf('D01', given)];
  if (rest === null || all === null || all.amount < 30) return [];
  const least = given.some(isOfNinthGrade) ? nineGrades : withoutFirstMin;
  if (rest.amount >= all.amount * least || rest.amount > all.amount) return [];
  const facts = { first: all.amount - rest.amount, all: all.amount };
  const values = [rest.value, all.value];
  return [finding({ problem: 'first-grades-large', severity: 'warning', values, facts })];
}

type Stated = { readonly amount: number; readonly value: CheckedValue };

/** How many there are: by the line that says so, else by what shares are of. */
function numberOf(code: string, given: readonly CheckedValue[]): Stated | null {
  const stated = given.find((one) => one.code === code);
  if (stated !== undefined) return { amount: stated.amount, value: stated };
  const shares = given.filter(({ indicator, total }) => indicator.totalCode === code && (total ?? 0) > 0);
  const amount = commonest(shares);
  const value = shares.find(({ total }) => total === amount);
  return value === undefined ? null : { amount, value };
}

const isOfNinthGrade = ({ code, indicator, amount, total }: CheckedValue): boolean =>
  (code === 'D07' && amount > 0) ||
  (indicator.totalCode === 'D07' && (total ?? 0) > 0) ||
  ninthGradeMeans.has(code);
const ninthGradeMeans: ReadonlySet<string> = new Set(['R12', 'R13']);
