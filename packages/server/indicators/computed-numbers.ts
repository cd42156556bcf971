import type { IndicatorSums } from '@opora/domain/indicators/aggregate.ts';
import type { ComputedIndicator } from '@opora/domain/indicators/computed-indicator.ts';
import {
  computeNumber,
  formulaOfShown,
  shownOfFormula,
  sumsOfFormula,
} from '@opora/domain/indicators/computed-number.ts';
import type { ShownValue } from '@opora/domain/indicators/dynamics-contract.ts';
import type { ExplainedValue } from '@opora/domain/indicators/explain-formula.ts';
import type { SchoolFacts } from '@opora/domain/indicators/formula-reader.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { KnownIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { shownElement } from '@opora/domain/indicators/shown-element-values.ts';
import { type Looked, shownPart, type ShownUnit } from '@opora/domain/indicators/show-dynamics.ts';
import { examYearOf, type LoadedComputed } from './load-computed.ts';
import { factsOf } from './reckon-schools.ts';
import { periodsUpTo } from './school-facts.ts';

/** A reckoned number of a unit as it may be shown. */
export type ComputedNumber = {
  readonly value: ShownValue;
  readonly sums: IndicatorSums;
  readonly version: number;
  /** Null where what it was made of is not told of the unit. */
  readonly explained: ExplainedValue | null;
};

/** A unit whose numbers are asked for, with what is shown of its indicators in a period. */
export type NumberPlace = {
  readonly scope: string;
  readonly isSchool: boolean;
  readonly shownOf: (code: string, period: PeriodCode) => ShownValue;
};

type Means = { readonly loaded: LoadedComputed; readonly known: KnownIndicators };

/** What a school's own facts give, as it sees them itself. */
export function ownNumber(code: string, period: PeriodCode, { loaded, known }: Means): ComputedNumber | null {
  const one = findComputed(loaded, code);
  if (one === undefined || loaded.own === null) return null;
  const explained = computeNumber(code, factsOf(loaded.own, period, one.periodsBack), known);
  return explained === null ? null : numberOf(one, explained, 1);
}

/** A formula over what is shown of the unit; null where its indicator is not reckoned so. */
export function numberOnShown(
  code: string,
  period: PeriodCode,
  place: NumberPlace,
  means: Means,
): ComputedNumber | null {
  const one = findComputed(means.loaded, code);
  if (one?.way !== 'shown') return null;
  const explained = explainOnShown(one, period, place, means);
  if (explained === null) return null;
  const year = examYearOf(period);
  const schools =
    place.isSchool || year === null ? 1 : means.loaded.shown.schools(place.scope, year, one.paths);
  return numberOf(one, explained, schools);
}

/** What an indicator is made of as far as it is shown of the unit, also where its number was added up school by school. */
export function explainOnShown(
  one: ComputedIndicator,
  period: PeriodCode,
  place: NumberPlace,
  { loaded, known }: Means,
): ExplainedValue | null {
  const onShown: KnownIndicators = {
    get: (code) => known.get(code),
    formulaOf: (code) =>
      code === one.indicator.code || findComputed(loaded, code)?.way === 'shown'
        ? known.formulaOf(code)
        : null,
  };
  return computeNumber(one.indicator.code, factsOnShown(one, period, place, { loaded, known }), onShown);
}

function factsOnShown(
  { paths, periodsBack }: ComputedIndicator,
  period: PeriodCode,
  { scope, shownOf }: NumberPlace,
  { loaded, known }: Means,
): SchoolFacts {
  const periods = periodsUpTo(period, periodsBack);
  return {
    indicator: (code, back) => {
      const at = periods[back];
      const unit = known.get(code)?.unit;
      return at === undefined || unit === undefined ? null : formulaOfShown(unit, shownOf(code, at));
    },
    register: (path, back) => {
      const at = periods[back];
      const summed = at === undefined ? null : loaded.summed(scope, at, path);
      const year = at === undefined ? null : examYearOf(at);
      if (summed !== null) return summed;
      return year === null ? null : shownElement(loaded.shown.values(scope, year), path, paths);
    },
  };
}

