import type { MeasuredValue } from './aggregate.ts';
import type { Dynamics, DynamicsCell, DynamicsRow, ShownValue } from './dynamics-contract.ts';
import type { Indicator } from './indicator.ts';
import { type ProposedConclusion, proposeConclusions } from './propose-conclusions.ts';
import { compareStartControl, type ValueChange } from './start-control.ts';
import { trendOf, type TrendStep, type UndesirableChange, undesirableChange } from './trend.ts';

/** What may be reckoned with: a number that is kept back is none. */
export const openValue = (value: ShownValue): MeasuredValue | null => (value === 'hidden' ? null : value);

export type ReadRow = {
  readonly indicator: Indicator;
  readonly row: DynamicsRow;
  readonly steps: readonly TrendStep[];
  readonly sign: UndesirableChange | null;
};

/** Each indicator with its steps and the sign at its end: everything follows from what is shown. */
export function readDynamics({ indicators, rows }: Pick<Dynamics, 'indicators' | 'rows'>): ReadRow[] {
  return rows.flatMap((row) => {
    const indicator = indicators.find(({ code }) => code === row.code);
    if (indicator === undefined) return [];
    const steps = trendOf(
      indicator,
      row.cells.map(({ period, own }) => ({ period, value: openValue(own) })),
    );
    const known = steps.filter(({ value }) => value !== null);
    return [{ indicator, row, steps, sign: undesirableChange(indicator, known) }];
  });
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
  return read.flatMap(({ indicator, row }) => {
    const at = (period: string): DynamicsCell | null =>
      row.cells.find((cell) => cell.period === period) ?? null;
    const [one, two] = [at(start), at(control)];
    if ((one?.own ?? null) === null && (two?.own ?? null) === null) return [];
    const change = compareStartControl(indicator, openValue(one?.own ?? null), openValue(two?.own ?? null));
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
