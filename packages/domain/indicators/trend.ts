import { measureOfValue, type MeasuredValue } from './aggregate.ts';
import { comparePeriods, type PeriodCode, periodOfCode } from './report-period.ts';
import { type ComparedIndicator, compareStartControl, goodSign, type ValueChange } from './start-control.ts';

export type TrendPoint = {
  readonly period: PeriodCode;
  /** Null: no value. */
  readonly value: MeasuredValue | null;
};

export type TrendStep = TrendPoint & {
  readonly measure: number | null;
  /** Against the period with a value before it; null of the first. */
  readonly change: ValueChange | null;
};

/** Why a series asks for attention; a sign is its numbers and no finding. */
export type UndesirableChange = {
  /** `beyond-chance`: the last step alone is one that chance seldom makes. `two-running`: two steps one after the other went the wrong way. */
  readonly kind: 'beyond-chance' | 'two-running';
  readonly from: TrendStep;
  readonly to: TrendStep;
};

/** In the order of time, of one kind of period: a quarter is compared with a quarter. Points without a value are gaps. */
export function trendOf(indicator: ComparedIndicator, points: readonly TrendPoint[]): TrendStep[] {
  const ordered = points.toSorted((one, other) => comparePeriods(one.period, other.period));
  const last = new Map<string, TrendPoint>();
  return ordered.map((point) => {
    const { kind } = periodOfCode(point.period);
    const before = last.get(kind);
    if (point.value !== null) last.set(kind, point);
    const change =
      before === undefined || point.value === null
        ? null
        : compareStartControl(indicator, before.value, point.value);
    return { ...point, measure: measureOfValue(point.value), change };
  });
}

/** The sign at the end of the series, if there is one: what was bad two years ago and has mended since is none. */
export function undesirableChange(
  indicator: ComparedIndicator,
  steps: readonly TrendStep[],
): UndesirableChange | null {
  const good = goodSign(indicator.direction);
  const end = steps.at(-1);
  if (good === 0 || end === undefined) return null;
  const { kind } = periodOfCode(end.period);
  const known = steps.filter((step) => step.measure !== null && periodOfCode(step.period).kind === kind);
  const [last, second, third] = known.toReversed();
  if (last === undefined || second === undefined || last.period !== end.period) return null;
  if (last.change?.ground === 'chance' && last.change.verdict === 'worsened')
    return { kind: 'beyond-chance', from: second, to: last };
  const isWrong = third !== undefined && goesWrong(second, good) && goesWrong(last, good);
  return isWrong ? { kind: 'two-running', from: third, to: last } : null;
}

/** Too few people tell nothing, whichever way and how often they go. */
function goesWrong({ change }: TrendStep, good: 1 | -1): boolean {
  if (change === null || change.difference === null || change.verdict === 'too-few') return false;
  return (
    Math.sign(change.difference) === -good && (change.ground === 'chance' || change.verdict === 'worsened')
  );
}
