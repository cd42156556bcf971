import { addSums, type IndicatorSums, noSums } from '@opora/domain/indicators/aggregate.ts';
import { type ComputedIndicator, hasAnswer } from '@opora/domain/indicators/computed-indicator.ts';
import { computeNumber, sumsOfFormula } from '@opora/domain/indicators/computed-number.ts';
import type { SchoolFacts } from '@opora/domain/indicators/formula-reader.ts';
import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import { hasFewPupils } from '@opora/domain/indicators/hide-values.ts';
import type { KnownIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { territoryOf } from '../results/result-sum-queries.ts';
import type { UnitSums } from './indicator-sum-queries.ts';
import { periodsUpTo } from './school-facts.ts';

/** What is known of one school by period. */
export type SchoolKnown = {
  readonly scope: string;
  readonly value: (period: PeriodCode, code: string) => FormulaValue | null;
  readonly register: (period: PeriodCode, path: string) => FormulaValue | null;
};

/** What formulas read of a school that looks back from a period. */
export function factsOf({ value, register }: SchoolKnown, period: PeriodCode, back: number): SchoolFacts {
  const periods = periodsUpTo(period, back);
  return {
    indicator: (code, at) => (periods[at] === undefined ? null : value(periods[at], code)),
    register: (path, at) => (periods[at] === undefined ? null : register(periods[at], path)),
  };
}

/** Sums of a reckoned indicator; whether a formula gave any of them, and not a person. */
export type ReckonedSums = UnitSums & { readonly isReckoned: boolean };

type Schools = {
  readonly schools: readonly SchoolKnown[];
  readonly periods: readonly PeriodCode[];
  readonly known: KnownIndicators;
  /** The reader is above the schools: a school with few pupils is not counted among schools. */
  readonly isAbove: boolean;
};

/** Each school by what its own facts give, and what was typed where they give nothing. */
export function reckonSchools(
  computed: readonly ComputedIndicator[],
  { schools, periods, known, isAbove }: Schools,
): ReckonedSums[] {
  return computed.flatMap((one) => {
    const leavesOutFew = isAbove && hasAnswer(one.formula, known);
    return periods.flatMap((period) =>
      schools.flatMap((school): ReckonedSums[] => {
        const { code, unit, version } = one.indicator;
        const facts = factsOf(school, period, one.periodsBack);
        const number = isKnown(one, facts) ? computeNumber(code, facts, known) : null;
        const value = number?.value ?? facts.indicator(code, 0);
        if (value === null || (leavesOutFew && isOfFew(one, facts, known))) return [];
        const sums = sumsOfFormula(unit, value);
        if (sums === noSums) return [];
        const isReckoned = number !== null;
        return [{ ...sums, scope: school.scope, period, code, versions: [version], isReckoned }];
      }),
    );
  });
}

/** A quick look, before the formula is gone through for a school that gave nothing. */
function isKnown({ asked, between, paths, periodsBack }: ComputedIndicator, facts: SchoolFacts): boolean {
  return (
    [...asked, ...between].some((code) => facts.indicator(code, 0) !== null) ||
    paths.some((path) => facts.register(path, 0) !== null && facts.register(path, periodsBack) !== null)
  );
}

function isOfFew(
  { secret, periodsBack }: ComputedIndicator,
  facts: SchoolFacts,
  known: KnownIndicators,
): boolean {
  const backs = Array.from({ length: periodsBack + 1 }, (_, back) => back);
  return secret.some((code) => {
    const definition = known.get(code);
    return (
      definition !== undefined &&
      backs.some((back) => {
        const value = facts.indicator(code, back);
        return value !== null && hasFewPupils(definition, sumsOfFormula(definition.unit, value));
      })
    );
  });
}

/** Schools added up to municipalities. */
export function sumTerritories(schools: readonly ReckonedSums[]): ReckonedSums[] {
  const groups = Map.groupBy(schools, ({ scope, period, code }) => `${territoryOf(scope)} ${period} ${code}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sums: IndicatorSums = addSums(group);
    const isReckoned = group.some((one) => one.isReckoned);
    return [{ ...first, ...sums, scope: territoryOf(first.scope), isReckoned }];
  });
}
