import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '@opora/domain/basics/format.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';

/** What a cell holds: null is «no data». Dates are `YYYY-MM-DD`. */
export type GridValue = string | number | null;

/** Decides alignment, the filter in the head and the order of values. */
export type GridColumnKind = 'text' | 'choice' | 'number' | 'date';

export type GridColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly kind: GridColumnKind;
  /** What is sorted, filtered, copied and exported. */
  readonly value: (row: Row) => GridValue;
  /** What is shown instead of the plain value. */
  readonly render?: (row: Row) => ReactNode;
  readonly widthPx?: number;
  /** Shown only when the person chooses it. */
  readonly hiddenAtFirst?: true;
  /** Rows cannot be put in its order: it would make a ranking that may not be. */
  readonly isNoOrder?: boolean;
};

/** The value in words, as shown and exported. */
export function textOf(value: GridValue, kind: GridColumnKind, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value, language, 4);
  return kind === 'date' ? formatDate(value) : value;
}
