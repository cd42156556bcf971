import type { Indicator } from './indicator.ts';
import type { IndicatorValue, ValueSource } from './indicator-value.ts';
import { isValueOf } from './check-cell.ts';
import { readValue, type ReadingFinding } from './read-value.ts';
import type { CellChange, FormValue } from './school-form.ts';
import { parseTypedNumber } from '../basics/format.ts';
import { decimalText } from './write-value.ts';

/** What stands in the two fields of a line of the form. */
export type CellTexts = { readonly amount: string; readonly total: string };

type KnownValue = Pick<IndicatorValue, 'state' | 'amount' | 'total' | 'typed'>;

/** How a kept value stands in its fields. Where none is kept, the total of the form is offered. */
export function textsOf(
  definition: Pick<Indicator, 'unit' | 'totalOf'>,
  value: KnownValue | null,
  formTotal: number | null,
): CellTexts {
  const total = value === null ? formTotal : value.total;
  const ofTotal = definition.totalOf === null || total === null ? '' : decimalText(total);
  if (value === null) return { amount: '', total: ofTotal };
  if (value.state === 'not-applicable') return { amount: '-', total: '' };
  if (value.state === 'unreadable' || value.amount === null)
    return { amount: value.typed ?? '', total: ofTotal };
  if (definition.unit === 'yes-no') return { amount: value.amount === 0 ? 'нет' : 'да', total: '' };
  return { amount: decimalText(value.amount), total: ofTotal };
}

export type CellReading = {
  /** Null where nothing is given. */
  readonly value: CellChange['value'];
  readonly finding: ReadingFinding | 'wrong-total' | null;
};

/**
 * The value that two fields say. A pair written in the first («42/21 %», «42 из 200») goes before the second. A total that is no number
 * is no value at all: it stays in the field until it is mended.
 */
export function readCell(
  definition: Pick<Indicator, 'unit' | 'amountOf' | 'totalOf'>,
  texts: CellTexts,
  { formTotal, source }: { readonly formTotal: number | null; readonly source: ValueSource },
): CellReading | null {
  const written = texts.total.trim();
  const own = written === '' || definition.totalOf === null ? null : parseTypedNumber(written);
  if (written !== '' && definition.totalOf !== null && own === null) return null;
  const { finding, state, amount, total, typed } = readValue(texts.amount, {
    ...definition,
    total: own ?? formTotal,
  });
  if (state === 'empty') return { value: null, finding: null };
  const saysMore = typed !== null && (state !== 'given' || parseTypedNumber(typed) !== amount);
  const value = { state, amount, total, typed: saysMore ? typed : null, source };
  return isValueOf(definition, value) ? { value, finding } : null;
}

/** How many there are in all by the form's own line of totals. */
export function formTotalOf(
  { totalCode }: Pick<Indicator, 'totalCode'>,
  valueOf: (code: string) => Pick<KnownValue, 'state' | 'amount'> | null,
): number | null {
  const total = totalCode === null ? null : valueOf(totalCode);
  return total?.state === 'given' ? total.amount : null;
}

/** Lines whose total was that of the form and goes on being it when it changes. */
export function followersOf(
  code: string,
  before: number | null,
  definitions: readonly Indicator[],
  values: ReadonlyMap<string, Pick<FormValue, 'state' | 'total'>>,
): Indicator[] {
  return definitions.filter((one) => {
    const value = values.get(one.code);
    return one.totalCode === code && value?.state === 'given' && value.total === before;
  });
}
