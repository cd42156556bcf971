import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import {
  type PlacedSums,
  type RegionSums,
  type ShownUnit,
  showUnit,
} from '@opora/domain/indicators/show-dynamics.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Database, Db } from '../platform/database.ts';
import { territoryOf } from '../results/result-sum-queries.ts';
import { listIndicatorSums, type UnitSums } from './indicator-sum-queries.ts';
import { type LoadedComputed, loadComputed, withEarlier } from './load-computed.ts';
import type { LookedUnit } from './look-at-unit.ts';
import type { Registers } from './register-source.ts';
import { listTerritorySums } from './territory-sums.ts';

export type LoadedNumbers = {
  readonly territories: readonly UnitSums[];
  readonly schools: readonly UnitSums[];
  readonly computed: LoadedComputed;
  /** Also of the periods before, which a change is made of. */
  readonly shownIn: ReadonlyMap<PeriodCode, ShownUnit>;
};

export type NumbersAsked = {
  readonly units: readonly OrgUnit[];
  readonly periods: readonly PeriodCode[];
  readonly sources: Registers;
  /** Of which sums of municipalities are at hand. */
  readonly database: Database;
  readonly today: CalendarDate;
  /** What a territory is made of is wanted too. */
  readonly withParts: boolean;
};

/** Given and reckoned numbers of a unit and what is around it, over the periods. */
export async function loadNumbers(
  db: Db,
  { looked, known, computed, formulas }: LookedUnit,
  { units, periods, sources, database, today, withParts }: NumbersAsked,
): Promise<LoadedNumbers> {
  const all = withEarlier(
    periods,
    computed.filter(({ way }) => way === 'shown'),
  );
  const isNear = looked.level === 'school' || (withParts && looked.level === 'territory');
  const territory = territoryOf(looked.scope);
  const near = units.filter((one) => isNear && isSchool(one) && isWithin(one.scope, territory));
  const asked = { indicators: known, periods: all };
  const given = {
    territories: looked.isOwn === null ? await listTerritorySums(db, database, asked) : [],
    schools: near.length > 0 ? await listIndicatorSums(db, { ...asked, by: near.map(({ id }) => id) }) : [],
  };
  const loaded = await loadComputed(
    db,
    { computed, known: formulas, looked, units, sources, today, withParts, database },
    all,
  );
  const reckoned = new Set(
    [...loaded.territories, ...loaded.schools].filter(({ code }) => !loaded.replaced.has(code)).map(keyOf),
  );
  const isGiven = (one: UnitSums): boolean => !loaded.replaced.has(one.code) && !reckoned.has(keyOf(one));
  const isOfTerritory = ({ scope }: UnitSums): boolean => isNear && isWithin(scope, territory);
  const territories = [...given.territories.filter(isGiven), ...loaded.territories];
  const schools = [...given.schools.filter(isGiven), ...loaded.schools.filter(isOfTerritory)];
  return {
    territories,
    schools,
    computed: loaded,
    shownIn: new Map(
      all.map((period) => [
        period,
        showUnit(known, sumsIn(period, { territories, schools }), looked, loaded.reckoned),
      ]),
    ),
  };
}

const keyOf = ({ scope, period, code }: UnitSums): string => `${scope} ${period} ${code}`;

/** Sums of one period, by unit and code. */
export function sumsIn(
  period: string,
  {
    territories,
    schools,
  }: { readonly territories: readonly UnitSums[]; readonly schools: readonly UnitSums[] },
): RegionSums {
  const placed = (all: readonly UnitSums[]): PlacedSums[] =>
    [
      ...Map.groupBy(
        all.filter((one) => one.period === period),
        ({ scope }) => scope,
      ),
    ].map(([scope, sums]) => ({ scope, sums: new Map(sums.map((one) => [one.code, one])) }));
  return { territories: placed(territories), schools: placed(schools) };
}
