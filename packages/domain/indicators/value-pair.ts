import { isWrittenShareOf, wholesOfShare, type WrittenShare } from '../results/written-share.ts';

/** What the second number of «42/21» is. */
export type SecondNumber = 'total' | 'percent';

export type PairContext = {
  /** How many there are in all, as the form knows it. */
  readonly total: number | null;
  /** What the cells beside it say of the second number; null where they say nothing. */
  readonly second: SecondNumber | null;
};

export type WrittenPair = {
  readonly amount: number;
  readonly secondDigits: string;
  readonly hasPercentSign: boolean;
};

export type PairReading = {
  readonly amount: number;
  readonly total: number | null;
  readonly impliedTotal: { readonly from: number; readonly to: number } | null;
  readonly finding: 'pair-disagrees' | 'total-implied' | 'needs-total' | null;
};

type Candidate =
  | { readonly kind: 'total'; readonly total: number }
  | ({ readonly kind: 'share' } & WrittenShare);

/** The largest schools of the country have some ten thousand pupils: a share that would need more was written otherwise. */
const wholeMax = 10_000;

/**
 * A count with its total or its share, told apart by the numbers: «42/200» is of 200, «246/36,7» and «259/100» are percentages, and
 * «14/82» is what fits the total that is known or the cells beside it. Null where two readings are left.
 */
export function readPair(pair: WrittenPair, context: PairContext): PairReading | null {
  const all = candidatesOf(pair);
  const fitting = all.filter((one) => fits(one, pair.amount, context.total));
  const [fit] = fitting;
  if (fit !== undefined) return found(pair.amount, context.total);
  const hinted = all.filter(
    ({ kind }) => context.second === null || (kind === 'total') === (context.second === 'total'),
  );
  const left = plausible(hinted.length > 0 ? hinted : all, pair.amount);
  const [only] = left;
  if (only === undefined) return { ...found(pair.amount, context.total), finding: 'pair-disagrees' };
  if (left.length > 1) return null;
  if (only.kind === 'total') return found(pair.amount, only.total);
  return ofShare(pair.amount, only, context.total);
}

/** A share or a total printed beside both numbers: «42 из 200 (21 %)». */
export function readTriple(amount: number, total: number, share: WrittenShare | null): PairReading {
  const agrees = amount <= total && (share === null || isWrittenShareOf(share, amount, total) || total === 0);
  return { ...found(amount, total), finding: agrees ? null : 'pair-disagrees' };
}

/** What the second numbers of one column or block are, where one of its cells leaves no doubt. */
export function secondNumberOf(texts: readonly string[]): SecondNumber | null {
  for (const text of texts) {
    const pair = /^\D*?(\d+)\D*?[/(;]\s*(\d+(?:[.,]\d+)?)\s*(%?)/.exec(text);
    if (pair === null) continue;
    const [count, second] = [Number(pair[1]), Number(pair[2]?.replace(',', '.'))];
    if (pair[3] === '%' || !Number.isInteger(second) || second < count) return 'percent';
    if (second > 100) return 'total';
  }
  return null;
}

/** «40/85» as a percentage where the cells beside it leave no doubt that such are. */
export function spelledPair(raw: string, second: SecondNumber | null): string {
  const pair = /^(\d+)\s*\/\s*(\d+(?:[.,]\d+)?)$/.exec(raw);
  if (second !== 'percent' || pair === null) return raw;
  // «1/0,005» among percentages is the share of one.
  const whole = (100 * Number(pair[1])) / Number(pair[2]?.replace(',', '.'));
  return whole > wholeMax ? raw : `${raw} %`;
}

function candidatesOf({ amount, secondDigits, hasPercentSign }: WrittenPair): Candidate[] {
  const second = Number(secondDigits);
  const percent: Candidate = { kind: 'share', digits: secondDigits, of: 100 };
  if (hasPercentSign) return second <= 100 ? [percent] : [];
  const isWhole = !secondDigits.includes('.');
  return [
    ...(isWhole && (second >= amount || second > 100) ? [{ kind: 'total', total: second } as const] : []),
    ...(second <= 100 && !(second === 0 && amount > 0) ? [percent] : []),
    ...(second <= 1 && !isWhole ? [{ kind: 'share', digits: secondDigits, of: 1 } as const] : []),
  ];
}

function fits(candidate: Candidate, amount: number, total: number | null): boolean {
  if (total === null) return false;
  return candidate.kind === 'total' ? candidate.total === total : isWrittenShareOf(candidate, amount, total);
}

function plausible(candidates: readonly Candidate[], amount: number): readonly Candidate[] {
  const whole = (one: Candidate): number =>
    one.kind === 'total' ? one.total : (wholesOfShare(one, amount)?.from ?? 0);
  const small = candidates.filter((one) => whole(one) <= wholeMax);
  return small.length > 0 ? small : candidates;
}

/** Of how many, by the share alone: the number nearest to it where several would do, so that the share stays as it was written. */
function ofShare(amount: number, share: WrittenShare, known: number | null): PairReading {
  const impliedTotal = wholesOfShare(share, amount);
  const finding = known === null ? 'total-implied' : 'pair-disagrees';
  if (amount === 0 && Number(share.digits) === 0) return found(0, known);
  if (impliedTotal === null) {
    const isTooSmall = Number(share.digits) === 0;
    return {
      amount,
      total: known,
      impliedTotal,
      finding: isTooSmall && known === null ? 'needs-total' : 'pair-disagrees',
    };
  }
  const nearest = Math.round(amount / (Number(share.digits) / share.of));
  const total = Math.min(impliedTotal.to, Math.max(impliedTotal.from, nearest));
  const isCertain = known === null && impliedTotal.from === impliedTotal.to;
  return { amount, total, impliedTotal, finding: isCertain ? null : finding };
}

const found = (amount: number, total: number | null): PairReading => ({
  amount,
  total,
  impliedTotal: null,
  finding: total === null ? 'needs-total' : null,
});
