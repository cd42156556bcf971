import { type ComputedIndicator, hasAnswer } from '@opora/domain/indicators/computed-indicator.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import type { ReckonedCode } from '@opora/domain/indicators/hide-reckoned.ts';
import type { KnownIndicators } from '@opora/domain/indicators/parse-formula.ts';
import { findRegisterElement, type RegisterName } from '@opora/domain/indicators/register-element.ts';
import { PeriodCode, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { Looked } from '@opora/domain/indicators/show-dynamics.ts';
import { procedureKey } from '@opora/domain/results/procedure.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { atHand } from '../platform/at-hand.ts';
import type { Database, Db } from '../platform/database.ts';
import { getExamMark } from '../results/exam-change-queries.ts';
import { listRegionProcedureYears, territoryOf } from '../results/result-sum-queries.ts';
import { listElementValues } from './element-value-queries.ts';
import { type ReckonedSums, reckonSchools, type SchoolKnown, sumTerritories } from './reckon-schools.ts';
import type { Registers } from './register-source.ts';
import { loadSummed, pathsOf } from './load-summed.ts';
import { periodsUpTo } from './school-facts.ts';
import { loadSchoolResults } from './school-results.ts';
import { listMarks } from './territory-sums.ts';
import { loadShownRegister, proceduresOf, type ShownRegister, worksOf } from './shown-register.ts';

export type ComputedAsked = {
  /** What was made of the whole region is kept at hand. */
  readonly database: Database;
  readonly computed: readonly ComputedIndicator[];
  readonly known: KnownIndicators;
  readonly looked: Looked;
  readonly units: readonly OrgUnit[];
  readonly sources: Registers;
  readonly today: CalendarDate;
  /** What a territory is made of is wanted too. */
  readonly withParts: boolean;
};

/** What reckoned numbers of a unit are made of, read at once for all of them. */
export type LoadedComputed = {
  readonly computed: readonly ComputedIndicator[];
  /** In the place of what was typed under these codes. */
  readonly replaced: ReadonlySet<string>;
  /** Counts of registers that add up. */
  readonly summed: (scope: string, period: PeriodCode, path: string) => FormulaValue | null;
  readonly territories: readonly ReckonedSums[];
  readonly schools: readonly ReckonedSums[];
  readonly reckoned: readonly ReckonedCode[];
  readonly shown: ShownRegister;
  /** The school itself, as it sees itself; null above it. */
  readonly own: SchoolKnown | null;
};

/** School years of which registers know something that these indicators are made of; results of the last century's have no period. */
export async function listComputedPeriods(
  db: Db,
  { computed, sources, today }: Pick<ComputedAsked, 'computed' | 'sources' | 'today'>,
): Promise<PeriodCode[]> {
  const paths = pathsOf(computed, 'sums');
  const ofPlans = paths.length === 0 ? [] : await sources.plans.listPeriods(db, { paths, today });
  const works = new Set(
    worksOf(proceduresOf(computed.flatMap(({ paths }) => paths))).map((work) => procedureKey(work)),
  );
  const years = (works.size === 0 ? [] : await listRegionProcedureYears(db))
    .filter((procedure) => works.has(procedureKey(procedure)))
    .flatMap(({ years }) => years);
  const ofResults = [...new Set(years)].map((year) => periodCode({ kind: 'school-year', start: year - 1 }));
  return [...ofPlans, ...ofResults].filter((code) => PeriodCode.safeParse(code).success);
}

/** The year of exams that lies in a school year; results are of no other period. */
export function examYearOf(code: PeriodCode): number | null {
  const period = periodOfCode(code);
  return period.kind === 'school-year' ? period.start + 1 : null;
}

export async function loadComputed(
  db: Db,
  asked: ComputedAsked,
  periods: readonly PeriodCode[],
): Promise<LoadedComputed> {
  const { computed, known, looked } = asked;
  const bySchool = computed.filter(({ way }) => way === 'schools');
  const onShown = computed.filter(({ way }) => way === 'shown');
  const near = nearSchools(asked);
  const sums = await reckonAll(db, bySchool, { asked, periods, near });
  const summed = await loadSummed(db, asked, { periods, near });
  return {
    computed,
    summed: summed.value,
    replaced: new Set(bySchool.map(({ indicator }) => indicator.code)),
    territories: looked.isOwn === null ? [...sumTerritories(sums), ...summed.territories] : [],
    schools: [...sums, ...summed.schools],
    reckoned: bySchool.map(({ indicator: { code }, formula, secret, paths }) => ({
      code,
      secret,
      countsSchools: (secret.length > 0 || paths.length > 0) && hasAnswer(formula, known),
    })),
    shown: await loadShownRegister(db, {
      database: asked.database,
      paths: onShown.flatMap(({ paths }) => paths),
      years: yearsOf(periods, onShown),
      looked,
      near,
    }),
    own: await knowOwn(db, { asked, periods }),
  };
}

/** Schools that are looked at one by one. */
function nearSchools({
  looked: { scope, level, isOwn },
  units,
  withParts,
}: ComputedAsked): readonly OrgUnit[] {
  if (level === 'region' || (level === 'territory' && !withParts)) return [];
  const isNear = (unit: OrgUnit): boolean => isOwn?.(unit.scope) === true || isWithin(unit.scope, scope);
  const territories = new Set(units.filter(isNear).map((unit) => territoryOf(unit.scope)));
  return units.filter((unit) => isSchool(unit) && territories.has(territoryOf(unit.scope)));
}

/** School by school; of the whole region, which takes long, only when something has changed. */
async function reckonAll(
  db: Db,
  bySchool: readonly ComputedIndicator[],
  { asked, periods, near }: SchoolsAsked,
): Promise<readonly ReckonedSums[]> {
  const { known, looked, database } = asked;
  if (bySchool.length === 0) return [];
  const isAbove = looked.isOwn === null;
  const reckon = async () =>
    reckonSchools(bySchool, {
      schools: await knowSchools(db, { asked, periods, near }),
      periods,
      known,
      isAbove,
    });
  if (!isAbove) return reckon();
  const all = withEarlier(periods, bySchool);
  const marks = await listMarks(db, all);
  const mark = [await getExamMark(db), ...all.map((period) => marks.get(period) ?? '')].join('; ');
  const definitions = bySchool.map((one) => [
    one.indicator,
    ...[...one.asked, ...one.between].map((code) => known.get(code)),
  ]);
  return atHand(database, { key: `reckoned ${JSON.stringify([definitions, periods])}`, mark }, reckon);
}

type SchoolsAsked = {
  readonly asked: ComputedAsked;
  readonly periods: readonly PeriodCode[];
  readonly near: readonly OrgUnit[];
};

/** All schools of the region for who is above, and those near for a school; of results only what counts schools, and only above. */
async function knowSchools(
  db: Db,
  { asked: { computed, looked, units }, periods, near }: SchoolsAsked,
): Promise<SchoolKnown[]> {
  const bySchool = computed.filter(({ way }) => way === 'schools');
  const values = await listElementValues(db, {
    codes: codesOf(bySchool),
    periods: withEarlier(periods, bySchool),
    orgUnitIds: looked.isOwn === null ? null : near.map(({ id }) => id),
  });
  const ofResults = bySchool.filter(({ paths }) => paths.length > 0);
  const results =
    looked.isOwn === null
      ? await loadSchoolResults(db, {
          paths: ofResults.flatMap(({ paths }) => paths),
          years: yearsOf(periods, ofResults),
          units,
        })
      : new Map<string, never>();
  const valuesOf = new Map(values.map((one) => [one.scope, one]));
  return [...new Set([...valuesOf.keys(), ...results.keys()])].map((scope) => ({
    scope,
    value: (period, code) => valuesOf.get(scope)?.value(period, code) ?? null,
    register: (period, path) => {
      const year = examYearOf(period);
      return year === null ? null : (results.get(scope)?.get(year)?.get(path) ?? null);
    },
  }));
}

async function knowOwn(
  db: Db,
  { asked: { computed, looked, units, sources, today }, periods }: Omit<SchoolsAsked, 'near'>,
): Promise<SchoolKnown | null> {
  const unit = units.find(({ scope }) => scope === looked.scope);
  if (looked.isOwn === null || looked.level !== 'school' || unit === undefined) return null;
  const all = withEarlier(periods, computed);
  const orgUnitIds = [unit.id];
  const [values] = await listElementValues(db, { codes: codesOf(computed), periods: all, orgUnitIds });
  const isOf = (register: RegisterName): boolean =>
    computed.some(({ paths }) => paths.some((path) => findRegisterElement(path)?.register === register));
  // Results are of school years: what a wave of exams has is not told apart.
  const schoolYears = all.filter((one) => examYearOf(one) !== null);
  const registered = new Map(
    [
      ...(isOf('results') ? await sources.results.read(db, { orgUnitIds, periods: schoolYears }) : []),
      ...(isOf('plans') ? await sources.plans.read(db, { orgUnitIds, periods: all, today }) : []),
    ].map(({ period, path, value }) => [`${period} ${path}`, value]),
  );
  return {
    scope: looked.scope,
    value: (period, code) => values?.value(period, code) ?? null,
    register: (period, path) => registered.get(`${period} ${path}`) ?? null,
  };
}

const codesOf = (computed: readonly ComputedIndicator[]): string[] => [
  ...new Set(computed.flatMap(({ indicator, asked, between }) => [indicator.code, ...asked, ...between])),
];

export function withEarlier(
  periods: readonly PeriodCode[],
  computed: readonly ComputedIndicator[],
): PeriodCode[] {
  const back = Math.max(0, ...computed.map(({ periodsBack }) => periodsBack));
  return [...new Set(periods.flatMap((period) => periodsUpTo(period, back)))];
}

function yearsOf(periods: readonly PeriodCode[], computed: readonly ComputedIndicator[]): number[] {
  if (computed.length === 0) return [];
  return [...new Set(withEarlier(periods, computed).flatMap((period) => examYearOf(period) ?? []))];
}