function numberOf(
  { indicator: { unit, version } }: ComputedIndicator,
  explained: ExplainedValue,
  schools: number,
): ComputedNumber {
  const sums = sumsOfFormula(unit, explained.value);
  return {
    value: shownOfFormula(unit, explained.value),
    sums: { ...sums, counted: explained.value.state === 'hidden' || sums.counted > 0 ? schools : 0 },
    version,
    explained,
  };
}

export const findComputed = ({ computed }: LoadedComputed, code: string): ComputedIndicator | undefined =>
  computed.find(({ indicator }) => indicator.code === code);

type NumbersAsked = Means & {
  readonly looked: Looked;
  readonly shownIn: ReadonlyMap<PeriodCode, ShownUnit>;
};

/** Reckoned numbers of what is looked at and of what is around it; null where none was reckoned, and what was given stands. */
export type OpenNumbers = {
  readonly own: (code: string, period: PeriodCode) => ComputedNumber | null;
  readonly beside: (code: string, period: PeriodCode) => ComputedNumber | null;
  /** Of a municipality of the region or a school of the municipality that is looked at. */
  readonly part: (scope: string, code: string, period: PeriodCode) => ComputedNumber | null;
};

export function openNumbers({ looked, shownIn, ...means }: NumbersAsked): OpenNumbers {
  const { own, beside } = placesOf(looked, shownIn);
  const { territories, schools } = means.loaded;
  const reckoned = new Set(
    [...territories, ...schools]
      .filter(({ scope, isReckoned }) => isReckoned && isWithin(scope, looked.scope))
      .map(({ code, period }) => `${code} ${period}`),
  );
  // What was added up school by school, where a formula gave any of it.
  const addedUp: OpenNumbers['own'] = (code, period) => {
    const one = findComputed(means.loaded, code);
    const shown = shownIn.get(period);
    if (one === undefined || shown === undefined || !reckoned.has(`${code} ${period}`)) return null;
    return {
      value: shown.own(code),
      sums: shown.sums(code),
      version: one.indicator.version,
      explained: explainOnShown(one, period, own, means),
    };
  };
  const ofUnit: OpenNumbers['own'] = (code, period) =>
    looked.isOwn === null ? numberOnShown(code, period, own, means) : ownNumber(code, period, means);
  return {
    own: (code, period) => ofUnit(code, period) ?? addedUp(code, period),
    beside: (code, period) => (beside === null ? null : numberOnShown(code, period, beside, means)),
    part: (scope, code, period) => {
      const shownOf: NumberPlace['shownOf'] = (ofCode, at) => {
        const part = shownIn.get(at)?.parts.get(scope);
        const unit = means.known.get(ofCode)?.unit;
        return part === undefined || unit === undefined ? null : shownPart({ code: ofCode, unit }, part);
      };
      const place = { scope, isSchool: looked.level === 'territory', shownOf };
      return numberOnShown(code, period, place, means);
    },
  };
}

/** Where what is looked at stands, and what is around it. */
function placesOf(
  { scope, level }: Looked,
  shownIn: ReadonlyMap<PeriodCode, ShownUnit>,
): { readonly own: NumberPlace; readonly beside: NumberPlace | null } {
  const around = scope.split('.', level === 'territory' ? 1 : 2).join('.');
  return {
    own: {
      scope,
      isSchool: level === 'school',
      shownOf: (code, period) => shownIn.get(period)?.own(code) ?? null,
    },
    beside:
      level === 'region' || around === scope
        ? null
        : {
            scope: around,
            isSchool: false,
            shownOf: (code, period) => shownIn.get(period)?.beside(code) ?? null,
          },
  };
}
