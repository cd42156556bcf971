import { hideBelow, hideHighest, nothingShown, type ShownParts } from './hide-cells.ts';
import type { UnitCells } from './hide-territory.ts';
import { type ResultCells, sumCells } from './result-cells.ts';
import { type ShownResults, showCells } from './shown-counts.ts';

/** Who knows her own school's numbers can take them off a sum: with fewer others in it the rest is a neighbour's. */
export const otherSchoolsMin = 2;

export type Beside = {
  /** Of each territory that has own schools; null where too few others stand behind it. */
  readonly territories: ReadonlyMap<string, ShownResults | null>;
  readonly region: ShownResults | null;
  /** What of all schools but the own may be shown. */
  readonly rest: ShownParts;
};

/**
 * Municipality and region as they are shown to a school beside its own numbers, of which it sees all: what is left when the own schools are taken off is
 * hidden as tables above the school level are, and is never one school's.
 */
export function cellsBeside<U extends UnitCells>(units: readonly U[], isOwn: (unit: U) => boolean): Beside {
  const counted = units.filter(({ cells }) => cells.participants > 0);
  const own = counted.filter(isOwn);
  const others = counted.filter((unit) => !isOwn(unit));
  const territories = [...new Set(own.map(({ territory }) => territory))];
  const elsewhere = others.filter(({ territory }) => !territories.includes(territory));
  const near = territories.map((name) => others.filter(({ territory }) => territory === name));
  const isOpen = near.map((group) => group.length >= otherSchoolsMin);
  const kept = elsewhere.length + near.flatMap((group, at) => (isOpen[at] === true ? [] : group)).length;
  const isRegionOpen = others.length >= otherSchoolsMin && kept !== 1;
  const whole = sumOf(others);
  const rest = isRegionOpen ? hideHighest(whole) : nothingShown;
  const shown = hideBelow([...near, elsewhere].map(sumOf), isRegionOpen ? rest : hideHighest(whole));
  return {
    territories: new Map(
      territories.map((name, at) => [
        name,
        isOpen[at] === true
          ? showCells(sumOf(counted.filter(({ territory }) => territory === name)), shown[at] ?? nothingShown)
          : null,
      ]),
    ),
    region: isRegionOpen ? showCells(sumOf(counted), rest) : null,
    rest,
  };
}

function sumOf(units: readonly UnitCells[]): ResultCells {
  return sumCells(units.map(({ cells }) => cells));
}
