import { hideBelow, hideHighest, type ShownParts } from './hide-cells.ts';
import { type ResultCells, sumCells } from './result-cells.ts';

/** Results of one school in one procedure and year, and the municipality that they add up to. */
export type UnitCells = { readonly territory: string; readonly cells: ResultCells };

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
      units.filter(({ cells }) => cells.participants > 0),
      ({ territory }) => territory,
    ),
  ];
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
