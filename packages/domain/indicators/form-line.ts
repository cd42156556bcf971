import { type CellReading, type CellTexts, readCell, textsOf } from './form-cell.ts';
import type { Indicator } from './indicator.ts';
import { type IndicatorValue, measureOf } from './indicator-value.ts';
import type { ReadingFinding } from './read-value.ts';

/** What is wrong with how a line is written; what its numbers say is for the checks of the form. */
export type LineFinding = ReadingFinding | 'wrong-total';

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
  const finding = findingOf(reading);
  return {
    definition,
    texts,
    value,
    finding,
    level: finding === null ? null : finding === 'total-implied' ? 'warning' : 'error',
    isFilled: value !== null && value.state !== 'unreadable',
    measure: value === null ? null : measureOf(definition.unit, value),
  };
}

/** The words that were kept are read again, beside what the form knows now. */
function readKept(definition: Indicator, kept: Said['kept'], formTotal: number | null): CellReading {
  if (kept === null) return { value: null, finding: null };
  if (kept.typed === null) return { value: kept, finding: null };
  const known = kept.state === 'unreadable' ? (kept.total ?? formTotal) : formTotal;
  const again = readCell(
    definition,
    { amount: kept.typed, total: '' },
    { formTotal: known, source: kept.source },
  );
  return { value: kept, finding: again?.finding ?? null };
}

/** Of a number that was understood only that its total is a guess. */
function findingOf(reading: CellReading | null): LineFinding | null {
  if (reading === null) return 'wrong-total';
  const isUnderstood = reading.value?.state === 'given' && reading.finding !== 'total-implied';
  return isUnderstood ? null : reading.finding;
}
