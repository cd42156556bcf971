import { measureOfValue, valueOfSums } from '@opora/domain/indicators/aggregate.ts';
import { blurSmallValue } from '@opora/domain/indicators/blur-small-value.ts';
import { similarInterval } from '@opora/domain/indicators/compare-value.ts';
import type {
  Dynamics,
  DynamicsCell,
  DynamicsQuestion,
  ShownValue,
} from '@opora/domain/indicators/dynamics-contract.ts';
import { withHidingKin } from '@opora/domain/indicators/hide-values.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import {
  comparePeriods,
  type PeriodCode,
  periodOfCode,
  schoolYearOf,
} from '@opora/domain/indicators/report-period.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import {
  type Looked,
  type PlacedSums,
  type ShownUnit,
  showUnit,
} from '@opora/domain/indicators/show-dynamics.ts';
import { isOpen, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { Database, Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { findResultSight, isInSight } from '../results/result-sight.ts';
import { findContextIndexes } from './find-context-indexes.ts';
import { listIndicatorSums, listValuePeriods, type UnitSums } from './indicator-sum-queries.ts';
import { listDefinitions } from './list-definitions.ts';
import { listTerritorySums } from './territory-sums.ts';
import { listTargets, type SetTarget } from './target-queries.ts';

/** More columns than that are no page; the latest stay. */
const periodsMax = 8;

type AskingCall = Pick<Call, 'tx' | 'actor' | 'parts' | 'allow'>;

export type LookedUnit = {
  readonly unit: OrgUnit;
  readonly looked: Looked;
  /** Codes that are asked for, and those that are hidden with them. */
  readonly indicators: readonly Indicator[];
  readonly known: readonly Indicator[];
};

/** The unit as it may be looked at by who asks. */
export async function lookAtUnit(
  orgUnitId: string,
  isAsked: (indicator: Indicator) => boolean,
  { tx, actor, allow }: AskingCall,
): Promise<LookedUnit> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('indicators.values', unit);
  if (unit.kind === 'authority' || unit.kind === 'institute') throw new Refusal('not-found');
  const sight = await findResultSight(tx, actor);
  const current = currentIndicators(await listDefinitions(tx));
  const indicators = current.filter(isAsked);
  const kin = new Set(
    withHidingKin(
      indicators.map(({ code }) => code),
      current,
    ),
  );
  return {
    unit,
    indicators,
    known: current.filter(({ code }) => kin.has(code)),
    looked: {
      scope: unit.scope,
      level: unit.kind === 'region' ? 'region' : isSchool(unit) ? 'school' : 'territory',
      isOwn: sight.isAbove ? null : (scope) => isInSight(sight, scope),
    },
  };
}

type Found = {
  readonly units: readonly OrgUnit[];
  readonly periods: readonly PeriodCode[];
  readonly territories: readonly UnitSums[];
  readonly schools: readonly UnitSums[];
  readonly targets: readonly SetTarget[];
  readonly similar: ReadonlyMap<string, DynamicsCell['similar']>;
};

/** Indicators of a unit over periods, always as they are at this moment. */
export async function getDynamics(question: DynamicsQuestion, call: AskingCall): Promise<Dynamics> {
  const asked = await lookAtUnit(
    question.orgUnitId,
    ({ group }) => question.group === undefined || group === question.group,
    call,
  );
  const { unit, looked, indicators, known } = asked;
  const found = await withWholeRegion(call.tx, call.parts.database, entryOf(call.actor), (db) =>
    findWhole(db, call.parts.database, asked),
  );
  const shownIn = new Map(
    found.periods.map((period) => [period, showUnit(known, sumsIn(period, found), looked)]),
  );
  const { periods, units } = found;
  const on = today(call);
  const versions = versionsOf(found, looked);
  const rows = indicators
    .map(({ code }) => ({
      code,
      cells: periods.flatMap((period) => {
        const shown = shownIn.get(period);
        return shown === undefined ? [] : [cellOf(code, period, { shown, versions, found })];
      }),
    }))
    .filter(({ cells }) => cells.some(isSaid));
  const shownCodes = new Set(rows.map(({ code }) => code));
  const around = besideOf(looked, units);
  return {
    unit: named(unit),
    beside: around === undefined ? null : named(around),
    isOwn: looked.isOwn !== null,
    schools: units.filter((one) => isSchool(one) && isOpen(one, on) && isWithin(one.scope, unit.scope))
      .length,
    periods: periods.filter((period) =>
      rows.some(({ cells }) => cells.some((cell) => cell.period === period && isSaid(cell))),
    ),
    indicators: indicators.filter(({ code }) => shownCodes.has(code)),
    rows,
  };
}

const today = ({ parts }: Pick<Call, 'parts'>): string => parts.clock().toISOString().slice(0, 10);

const isSaid = ({ own, schools, target }: DynamicsCell): boolean =>
  own !== null || target !== null || schools.notApplicable + schools.unreadable + schools.withoutTotal > 0;

async function findWhole(
  db: Db,
  database: Database,
  { looked, indicators, known }: LookedUnit,
): Promise<Found> {
  const units = await listOrgUnits(db);
  const valuePeriods = await listValuePeriods(db);
  const targets = await listTargets(db, looked.scope);
  // What is aimed at for a year to come is shown before anybody has a number of it.
  const periods = [...new Set([...valuePeriods, ...targets.map(({ period }) => period)])]
    .toSorted(comparePeriods)
    .slice(-periodsMax);
  const sums = { indicators: known, periods };
  const territory = looked.level === 'region' ? null : looked.scope.split('.', 2).join('.');
  const near = units.filter((one) => territory !== null && isSchool(one) && isWithin(one.scope, territory));
  return {
    units,
    periods,
    territories: looked.isOwn === null ? await listTerritorySums(db, database, sums) : [],
    schools:
      looked.level === 'school' ? await listIndicatorSums(db, { ...sums, by: near.map(({ id }) => id) }) : [],
    targets,
    similar:
      looked.level === 'school'
        ? await findSimilar(db, {
            looked,
            indicators,
            periods: periods.filter((period) => valuePeriods.includes(period)),
            units,
          })
        : new Map(),
  };
}

type Compared = Pick<LookedUnit, 'looked' | 'indicators'> & Pick<Found, 'periods' | 'units'>;

/** By the code of the indicator, for the last period in which the school has a number. */
async function findSimilar(
  db: Db,
  { looked, indicators, periods, units }: Compared,
): Promise<Map<string, DynamicsCell['similar']>> {
  const last = periods.at(-1);
  const own = units.find(({ scope }) => scope === looked.scope);
  if (last === undefined || own === undefined) return new Map();
  const indexes = await findContextIndexes(db, schoolYearOf(periodOfCode(last)));
  const index = indexes.get(own.id);
  if (index === undefined) return new Map();
  const compared = indicators.filter(({ unit }) => unit !== 'count' && unit !== 'yes-no');
  const sums = await listIndicatorSums(db, { indicators: compared, periods: [last], by: 'school' });
  const byCode = Map.groupBy(sums, ({ code }) => code);
  const idOf = new Map(units.map(({ scope, id }) => [scope, id]));
  return new Map(
    compared.map((definition) => {
      const { code, unit } = definition;
      const others = (byCode.get(code) ?? []).flatMap((one) => {
        const orgUnitId = idOf.get(one.scope) ?? '';
        const other = indexes.get(orgUnitId);
        const value = valueOfSums(unit, one);
        return other === undefined || value === null
          ? []
          : [{ orgUnitId, index: other, value: blurSmallValue(definition, value) }];
      });
      return [`${code} ${last}`, similarInterval(unit, { orgUnitId: own.id, index }, others)];
    }),
  );
}

export function sumsIn(
  period: string,
  { territories, schools }: Pick<Found, 'territories' | 'schools'>,
): { readonly territories: PlacedSums[]; readonly schools: PlacedSums[] } {
  const placed = (all: readonly UnitSums[]): PlacedSums[] =>
    [
      ...Map.groupBy(
        all.filter((one) => one.period === period),
        ({ scope }) => scope,
      ),
    ].map(([scope, sums]) => ({
      scope,
      sums: new Map(sums.map((one) => [one.code, one])),
    }));
  return { territories: placed(territories), schools: placed(schools) };
}

function versionsOf({ territories, schools }: Found, { scope, level }: Looked): Map<string, number[]> {
  const own = (level === 'school' ? schools : territories).filter((one) =>
    level === 'school' ? one.scope === scope : isWithin(one.scope, scope),
  );
  return new Map(
    [...Map.groupBy(own, ({ code, period }) => `${code} ${period}`)].map(([key, sums]) => [
      key,
      [...new Set(sums.flatMap(({ versions }) => versions))].toSorted((one, other) => one - other),
    ]),
  );
}

type CellMeans = {
  readonly shown: ShownUnit;
  readonly versions: ReadonlyMap<string, readonly number[]>;
  readonly found: Pick<Found, 'targets' | 'similar'>;
};

function cellOf(code: string, period: PeriodCode, { shown, versions, found }: CellMeans): DynamicsCell {
  const { counted, withoutTotal, notApplicable, unreadable } = shown.sums(code);
  const target = found.targets.find((one) => one.code === code && one.period === period);
  return {
    period,
    own: reckonable(shown.own(code)),
    schools: { counted, withoutTotal, notApplicable, unreadable },
    versions: [...(versions.get(`${code} ${period}`) ?? [])],
    beside: reckonable(shown.beside(code)),
    target:
      target === undefined ? null : { amount: target.amount, total: target.total, source: target.source },
    similar: found.similar.get(`${code} ${period}`) ?? null,
  };
}

/** Of nobody there is no number. */
const reckonable = (value: ShownValue): ShownValue =>
  value === 'hidden' || measureOfValue(value) !== null ? value : null;

function besideOf({ scope, level }: Looked, units: readonly OrgUnit[]): OrgUnit | undefined {
  if (level === 'region') return undefined;
  const around = scope.split('.', level === 'territory' ? 1 : 2).join('.');
  return around === scope ? undefined : units.find((one) => one.scope === around);
}

const named = ({ id, shortName, kind }: OrgUnit): Dynamics['unit'] => ({
  id,
  name: shortName,
  kind: kind === 'region' || kind === 'municipality' || kind === 'branch' ? kind : 'school',
});
