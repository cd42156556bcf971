import { type IndicatorSums, measureOfValue, valueOfSums } from '@opora/domain/indicators/aggregate.ts';
import { blurSmallValue } from '@opora/domain/indicators/blur-small-value.ts';
import { similarInterval } from '@opora/domain/indicators/compare-value.ts';
import type {
  Dynamics,
  DynamicsCell,
  DynamicsQuestion,
  SchoolCounts,
  ShownValue,
} from '@opora/domain/indicators/dynamics-contract.ts';
import {
  comparePeriods,
  type PeriodCode,
  periodOfCode,
  schoolYearOf,
} from '@opora/domain/indicators/report-period.ts';
import type { Looked, ShownUnit } from '@opora/domain/indicators/show-dynamics.ts';
import { isOpen, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { Database, Db } from '../platform/database.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { type OpenNumbers, openNumbers } from './computed-numbers.ts';
import { findContextIndexes } from './find-context-indexes.ts';
import { listIndicatorSums, listValuePeriods } from './indicator-sum-queries.ts';
import { listComputedPeriods } from './load-computed.ts';
import { type LoadedNumbers, loadNumbers } from './load-numbers.ts';
import { type AskingCall, lookAtUnit, type LookedUnit } from './look-at-unit.ts';
import type { Registers } from './register-source.ts';
import { listTargets, type SetTarget } from './target-queries.ts';

/** More columns than that are no page; the latest stay. */
const periodsMax = 8;

type Found = LoadedNumbers & {
  readonly units: readonly OrgUnit[];
  readonly periods: readonly PeriodCode[];
  readonly targets: readonly SetTarget[];
  readonly similar: ReadonlyMap<string, DynamicsCell['similar']>;
};

type Question = DynamicsQuestion & {
  /** These indicators and periods and no others, however long ago. */
  readonly only?: { readonly codes: ReadonlySet<string>; readonly periods: readonly PeriodCode[] };
};

/** Indicators of a unit over periods, always as they are at this moment. */
export async function getDynamics(
  question: Question,
  call: AskingCall,
  sources: Registers,
): Promise<Dynamics> {
  const asked = await lookAtUnit(
    question.orgUnitId,
    ({ code, group }) =>
      question.only?.codes.has(code) ?? (question.group === undefined || group === question.group),
    call,
  );
  const { unit, looked, indicators, formulas } = asked;
  const found = await withWholeRegion(call.tx, call.parts.database, entryOf(call.actor), (db) =>
    findWhole(db, asked, {
      sources,
      database: call.parts.database,
      today: today(call),
      periods: question.only?.periods ?? null,
    }),
  );
  const { periods, units } = found;
  const on = today(call);
  const versions = versionsOf(found, looked);
  const numbers = openNumbers({ loaded: found.computed, known: formulas, looked, shownIn: found.shownIn });
  const rows = indicators
    .map(({ code }) => ({
      code,
      cells: periods.flatMap((period) => {
        const shown = found.shownIn.get(period);
        return shown === undefined ? [] : [cellOf(code, period, { shown, versions, found, numbers })];
      }),
    }))
    .filter(({ cells }) => cells.some(isSaid));
  const shownCodes = new Set(rows.map(({ code }) => code));
  const around = besideOf(looked, units);
  return {
    unit: named(unit),
    beside: around === undefined ? null : named(around),
    isOwn: looked.isOwn !== null,
    // A branch is a part of its school.
    schools: units.filter(
      ({ kind, ...one }) => kind === 'school' && isOpen(one, on) && isWithin(one.scope, unit.scope),
    ).length,
    periods: periods.filter((period) =>
      rows.some(({ cells }) => cells.some((cell) => cell.period === period && isSaid(cell))),
    ),
    indicators: indicators.filter(({ code }) => shownCodes.has(code)),
    rows,
  };
}

const today = ({ parts }: Pick<Call, 'parts'>): string => isoDateIn(parts.clock());

const isSaid = ({ own, schools, target }: DynamicsCell): boolean =>
  own !== null || target !== null || schools.notApplicable + schools.unreadable + schools.withoutTotal > 0;

/** Registers that formulas read, and the database of which sums are at hand. */
type Means = { readonly sources: Registers; readonly database: Database; readonly today: CalendarDate };

async function findWhole(
  db: Db,
  asked: LookedUnit,
  means: Means & { readonly periods: readonly PeriodCode[] | null },
): Promise<Found> {
  const { looked, indicators, computed } = asked;
  const units = await listOrgUnits(db);
  const valuePeriods = await listValuePeriods(db);
  const targets = await listTargets(db, looked.scope);
  const registered = await listComputedPeriods(db, { ...means, computed });
  // What is aimed at for a year to come is shown before anybody has a number of it.
  const known = [...new Set([...valuePeriods, ...registered, ...targets.map(({ period }) => period)])];
  const periods = means.periods ?? known.toSorted(comparePeriods).slice(-periodsMax);
  return {
    ...(await loadNumbers(db, asked, { ...means, units, periods, withParts: false })),
    units,
    periods,
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

function versionsOf(
  { territories, schools }: Pick<Found, 'territories' | 'schools'>,
  { scope, level }: Looked,
): Map<string, number[]> {
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
  readonly found: Pick<Found, 'targets' | 'similar' | 'computed'>;
  readonly numbers: OpenNumbers;
};

function cellOf(
  code: string,
  period: PeriodCode,
  { shown, versions, found, numbers }: CellMeans,
): DynamicsCell {
  const target = found.targets.find((one) => one.code === code && one.period === period);
  const computed = numbers.own(code, period);
  const beside = numbers.beside(code, period);
  return {
    period,
    own: reckonable(computed === null ? shown.own(code) : computed.value),
    schools: schoolCountsOf(computed?.sums ?? shown.sums(code)),
    versions: computed === null ? [...(versions.get(`${code} ${period}`) ?? [])] : [computed.version],
    beside: reckonable(beside === null ? shown.beside(code) : beside.value),
    target:
      target === undefined ? null : { amount: target.amount, total: target.total, source: target.source },
    similar: computed === null ? (found.similar.get(`${code} ${period}`) ?? null) : null,
    ...(computed === null ? {} : { isComputed: true as const }),
  };
}

export const schoolCountsOf = ({
  counted,
  withoutTotal,
  notApplicable,
  unreadable,
}: IndicatorSums): SchoolCounts => ({ counted, withoutTotal, notApplicable, unreadable });

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
