import { otherSchoolsMin } from '../results/cells-beside.ts';
import { compareCodes } from '../results/procedure.ts';
import { addSums, type IndicatorSums, noSums, valueOfSums } from './aggregate.ts';
import type { ShownValue } from './dynamics-contract.ts';
import { hideReckoned, type ReckonedCode } from './hide-reckoned.ts';
import { type HiddenCodes, hideValues } from './hide-values.ts';
import type { Indicator } from './indicator.ts';

/** Sums of a municipality or a school by the codes of indicators, of one period. */
export type PlacedSums = { readonly scope: string; readonly sums: ReadonlyMap<string, IndicatorSums> };

/** All of the region in one period; schools only of the municipality that is looked into. */
export type RegionSums = {
  readonly territories: readonly PlacedSums[];
  readonly schools: readonly PlacedSums[];
};

export type Looked = {
  readonly scope: string;
  readonly level: 'region' | 'territory' | 'school';
  /** Own schools are seen whole, by their scopes; null: looked at from above. */
  readonly isOwn: ((scope: string) => boolean) | null;
};

export type ShownUnit = {
  readonly own: (code: string) => ShownValue;
  readonly sums: (code: string) => IndicatorSums;
  /** Of what is around: the municipality of a school, the region of a municipality. */
  readonly beside: (code: string) => ShownValue;
  /** Of what the unit is made of, by scope; nothing in a school. */
  readonly parts: ReadonlyMap<
    string,
    { readonly sums: ReadonlyMap<string, IndicatorSums>; readonly hidden: HiddenCodes }
  >;
};

const nothingHidden: HiddenCodes = new Set();

/**
 * A unit and what is around it as they may be shown. From above everything is one table, made of the whole region whoever asks (`hideValues` from the region down), so that two
 * who compare, or two pages, give away no more than one. A school sees itself whole and of its municipality what is left open when its own numbers are taken off: never one school's
 * number, nor 1 to 4 pupils.
 */
export function showUnit(
  definitions: readonly Indicator[],
  { territories, schools }: RegionSums,
  looked: Looked,
  reckoned: readonly ReckonedCode[] = [],
): ShownUnit {
  const hide: typeof hideValues = (all, units, above) =>
    hideReckoned(reckoned, units, { hidden: hideValues(all, units, above), above });
  const unitOf = new Map(definitions.map(({ code, unit }) => [code, unit]));
  const shown = (
    placed: Pick<PlacedSums, 'sums'> | undefined,
    hidden: HiddenCodes,
    code: string,
  ): ShownValue => {
    const unit = unitOf.get(code);
    const value = unit === undefined ? null : valueOfSums(unit, placed?.sums.get(code) ?? noSums);
    return value !== null && hidden.has(code) ? 'hidden' : value;
  };
  const ordered = territories.toSorted(byScope);
  const region = together(ordered);
  if (looked.isOwn !== null) {
    const { isOwn } = looked;
    const others = schools.filter(({ scope }) => !isOwn(scope));
    const [hidden = nothingHidden] = hide(definitions, [together(others)], null);
    const around = together(schools);
    const mayShow = (code: string): boolean =>
      others.filter(({ sums }) => (sums.get(code) ?? noSums).counted > 0).length >= otherSchoolsMin;
    const own = schools.find(({ scope }) => scope === looked.scope);
    return {
      own: (code) => shown(own, nothingHidden, code),
      sums: (code) => own?.sums.get(code) ?? noSums,
      beside: (code) => (mayShow(code) ? shown(around, hidden, code) : null),
      parts: new Map(),
    };
  }
  const [hiddenRegion = nothingHidden] = hide(definitions, [region], null);
  const hiddenTerritories = hide(definitions, ordered, hiddenRegion);
  const at = ordered.findIndex(({ scope }) => isAtOrBelow(looked.scope, scope));
  const territory = { placed: ordered[at], hidden: hiddenTerritories[at] ?? nothingHidden };
  const below = schools.toSorted(byScope);
  const hiddenSchools = hide(definitions, below, territory.hidden);
  const own =
    looked.level === 'region'
      ? { placed: region, hidden: hiddenRegion }
      : looked.level === 'territory'
        ? territory
        : pick(below, hiddenSchools, looked.scope);
  const beside =
    looked.level === 'region'
      ? null
      : looked.level === 'territory'
        ? { placed: region, hidden: hiddenRegion }
        : territory;
  const parts =
    looked.level === 'region' ? ([ordered, hiddenTerritories] as const) : ([below, hiddenSchools] as const);
  return {
    own: (code) => shown(own.placed, own.hidden, code),
    sums: (code) => own.placed?.sums.get(code) ?? noSums,
    beside: (code) => (beside === null ? null : shown(beside.placed, beside.hidden, code)),
    parts: new Map(
      looked.level === 'school'
        ? []
        : parts[0].map(({ scope, sums }, place) => [
            scope,
            { sums, hidden: parts[1][place] ?? nothingHidden },
          ]),
    ),
  };
}

/** A number of a part as it may be shown. */
export function shownPart(
  { code, unit }: Pick<Indicator, 'code' | 'unit'>,
  part: { readonly sums: ReadonlyMap<string, IndicatorSums>; readonly hidden: HiddenCodes },
): ShownValue {
  const value = valueOfSums(unit, part.sums.get(code) ?? noSums);
  return value !== null && part.hidden.has(code) ? 'hidden' : value;
}

function pick(
  units: readonly PlacedSums[],
  hidden: readonly HiddenCodes[],
  scope: string,
): { readonly placed: PlacedSums | undefined; readonly hidden: HiddenCodes } {
  const at = units.findIndex((unit) => unit.scope === scope);
  return { placed: units[at], hidden: hidden[at] ?? nothingHidden };
}

const byScope = (one: PlacedSums, other: PlacedSums): number => compareCodes(one.scope, other.scope);

const isAtOrBelow = (scope: string, node: string): boolean => scope === node || scope.startsWith(`${node}.`);

function together(units: readonly PlacedSums[]): PlacedSums {
  const codes = new Set(units.flatMap(({ sums }) => [...sums.keys()]));
  return {
    scope: '',
    sums: new Map(
      [...codes].map((code) => [code, addSums(units.flatMap(({ sums }) => sums.get(code) ?? []))]),
    ),
  };
}
