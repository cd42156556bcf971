import type { SheetCell } from '../basics/sheet-table.ts';
import { isWrittenShareOf, partOfShare, shareRange, type WrittenShare } from '../results/written-share.ts';
import type { Indicator } from './indicator.ts';
import { type IndicatorValue, numberMax } from './indicator-value.ts';
import { type PairReading, readPair, readTriple, type SecondNumber } from './value-pair.ts';
import {
  digitsOf,
  isMadeDate,
  numberPattern,
  plainValue,
  saysNotApplicable,
  saysNothing,
  unitPattern,
  yesOrNo,
} from './value-words.ts';

/** `ambiguous`: may be read in two ways; `total-implied`: of how many was reckoned from the share; `not-whole`: a part of a pupil; `made-date`: a spreadsheet made a date of «1/2». */
export const readingFindings = [
  'unreadable',
  'made-date',
  'ambiguous',
  'pair-disagrees',
  'total-implied',
  'needs-total',
  'not-whole',
] as const;
export type ReadingFinding = (typeof readingFindings)[number];

/** What one cell says. `empty` is «not given»; an unreadable text stays in `typed` and has no numbers. */
export type ReadValue = Pick<IndicatorValue, 'amount' | 'total' | 'typed'> & {
  readonly state: IndicatorValue['state'] | 'empty';
  /** A share or quotient was written: the amount is what it is of the total. */
  readonly fromShare: boolean;
  /** Totals that the written share allows, where it is not of the known one. */
  readonly impliedTotal: PairReading['impliedTotal'];
  readonly finding: ReadingFinding | null;
};

export type ReadingContext = Pick<Indicator, 'unit' | 'amountOf'> & {
  /** How many there are in all, as the form knows it; null while nobody said. */
  readonly total: number | null;
  /** What the cells beside it say of the second number of a pair (`secondNumberOf`). */
  readonly second?: SecondNumber | null;
  /** The table writes quotients («в расчёте на одного учащегося»), not amounts. */
  readonly isPerOne?: boolean;
};

const blank: ReadValue = {
  state: 'empty',
  amount: null,
  total: null,
  typed: null,
  fromShare: false,
  impliedTotal: null,
  finding: null,
};

const number = `(${numberPattern})`;
const single = new RegExp(`^([+-]?) ?${number}${unitPattern}$`, 'u');
const percentAlone = new RegExp(`^${number} ?(?:%|процент\\p{L}*)$`, 'u');
const ofTotal = new RegExp(
  `^${number}${unitPattern} ?(?:из|of) ${number}${unitPattern} ?(?:[/(;,-]? ?${number} ?%\\)?)?$`,
  'u',
);
const triple = new RegExp(
  `^${number}${unitPattern} ?/ ?${number}${unitPattern}(?: ?[/(;] ?|, | ?- )${number} ?%\\)?$`,
  'u',
);
const pair = new RegExp(
  `^(-?(?:${numberPattern}))${unitPattern} ?[/|\\\\(;=:] ?${number}(?: ?(%))?${unitPattern}\\)?$`,
  'u',
);
const percentBeside = new RegExp(`^${number}${unitPattern}(?: ?[,-])? ${number} ?(%)$`, 'u');
const shareFirst = new RegExp(`^${number} ?% ?[/(;] ?${number}${unitPattern}\\)?$`, 'u');

/**
 * A value as people write it: «42», «42/200», «42 из 200», «42/21%», «246/36,7», «0,38», «21 %», «да», «4,2», «1 234,5», «-», nothing.
 * Never guesses between two readings, and keeps what was written.
 */
export function readValue(cell: SheetCell, context: ReadingContext): ReadValue {
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '').trim();
  const typed = text.slice(0, 200);
  const { plain, isPerOne } = plainValue(text);
  if (saysNothing(plain)) return { ...blank, typed: typed === '' ? null : typed };
  if (saysNotApplicable(plain)) {
    return { ...blank, state: 'not-applicable', typed: /^[‐-―−-]$/.test(typed) ? null : typed };
  }
  const read =
    text.length > 200
      ? unread('unreadable')
      : readPlain(plain, { ...context, isPerOne: isPerOne || (context.isPerOne ?? false) });
  if ([read.amount, read.total].some((one) => Math.abs(one ?? 0) > numberMax))
    return { ...unread('unreadable'), typed };
  const isPlainNumber = read.state === 'given' && !read.fromShare && /^-?\d+(?:[.,]\d+)?$/.test(typed);
  return { ...read, typed: isPlainNumber ? null : typed };
}

function readPlain(plain: string, context: ReadingContext): ReadValue {
  if (context.unit === 'yes-no') {
    const yes = yesOrNo(plain);
    return yes === null ? unread('unreadable') : { ...blank, state: 'given', amount: yes ? 1 : 0 };
  }
  // «Нет» beside a number may be a zero or nothing to count.
  if (yesOrNo(plain) === false && plain !== '0') return unread('ambiguous');
  const whole = ofTotal.exec(plain) ?? triple.exec(plain);
  if (whole !== null) return readWhole(whole, context);
  const first = shareFirst.exec(plain);
  if (first !== null) return readTwo(first[2], first[1], true, context);
  const two = pair.exec(plain) ?? percentBeside.exec(plain);
  if (two !== null) return readTwo(two[1], two[2], two[3] === '%', context);
  const percent = percentAlone.exec(plain);
  if (percent !== null) return readShare({ digits: digitsOf(percent[1] ?? ''), of: 100 }, context);
  const one = single.exec(plain);
  if (one === null) return unread(isMadeDate(plain) ? 'made-date' : 'unreadable');
  return readNumber(digitsOf(one[2] ?? ''), one[1] === '-' ? -1 : 1, context);
}

