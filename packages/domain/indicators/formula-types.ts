import type { Formula, FormulaFunction, FormulaSpan, FormulaType } from './formula.ts';
import type { FormulaProblemCode } from './formula-problem.ts';
import type { AmountKind } from './indicator.ts';

export type CallProblem = { readonly problem: FormulaProblemCode; readonly at?: FormulaSpan };

const yearsMax = 10;

/** What a function gives of arguments of these types, or why it does not take them. */
export function callType(name: FormulaFunction, args: readonly Formula[]): FormulaType | CallProblem {
  const [first, second] = args;
  if (first === undefined) return { problem: 'wrong-arguments' };
  switch (name) {
    case 'share':
      return (
        pairOfCounts(args, 'share-of-shares') ?? partOfWhole(args) ?? { unit: 'share', of: first.type.of }
      );
    case 'ratio':
      return pairOfCounts(args, 'share-of-shares') ?? { unit: 'ratio', of: first.type.of };
    case 'mean':
      return (
        pairOfCounts(args, 'share-of-shares') ??
        (first.type.of === 'points'
          ? { unit: 'score', of: 'points' }
          : { problem: 'points-needed', at: first.span })
      );
    case 'sum':
      return countsOnly(args, 'sum-of-shares') ?? oneKind(args) ?? { unit: 'count', of: first.type.of };
    case 'difference':
      return pairOfCounts(args, 'sum-of-shares') ?? oneKind(args) ?? { unit: 'count', of: first.type.of };
    case 'previous':
      return exactly(args, 1) ?? valueOnly(first) ?? first.type;
    case 'change':
      return exactly(args, 1) ?? measuredOnly(first) ?? { unit: 'change', of: 'points' };
    case 'growth':
    case 'fall':
      return exactly(args, 2) ?? measuredOnly(first) ?? years(second) ?? yesNo;
    case 'atLeast':
    case 'atMost':
      return exactly(args, 2) ?? measuredOnly(first) ?? numberOnly(second) ?? yesNo;
    case 'yes':
      return exactly(args, 1) ?? countsOnly(args, 'count-needed') ?? yesNo;
    case 'all':
      return args.map(yesNoOnly).find((one) => one !== null) ?? yesNo;
    case 'schools':
      return exactly(args, 1) ?? yesNoOnly(first) ?? { unit: 'share', of: 'schools' };
  }
}

const yesNo: FormulaType = { unit: 'yes-no', of: 'schools' };

function exactly(args: readonly Formula[], count: number): CallProblem | null {
  return args.length === count ? null : { problem: 'wrong-arguments' };
}

function pairOfCounts(args: readonly Formula[], ofShare: FormulaProblemCode): CallProblem | null {
  return exactly(args, 2) ?? countsOnly(args, ofShare);
}

/** `ofShare` is said of shares, which are the common mistake; of all else that a count is needed. */
function countsOnly(args: readonly Formula[], ofShare: FormulaProblemCode): CallProblem | null {
  const wrong = args.find(({ type }) => type.unit !== 'count');
  if (wrong === undefined) return null;
  const isShare = wrong.type.unit === 'share' || wrong.type.unit === 'ratio' || wrong.type.unit === 'score';
  return { problem: isShare ? ofShare : 'count-needed', at: wrong.span };
}

function oneKind(args: readonly Formula[]): CallProblem | null {
  return new Set(args.map(({ type }) => type.of)).size === 1 ? null : { problem: 'kinds-differ' };
}

function partOfWhole([part, whole]: readonly Formula[]): CallProblem | null {
  return isPartOf(part?.type.of, whole?.type.of) ? null : { problem: 'kinds-differ' };
}

/** Teachers are people: so many teachers of so many people is a share. */
function isPartOf(part: AmountKind | null | undefined, whole: AmountKind | null | undefined): boolean {
  return part === whole || (whole === 'people' && (part === 'teachers' || part === 'pupils'));
}

function valueOnly({ type, span }: Formula): CallProblem | null {
  return type.unit === 'number' ? { problem: 'value-needed', at: span } : null;
}

function measuredOnly({ type, span }: Formula): CallProblem | null {
  return type.unit === 'number' || type.unit === 'change' || type.unit === 'yes-no'
    ? { problem: 'value-needed', at: span }
    : null;
}

function numberOnly(formula: Formula | undefined): CallProblem | null {
  if (formula === undefined) return { problem: 'wrong-arguments' };
  return formula.kind === 'number' ? null : { problem: 'number-needed', at: formula.span };
}

function years(formula: Formula | undefined): CallProblem | null {
  const wrong = numberOnly(formula);
  if (wrong !== null || formula?.kind !== 'number') return wrong;
  const isYears = Number.isInteger(formula.value) && formula.value >= 1 && formula.value <= yearsMax;
  return isYears ? null : { problem: 'number-needed', at: formula.span };
}

function yesNoOnly({ type, span }: Formula): CallProblem | null {
  return type.unit === 'yes-no' ? null : { problem: 'yes-no-needed', at: span };
}
