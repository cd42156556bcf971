import type { MeasuredValue } from './aggregate.ts';
import type { Dynamics, DynamicsCell, DynamicsRow, ShownValue } from './dynamics-contract.ts';
import type { Indicator } from './indicator.ts';
import { type ProposedConclusion, proposeConclusions } from './propose-conclusions.ts';
import { areSameSchools } from './same-schools.ts';
import { compareStartControl, type ValueChange } from './start-control.ts';
import { trendOf, type TrendStep, type UndesirableChange, undesirableChange } from './trend.ts';

/** What may be reckoned with: a number that is kept back is none. */
export const openValue = (value: ShownValue): MeasuredValue | null => (value === 'hidden' ? null : value);

export type ReadRow = {
  readonly indicator: Indicator;
  readonly row: DynamicsRow;
  /** Periods of fewer schools are gaps. */
  readonly steps: readonly TrendStep[];
  /** Periods in which fewer schools stand behind the number than in the fullest, while forms come in: they are compared with nothing. */
  readonly partial: ReadonlySet<string>;
  /** Schools behind the number of the fullest period. */
  readonly schoolsMost: number;
  readonly sign: UndesirableChange | null;
};

/** Each indicator with its steps and the sign at its end: everything follows from what is shown. */
export function readDynamics({ indicators, rows }: Pick<Dynamics, 'indicators' | 'rows'>): ReadRow[] {
  return rows.flatMap((row) => {
    const indicator = indicators.find(({ code }) => code === row.code);
    if (indicator === undefined) return [];
    const schoolsMost = Math.max(0, ...row.cells.map(({ schools }) => schools.counted));
    const partial = new Set(
      row.cells
        .filter(({ own, schools }) => own !== null && !areSameSchools(schools.counted, schoolsMost))
        .map(({ period }) => period),
    );
    const steps = trendOf(
      indicator,
      row.cells.map(({ period, own }) => ({ period, value: partial.has(period) ? null : openValue(own) })),
    );
    const known = steps.filter(({ value }) => value !== null);
    return [{ indicator, row, steps, partial, schoolsMost, sign: undesirableChange(indicator, known) }];
  });
}

/** For a screen: what can be seen first, each part in the order of the catalogue. What is kept back whole is still told of. */
export function shownFirst(read: readonly ReadRow[]): ReadRow[] {
  const isShown = ({ row }: ReadRow): boolean => row.cells.some(({ own }) => openValue(own) !== null);
  return [...read.filter(isShown), ...read.filter((one) => !isShown(one))];
}

/** For a screen: rows that compare two numbers, then those of one, then what is kept back. */
export function comparedFirst(rows: readonly StartControlRow[]): StartControlRow[] {
  const shown = ({ start, control }: StartControlRow): number =>
    [start, control].filter((cell) => openValue(cell?.own ?? null) !== null).length;
  return rows.toSorted((one, other) => shown(other) - shown(one));
}

export type StartControlRow = {
  readonly indicator: Indicator;
  readonly start: DynamicsCell | null;
  readonly control: DynamicsCell | null;
  readonly change: ValueChange;
};

/** The sheet of two periods; indicators that have neither are not on it. */
export function startControlRows(
  read: readonly ReadRow[],
  start: string,
  control: string,
): StartControlRow[] {
  return read.flatMap(({ indicator, row, partial }) => {
    const at = (period: string): DynamicsCell | null =>
      row.cells.find((cell) => cell.period === period) ?? null;
    const [one, two] = [at(start), at(control)];
    if ((one?.own ?? null) === null && (two?.own ?? null) === null) return [];
    const compared = (cell: DynamicsCell | null) =>
      cell === null || partial.has(cell.period) ? null : openValue(cell.own);
    const change = compareStartControl(indicator, compared(one), compared(two));
    return [{ indicator, start: one, control: two, change }];
  });
}

/** Of what the page shows, and of nothing else. */
export function conclusionsOf(read: readonly ReadRow[]): ProposedConclusion[] {
  return proposeConclusions(
    read.map(({ indicator, row, steps }) => {
      const known = steps.filter(({ value }) => value !== null);
      const last = row.cells.find(({ period }) => period === known.at(-1)?.period);
      return {
        indicator,
        steps: known,
        beside: openValue(last?.beside ?? null),
        target: last?.target ?? null,
      };
    }),
  );
}

/**
 * Which two periods a sheet begins with: the points of a programme that are called so, else the pair that most indicators have both of, and of such
 * pairs the widest. Null under two periods.
 */
export function usualPair(
  read: readonly ReadRow[],
  periods: readonly string[],
): { readonly start: string; readonly control: string } | null {
  const named = {
    start: periods.find((period) => period.endsWith('-start')),
    control: periods.findLast((period) => /-(?:control|final)$/.test(period)),
  };
  if (named.start !== undefined && named.control !== undefined)
    return { start: named.start, control: named.control };
  const has = (one: ReadRow, period: string): boolean =>
    one.row.cells.some((cell) => cell.period === period && cell.own !== null);
  const pairs = periods.flatMap((start, at) =>
    periods.slice(at + 1).map((control, further) => ({
      start,
      control,
      both: read.filter((one) => has(one, start) && has(one, control)).length,
      width: further,
    })),
  );
  const [best] = pairs.toSorted((one, other) => other.both - one.both || other.width - one.width);
  return best === undefined ? null : { start: best.start, control: best.control };
}