/** «42 из 200», with or without the share. */
function readWhole(match: RegExpExecArray, context: ReadingContext): ReadValue {
  const [amount, total] = [digitsOf(match[1] ?? ''), digitsOf(match[2] ?? '')];
  const share = match[3] === undefined ? null : ({ digits: digitsOf(match[3]), of: 100 } as const);
  if (context.unit === 'count') return unread('ambiguous');
  if (context.unit === 'score' || isBroken(total, 'people')) return unread('unreadable');
  if (isBroken(amount, context.amountOf)) return unread('not-whole');
  return given(
    context.unit === 'share'
      ? readTriple(Number(amount), Number(total), share)
      : fact(Number(amount), Number(total)),
  );
}

function readTwo(
  first: string | undefined,
  second: string | undefined,
  hasPercentSign: boolean,
  context: ReadingContext,
): ReadValue {
  const [amount, secondDigits] = [digitsOf(first ?? ''), digitsOf(second ?? '')];
  if (context.unit !== 'score' && amount.startsWith('-')) return unread('unreadable');
  if (context.unit !== 'score' && isBroken(amount, context.amountOf)) return unread('not-whole');
  switch (context.unit) {
    case 'count':
      // The share beside a count that is asked without one says nothing more of the count.
      return hasPercentSign || secondDigits.includes('.')
        ? given(alone(Number(amount)))
        : unread('ambiguous');
    case 'ratio':
    case 'score':
      return hasPercentSign || isBroken(secondDigits, 'people')
        ? unread('unreadable')
        : given(fact(Number(amount), Number(secondDigits)));
    // Only computed: nobody is asked for it.
    case 'change':
      return unread('unreadable');
    case 'share':
    case 'yes-no': {
      const read = readPair(
        { amount: Number(amount), secondDigits, hasPercentSign },
        { total: context.total, second: context.second ?? null },
      );
      return read === null ? unread('ambiguous') : given(read);
    }
  }
}

function readNumber(digits: string, sign: 1 | -1, context: ReadingContext): ReadValue {
  const { unit, amountOf, total } = context;
  const value = sign * Number(digits);
  if (unit === 'share' && digits.includes('.') && sign === 1)
    return readShare({ digits, of: Number(digits) <= 1 ? 1 : 100 }, context);
  if (unit === 'ratio' && isQuotient(digits, context)) return readQuotient(digits, context);
  if (unit !== 'score' && sign === -1 && value !== 0) return unread('unreadable');
  if (unit !== 'score' && isBroken(digits, amountOf)) return unread('not-whole');
  if (unit === 'count' || unit === 'yes-no') return given(alone(value));
  return given(fact(value, total));
}

/** A number that cannot be an amount: a part of a thing, or less than a square metre for each. */
function isQuotient(digits: string, { amountOf, total, isPerOne }: ReadingContext): boolean {
  if (isPerOne === true || (amountOf !== 'square-metres' && digits.includes('.'))) return true;
  return amountOf === 'square-metres' && total !== null && Number(digits) < total && Number(digits) > 0;
}

function readShare(share: WrittenShare, { unit, total }: ReadingContext): ReadValue {
  if (unit !== 'share' || Number(share.digits) > share.of) return unread('unreadable');
  if (total === null) return unread('needs-total');
  const part = partOfShare(share, total);
  return part === null ? unread('pair-disagrees') : { ...given(fact(part, total)), fromShare: true };
}

/** So many for each: the whole number that gives it, or for an area the product. */
function readQuotient(digits: string, { amountOf, total }: ReadingContext): ReadValue {
  if (total === null) return unread('needs-total');
  const product = Number(digits) * total;
  if (amountOf === 'square-metres') {
    return { ...given(fact(Math.round(product * 100) / 100, total)), fromShare: true };
  }
  const amount = Math.round(product);
  const written = { digits, of: 1 } as const;
  const agrees = amount === 0 ? shareRange(written).from <= 0 : isWrittenShareOf(written, amount, total);
  return agrees ? { ...given(fact(amount, total)), fromShare: true } : unread('pair-disagrees');
}

/** A pupil has no parts; points and square metres have. */
const isBroken = (digits: string, kind: Indicator['amountOf']): boolean =>
  kind !== 'points' && kind !== 'square-metres' && !Number.isInteger(Number(digits));

const fact = (amount: number, total: number | null): PairReading => ({
  amount,
  total,
  impliedTotal: null,
  finding: total === null ? 'needs-total' : null,
});

/** An amount that is asked without a total. */
const alone = (amount: number): PairReading => ({ ...fact(amount, null), finding: null });

const given = (read: PairReading): ReadValue => ({ ...blank, ...read, state: 'given' });
const unread = (finding: ReadingFinding): ReadValue => ({ ...blank, state: 'unreadable', finding });
