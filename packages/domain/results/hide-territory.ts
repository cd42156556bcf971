import { hideBelow, hideHighest, type ShownParts } from './hide-cells.ts';
import { compareCodes } from './procedure.ts';
import { type ResultCells, sumCells } from './result-cells.ts';

/** Results of one school in one procedure and year, and the municipality that they add up to. */
export type UnitCells = {
  readonly id: string;
  readonly territory: string;
  readonly cells: ResultCells;
};

/**
 * Units in one order wherever they are hidden: of two that would do as well the first is hidden, and two pages that chose differently would show both.
 */
export function inHidingOrder<U extends Pick<UnitCells, 'id'>>(units: readonly U[]): U[] {
  return units.toSorted((one, other) => compareCodes(one.id, other.id));
}

export type HiddenUnit = { readonly cells: ResultCells; readonly shown: ShownParts };

export type HiddenRegion<U extends UnitCells> = HiddenUnit & {
  readonly territories: ReadonlyMap<
    string,
    HiddenUnit & { readonly units: readonly (HiddenUnit & { readonly unit: U })[] }
  >;
};

/**
 * What is shown above the school level of one procedure and year: made once of the whole region, so that everybody above sees a part of one
 * and the same, and two who compare, or two pages, give no more than one.
 */
export function hideTerritory<U extends UnitCells>(units: readonly U[]): HiddenRegion<U> {
  const grouped = [
    ...Map.groupBy(
      inHidingOrder(units.filter(({ cells }) => cells.participants > 0)),
      ({ territory }) => territory,
    ),
  ].toSorted(([one], [other]) => compareCodes(one, other));
  const sums = grouped.map(([, below]) => sumCells(below.map(({ cells }) => cells)));
  const cells = sumCells(sums);
  const shown = hideHighest(cells);
  const shownBelow = hideBelow(sums, shown);
  return {
    cells,
    shown,
    territories: new Map(
      grouped.map(([territory, below], at) => {
        const own = shownBelow[at] ?? shown;
        const parts = hideBelow(
          below.map((unit) => unit.cells),
          own,
        );
        return [
          territory,
          {
            cells: sums[at] ?? cells,
            shown: own,
            units: below.map((unit, place) => ({ unit, cells: unit.cells, shown: parts[place] ?? own })),
          },
        ];
      }),
    ),
  };
}
