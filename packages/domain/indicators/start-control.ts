import { comparedParticipantsMin, shareChange } from '../results/share-change.ts';
import type { ShareInterval } from '../results/wilson-interval.ts';
import { measureOfValue, type MeasuredValue } from './aggregate.ts';
import type { GoodDirection, Indicator } from './indicator.ts';

/** «Улучшилось», «ухудшилось», «без изменений», «мало данных»; of an indicator without a good side only that it changed. */
export const changeVerdicts = ['improved', 'worsened', 'unchanged', 'too-few', 'no-direction'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/**
 * By what a verdict is reached. `chance`: pupils of two years are other pupils, so that a difference counts only beyond what chance makes. `whole`: everybody
 * was counted (teachers, computers, schools), a difference is one. `mean`: the spread behind a mean is not known, only which way it went.
 */
export const verdictGrounds = ['chance', 'whole', 'mean'] as const;
export type VerdictGround = (typeof verdictGrounds)[number];

export type ValueChange = {
  /** Control minus start: −1 to 1 of a share, else in the indicator's own unit. Null where one of them is missing. */
  readonly difference: number | null;
  /** Of the difference, at 95 %; only by the ground of chance. */
  readonly interval: ShareInterval | null;
  readonly ground: VerdictGround;
  readonly verdict: ChangeVerdict;
};

export type ComparedIndicator = Pick<Indicator, 'unit' | 'direction' | 'amountOf'>;

/** Differences under half a unit of the last digit shown are none. */
const smallestDifference = {
  count: 0.5,
  share: 0.000_5,
  ratio: 0.000_05,
  score: 0.005,
  'yes-no': 0.000_5,
  change: 0.005,
} as const;

export function verdictGround({ unit, amountOf }: ComparedIndicator): VerdictGround {
  if (unit === 'score') return 'mean';
  return unit === 'share' && amountOf === 'pupils' ? 'chance' : 'whole';
}

/**
 * Start against control. A verdict is given only where N allows one: fewer than 10 people on either side of a share or mean of pupils say nothing. A school that
 * was chosen because its start was bad tends to be better at the next look without anybody's doing (regression to the mean): whoever shows a verdict says so.
 */
export function compareStartControl(
  indicator: ComparedIndicator,
  start: MeasuredValue | null,
  control: MeasuredValue | null,
): ValueChange {
  const ground = verdictGround(indicator);
  const [one, two] = [measureOfValue(start), measureOfValue(control)];
  if (start === null || control === null || one === null || two === null)
    return { difference: null, interval: null, ground, verdict: 'too-few' };
  const difference = two - one;
  const people = Math.min(start.total ?? Infinity, control.total ?? Infinity);
  if (ground !== 'chance') {
    const verdict =
      ground === 'mean' && people < comparedParticipantsMin ? 'too-few' : turn(indicator, difference);
    return { difference, interval: null, ground, verdict };
  }
  const counts = [start, control].map(({ amount, total }) => ({ below: amount, participants: total ?? 0 }));
  const [before, after] = counts;
  const isCounted = counts.every(
    ({ below, participants }) => Number.isInteger(below) && below >= 0 && below <= participants,
  );
  if (before === undefined || after === undefined || !isCounted)
    return { difference, interval: null, ground, verdict: 'too-few' };
  const { interval, verdict } = shareChange(before, after);
  if (verdict === 'too-few') return { difference, interval, ground, verdict };
  // The rule is of a share below the minimum, where more is worse.
  const sign = verdict === 'worse' ? 1 : verdict === 'better' ? -1 : 0;
  return { difference, interval, ground, verdict: verdictOf(indicator.direction, sign) };
}

/** 1 where a growth of the number is wanted, −1 where a fall is, 0 where neither. */
export function goodSign(direction: GoodDirection): 1 | -1 | 0 {
  return direction === 'context' ? 0 : direction === 'fall' ? -1 : 1;
}

function turn({ unit, direction }: ComparedIndicator, difference: number): ChangeVerdict {
  return verdictOf(direction, Math.abs(difference) < smallestDifference[unit] ? 0 : Math.sign(difference));
}

function verdictOf(direction: GoodDirection, sign: number): ChangeVerdict {
  if (sign === 0) return 'unchanged';
  const good = goodSign(direction);
  if (good === 0) return 'no-direction';
  return sign === good ? 'improved' : 'worsened';
}
