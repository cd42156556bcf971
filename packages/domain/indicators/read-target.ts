import type { MeasuredValue } from './aggregate.ts';
import type { Indicator } from './indicator.ts';
import { readValue } from './read-value.ts';
import { decimalText } from './write-value.ts';

type Aimed = Pick<Indicator, 'unit' | 'amountOf'>;

/** So fine is a target in percent: to the hundredth. */
const percentGrain = 10_000;

/**
 * A target as it is written: «38 %», «0,38» or «19 из 50» of a share, else one number or yes and no. Null: it says no target. A share without a
 * sign or a total («38») is not guessed.
 */
export function readTarget(text: string, { unit, amountOf }: Aimed): MeasuredValue | null {
  switch (unit) {
    case 'share': {
      const counted = readValue(text, { unit, amountOf, total: null });
      if (counted.state === 'given' && counted.finding === null)
        return checked({ unit }, counted.amount, counted.total);
      const { fromShare, amount } = readValue(text, { unit, amountOf, total: percentGrain });
      return fromShare && amount !== null ? { amount: (amount * 100) / percentGrain, total: 100 } : null;
    }
    case 'ratio':
    case 'score':
    case 'change': {
      const read = readValue(text, { unit: 'score', amountOf: 'points', total: 1 });
      return read.total === 1 ? checked({ unit }, read.amount, unit === 'ratio' ? 1 : null) : null;
    }
    case 'count':
      return checked({ unit }, readValue(text, { unit, amountOf, total: null }).amount, null);
    case 'yes-no':
      return checked({ unit }, readValue(text, { unit, amountOf, total: null }).amount, 1);
  }
}

/** May this be aimed at? A share needs its total and is no more than it; what has no quotient has no total. */
export function isTargetOf({ unit }: Pick<Aimed, 'unit'>, { amount, total }: MeasuredValue): boolean {
  if (amount < 0) return false;
  if (unit === 'share' || unit === 'yes-no') return total !== null && total > 0 && amount <= total;
  return unit === 'ratio' ? total !== null && total > 0 : total === null;
}

/** As `readTarget` reads it again. */
export function targetText({ unit }: Pick<Aimed, 'unit'>, { amount, total }: MeasuredValue): string {
  if (total === null || unit === 'yes-no') return decimalText(amount);
  if (unit !== 'share') return decimalText(amount / total);
  return total === 100 ? `${decimalText(amount)} %` : `${decimalText(amount)} из ${decimalText(total)}`;
}

function checked(of: Pick<Aimed, 'unit'>, amount: number | null, total: number | null): MeasuredValue | null {
  return amount !== null && isTargetOf(of, { amount, total }) ? { amount, total } : null;
}
