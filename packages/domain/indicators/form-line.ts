import { type CellReading, type CellTexts, readCell, textsOf } from './form-cell.ts';
import type { Indicator } from './indicator.ts';
import { type IndicatorValue, measureOf } from './indicator-value.ts';
import type { ReadingFinding } from './read-value.ts';

/** What is wrong or strange with a line by itself: how it was written, and whether it has a total that can be. */
export type LineFinding = ReadingFinding | 'wrong-total' | 'over-total' | 'other-total';

export type FormLine = {
  readonly definition: Indicator;
  readonly texts: CellTexts;
  /** Null while what is typed is no value. */
  readonly value: CellReading['value'];
  readonly finding: LineFinding | null;
  /** An error cannot be sent; a warning may be right. */
  readonly level: 'error' | 'warning' | null;
  /** Given, zero too, or not applicable. */
  readonly isFilled: boolean;
  /** The share or quotient; null where there is none. */
  readonly measure: number | null;
};

type Said = {
  /** What is typed and not saved; null where nothing is. */
  readonly typed: CellTexts | null;
  readonly kept: Omit<IndicatorValue, 'indicator'> | null;
  readonly formTotal: number | null;
};

/** One line of the form as it stands: what is typed goes before what is kept. */
export function formLine(definition: Indicator, { typed, kept, formTotal }: Said): FormLine {
  const texts = typed ?? textsOf(definition, kept, formTotal);
  const context = { formTotal, source: 'typed' as const };
  const reading =
    typed === null ? readKept(definition, kept, formTotal) : readCell(definition, texts, context);
  const value = reading?.value ?? null;
  const finding =
    reading === null ? 'wrong-total' : (reading.finding ?? totalFinding(definition, value, formTotal));
  return {
    definition,
    texts,
    value,
    finding,
    level: finding === null ? null : levelOf(finding, value?.state ?? null),
    isFilled: value !== null && value.state !== 'unreadable',
    measure: value === null ? null : measureOf(definition.unit, value),
  };
}

/** The words that were kept are read again, beside what the form knows now. */
function readKept(definition: Indicator, kept: Said['kept'], formTotal: number | null): CellReading {
  if (kept === null) return { value: null, finding: null };
  if (kept.typed === null) {
    const needsTotal = definition.totalOf !== null && kept.state === 'given' && kept.total === null;
    return { value: kept, finding: needsTotal ? 'needs-total' : null };
  }
  const known = kept.state === 'unreadable' ? (kept.total ?? formTotal) : formTotal;
  const again = readCell(
    definition,
    { amount: kept.typed, total: '' },
    { formTotal: known, source: kept.source },
  );
  return { value: kept, finding: again?.finding ?? null };
}

function totalFinding(
  { unit }: Indicator,
  value: CellReading['value'],
  formTotal: number | null,
): LineFinding | null {
  if (value?.state !== 'given' || value.amount === null || value.total === null) return null;
  if (unit === 'share' && value.amount > value.total) return 'over-total';
  return formTotal !== null && value.total !== formTotal ? 'other-total' : null;
}

function levelOf(finding: LineFinding, state: IndicatorValue['state'] | null): 'error' | 'warning' {
  if (finding === 'needs-total') return state === 'given' ? 'warning' : 'error';
  return finding === 'total-implied' || finding === 'other-total' ? 'warning' : 'error';
}
