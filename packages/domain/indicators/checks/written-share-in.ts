import { isWrittenShareOf, wholesOfShare, type WrittenShare } from '../../results/written-share.ts';
import type { CheckedValue } from '../check-finding.ts';
import { digitsOf, numberPattern } from '../value-words.ts';

const last = new RegExp(`(?:^|[^\\d.,])(${numberPattern}) ?(%?)[^\\d%]*$`, 'u');
/** More pupils than any school has: such a share was written otherwise. */
const wholeMax = 10_000;

/**
 * The share or percentage that a person wrote beside a number or instead of one: the last number of «42/21%», «246/36,7», «1/0,005», «0,38». Null where what
 * was written has none: «42 из 200».
 */
export function writtenShareIn({ typed, amount, total, indicator }: CheckedValue): WrittenShare | null {
  if (typed === null || indicator.unit !== 'share') return null;
  const match = last.exec(typed.trim());
  if (match === null) return null;
  const digits = digitsOf(match[1] ?? '');
  const percent: WrittenShare = { digits, of: 100 };
  if (match[2] === '%') return percent;
  const isAlone = /^\D*[\d.,\s]+\D*$/u.test(typed);
  const number = Number(digits);
  if (number > 100 || (!digits.includes('.') && (isAlone || number === total))) return null;
  if (number > 1 || !digits.includes('.')) return percent;
  const perOne: WrittenShare = { digits, of: 1 };
  if (total !== null && isWrittenShareOf(perOne, amount, total)) return perOne;
  if (total !== null && isWrittenShareOf(percent, amount, total)) return percent;
  return (wholesOfShare(percent, amount)?.from ?? wholeMax) >= wholeMax ? perOne : percent;
}
