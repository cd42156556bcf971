import { yearOf } from '../../basics/calendar-date.ts';
import type { Deadline } from '../deadline.ts';

/** The years that the terms of a plan name, for a document that names no period itself; null when they name none. */
export function periodOfTerms(deadlines: readonly Deadline[]): { start: string; end: string } | null {
  const years = deadlines
    .filter(({ assumptions }) => assumptions.every((assumption) => assumption === 'year-from-range-end'))
    .flatMap(({ windows }) => windows.flatMap(({ start, end }) => [start, end]))
    .flatMap((date) => (date === null ? [] : [yearOf(date)]));
  if (years.length === 0) return null;
  const [first, last] = years.reduce(
    ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
    [9999, 0],
  );
  return { start: `${first}-01-01`, end: `${last}-12-31` };
}
