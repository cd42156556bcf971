import { measureOfValue, type MeasuredValue } from './aggregate.ts';
import { isTargetReached } from './compare-value.ts';
import { causeRules, type PossibleCause } from './conclusion-causes.ts';
import type { Indicator } from './indicator.ts';
import type { PeriodCode } from './report-period.ts';
import { compareStartControl } from './start-control.ts';
import { type TrendStep, undesirableChange } from './trend.ts';

/** What is known of one indicator of a school or territory. */
export type IndicatorFacts = {
  readonly indicator: Pick<Indicator, 'code' | 'group' | 'unit' | 'direction' | 'amountOf'>;
  readonly steps: readonly TrendStep[];
  /** Of the municipality or region around, for the last period. */
  readonly beside: MeasuredValue | null;
  /** For the last period. */
  readonly target: MeasuredValue | null;
};

export const conclusionFindings = ['worsened', 'improved', 'target-missed'] as const;
export type ConclusionFinding = (typeof conclusionFindings)[number];

export type NumberAt = { readonly period: PeriodCode; readonly value: MeasuredValue };

/** A cause that the numbers allow; nobody is accused by it, a person looks whether it is so. */
export type ProposedCause = {
  readonly cause: PossibleCause;
  readonly code: string;
  /** It went the wrong way itself, or stands behind what is around. */
  readonly because: 'worsened' | 'behind';
  readonly own: NumberAt;
  /** What it is set against: its earlier value, or that of the municipality. */
  readonly against: MeasuredValue;
  /** The period of what it is set against. */
  readonly againstPeriod: PeriodCode;
};

export type ProposedConclusion = {
  readonly code: string;
  readonly finding: ConclusionFinding;
  /** Before; null for a target. */
  readonly from: NumberAt | null;
  readonly to: NumberAt;
  readonly target: MeasuredValue | null;
  readonly causes: readonly ProposedCause[];
};

/**
 * «Вывод → возможная причина»: what changed beyond chance, or against what was aimed at, with indicators connected to it that look bad at the same time. That two things are
 * bad together proves no cause: each is a proposal for a person to keep, change or throw away. Sorted as the indicators were given.
 */
export function proposeConclusions(facts: readonly IndicatorFacts[]): ProposedConclusion[] {
  return facts.flatMap((fact) => {
    const found = findingOf(fact);
    if (found === null) return [];
    const causes = found.finding === 'improved' ? [] : causesOf(fact, facts);
    return [{ code: fact.indicator.code, target: fact.target, causes, ...found }];
  });
}

function findingOf({
  indicator,
  steps,
  target,
}: IndicatorFacts): Pick<ProposedConclusion, 'finding' | 'from' | 'to'> | null {
  const last = steps.at(-1);
  const to = last === undefined ? null : numberAt(last);
  if (last === undefined || to === null) return null;
  const sign = undesirableChange(indicator, steps);
  if (sign !== null) return { finding: 'worsened', from: numberAt(sign.from), to };
  if (target !== null && isTargetReached(indicator, last.value, target) === false)
    return { finding: 'target-missed', from: null, to };
  if (last.change?.verdict !== 'improved' || last.change.ground === 'mean') return null;
  const before = steps.slice(0, -1).findLast(({ measure }) => measure !== null);
  return { finding: 'improved', from: before === undefined ? null : numberAt(before), to };
}

function numberAt({ period, value }: TrendStep): NumberAt | null {
  return value === null ? null : { period, value };
}

function causesOf(effect: IndicatorFacts, facts: readonly IndicatorFacts[]): ProposedCause[] {
  return causeRules
    .filter(({ mayExplain }) => mayExplain(effect.indicator))
    .flatMap(({ cause, seenBy }) => {
      const [first] = facts
        .filter(
          ({ indicator }) => indicator.code !== effect.indicator.code && seenBy.includes(indicator.code),
        )
        .flatMap((fact) => badLookOf(fact) ?? []);
      return first === undefined ? [] : [{ cause, ...first }];
    });
}

function badLookOf({ indicator, steps, beside }: IndicatorFacts): Omit<ProposedCause, 'cause'> | null {
  const last = steps.at(-1);
  const own = last === undefined ? null : numberAt(last);
  if (last === undefined || own === null) return null;
  const earlier = steps.slice(0, -1).findLast(({ value }) => value !== null);
  const before = earlier === undefined ? null : numberAt(earlier);
  const { code } = indicator;
  if (last.change?.verdict === 'worsened' && before !== null)
    return { code, because: 'worsened', own, against: before.value, againstPeriod: before.period };
  if (beside === null || !isFarBehind(indicator, beside, own.value)) return null;
  return { code, because: 'behind', own, against: beside, againstPeriod: own.period };
}

/** A tenth of what is around it: less is no difference to speak of where everybody is counted. */
const farBehindMin = 0.1;

function isFarBehind(
  indicator: IndicatorFacts['indicator'],
  beside: MeasuredValue,
  own: MeasuredValue,
): boolean {
  // Sums of a territory say nothing of one school's count.
  if (indicator.unit === 'count') return false;
  const { verdict, difference } = compareStartControl(indicator, beside, own);
  const around = measureOfValue(beside) ?? 0;
  return (
    verdict === 'worsened' && difference !== null && Math.abs(difference) >= farBehindMin * Math.abs(around)
  );
}
