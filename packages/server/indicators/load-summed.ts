import { addSums } from '@opora/domain/indicators/aggregate.ts';
import type { ComputedIndicator, ComputedWay } from '@opora/domain/indicators/computed-indicator.ts';
import { computeNumber, sumsOfFormula } from '@opora/domain/indicators/computed-number.ts';
import type { SchoolFacts } from '@opora/domain/indicators/formula-reader.ts';
import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import type { ComputedAsked, LoadedComputed } from './load-computed.ts';
import type { ReckonedSums } from './reckon-schools.ts';
import type { RegisterSum } from './register-source.ts';

export const pathsOf = (computed: readonly ComputedIndicator[], way: ComputedWay): string[] => [
  ...new Set(computed.filter((one) => one.way === way).flatMap(({ paths }) => paths)),
];

type Wanted = { readonly periods: readonly PeriodCode[]; readonly near: readonly OrgUnit[] };

type Summed = {
  readonly territories: readonly ReckonedSums[];
  readonly schools: readonly ReckonedSums[];
  readonly value: LoadedComputed['summed'];
};

/** Numbers over counts of a register that add up, of municipalities and of the schools that are looked at one by one. */
export async function loadSummed(
  db: Db,
  { computed, known, looked, sources, today }: ComputedAsked,
  { periods, near }: Wanted,
): Promise<Summed> {
  const paths = pathsOf(computed, 'sums');
  if (paths.length === 0) return { territories: [], schools: [], value: () => null };
  const asked = { paths, periods, today };
  const territories =
    looked.isOwn === null ? await sources.plans.sum(db, { ...asked, by: 'territory' as const }) : [];
  const schools =
    near.length === 0 ? [] : await sources.plans.sum(db, { ...asked, by: near.map(({ id }) => id) });
  const amounts = new Map<string, number>();
  const put = (scope: string, { period, path, amount }: RegisterSum): void => {
    const key = `${scope} ${period} ${path}`;
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  };
  const region = looked.scope.split('.')[0] ?? '';
  for (const one of territories) put(region, one);
  for (const one of [...territories, ...schools.filter(({ scope }) => !isTerritory(scope, territories))])
    put(one.scope, one);
  const value: Summed['value'] = (scope, period, path) => {
    const amount = amounts.get(`${scope} ${period} ${path}`);
    return amount === undefined ? null : { state: 'given', amount, total: null };
  };
  const reckoned = (units: readonly RegisterSum[]): ReckonedSums[] =>
    [...new Set(units.map(({ scope }) => scope))].flatMap((scope) =>
      periods.flatMap((period) =>
        computed
          .filter(({ way }) => way === 'sums')
          .flatMap((one): ReckonedSums[] => {
            const { code, unit, version } = one.indicator;
            const facts: SchoolFacts = {
              indicator: () => null,
              register: (path, back): FormulaValue | null => (back === 0 ? value(scope, period, path) : null),
            };
            const number = computeNumber(code, facts, known);
            if (number === null) return [];
            const counted = Math.max(
              0,
              ...one.paths.map((path) => amounts.get(`${scope} ${period} ${path}`) ?? 0),
            );
            const sums = addSums([sumsOfFormula(unit, number.value)]);
            return [
              {
                ...sums,
                counted: sums.counted > 0 ? counted : 0,
                scope,
                period,
                code,
                versions: [version],
                isReckoned: true,
              },
            ];
          }),
      ),
    );
  return { territories: reckoned(territories), schools: reckoned(schools), value };
}

/** A school right under the region is a municipality of its own: its counts are there already. */
const isTerritory = (scope: string, territories: readonly RegisterSum[]): boolean =>
  territories.some((one) => one.scope === scope);
