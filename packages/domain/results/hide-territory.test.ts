import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsBeside } from './cells-beside.ts';
import { allShown } from './hide-cells.ts';
import { type HiddenUnit, hideTerritory, type UnitCells } from './hide-territory.ts';
import { recoverBounds, type SeenUnit } from './recover-for-tests.ts';
import { cellsOf, type ResultCells, sumCells } from './result-cells.ts';
import { type ShownResults, showCells } from './shown-counts.ts';

const few = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  fc.integer({ min: 0, max: 40 }),
);
const percent = fc.integer({ min: 0, max: 100 });
const school = fc
  .tuple(few, few, few, few, percent, percent, fc.option(fc.tuple(percent, percent)))
  .map(([two, three, four, five, low, high, far]) => {
    const participants = two + three + four + five;
    const lowered = Math.floor((participants * low) / 200);
    const raised = Math.floor((participants * high) / 200);
    return cellsOf({
      participants,
      below: two,
      marks: [two, three, four, five],
      journal: { lowered, confirmed: participants - lowered - raised, raised },
      gaps:
        far === null
          ? null
          : { lowered: Math.floor((lowered * far[0]) / 100), raised: Math.floor((raised * far[1]) / 100) },
    });
  });
const regions = fc
  .array(fc.array(school, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map((territories) =>
    territories.flatMap((schools, at) =>
      schools.map((cells, n) => ({ territory: `m${at}`, id: `m${at}.s${n}`, cells })),
    ),
  );

function seenOf(units: readonly UnitCells[]): SeenUnit[] {
  const hidden = hideTerritory(units);
  const show = (unit: HiddenUnit): ShownResults => showCells(unit.cells, unit.shown);
  return [
    { id: 'region', results: show(hidden), parts: [...hidden.territories.keys()] },
    ...[...hidden.territories].flatMap(([id, territory]) => [
      { id, results: show(territory), parts: territory.units.map(({ unit }) => unit.id) },
      ...territory.units.map((one) => ({
        id: one.unit.id,
        results: show(one),
        parts: [],
        hasGaps: one.cells.gaps[5] === 0,
      })),
    ]),
  ];
}

const truth = ({ participants, passing, marks, journal, gaps }: ResultCells): [string, number][] => [
  ['participants', participants],
  ['below', passing[0]],
  ['passed', passing[2]],
  ...(['three', 'four', 'five'] as const).map((column, at): [string, number] => [column, marks[at] ?? 0]),
  ...(['lowered', 'confirmed', 'raised'] as const).map((column, at): [string, number] => [
    column,
    journal[at] ?? 0,
  ]),
  ...(['lowered far', 'lowered near', 'raised far', 'raised near'] as const).map(
    (column, at): [string, number] => [column, gaps[at] ?? 0],
  ),
];

describe('tables of region, municipalities and schools shown together', () => {
  it('leave open of every count of 1 to 4 pupils whether it is 5 or more', () => {
    fc.assert(
      fc.property(regions, (units) => {
        const bounds = recoverBounds(seenOf(units));
        const wholes = Map.groupBy(units, ({ territory }) => territory);
        const all = [
          ...units.filter(({ cells }) => cells.participants > 0),
          ...[...wholes].map(([id, below]) => ({ id, cells: sumCells(below.map(({ cells }) => cells)) })),
          { id: 'region', cells: sumCells(units.map(({ cells }) => cells)) },
        ];
        for (const { id, cells } of all)
          for (const [column, count] of truth(cells)) {
            if (count === 0 || count >= 5) continue;
            expect([id, column, bounds.get(`${id} ${column}`)?.high ?? Infinity]).toSatisfy(
              ([, , high]: [string, string, number]) => high >= 5,
            );
          }
      }),
      { numRuns: 300 },
    );
  });

  it('are whole where no count is small', () => {
    const cells = cellsOf({
      participants: 40,
      below: 8,
      marks: [8, 12, 12, 8],
      journal: { lowered: 14, confirmed: 16, raised: 10 },
      gaps: { lowered: 5, raised: 5 },
    });
    const units = ['a', 'b', 'c'].map((id) => ({ id, territory: 'm', cells }));
    const hidden = hideTerritory(units);
    expect(hidden.shown).toEqual(allShown);
    expect(hidden.territories.get('m')?.units.map(({ shown }) => shown)).toEqual([
      allShown,
      allShown,
      allShown,
    ]);
  });

  it('keep back as little as it takes: the numbers of one other school for one small count', () => {
    const of = (below: number, participants: number) =>
      cellsOf({ participants, below, marks: null, journal: null, gaps: null });
    const units = [of(2, 30), of(9, 50), of(6, 20), of(0, 25)].map((cells, at) => ({
      id: `${at}`,
      territory: 'm',
      cells,
    }));
    const found = hideTerritory(units).territories.get('m');
    expect(found?.units.map(({ cells, shown }) => showCells(cells, shown).below)).toEqual([
      'hidden',
      9,
      'hidden',
      0,
    ]);
  });
});

describe('what a school sees beside its own numbers', () => {
  it('gives away no small count of the others, nor the numbers of one of them', () => {
    fc.assert(
      fc.property(regions, fc.nat(), (units, which) => {
        const own = units[which % units.length]!;
        fc.pre(own.cells.participants > 0);
        const beside = cellsBeside(units, (unit) => unit === own);
        const others = units.filter((unit) => unit !== own && unit.cells.participants > 0);
        const near = others.filter(({ territory }) => territory === own.territory);
        const far = others.filter(({ territory }) => territory !== own.territory);
        const { region } = beside;
        const territory = beside.territories.get(own.territory) ?? null;
        if (near.length < 2) expect(territory).toBeNull();
        if (others.length < 2) expect(region).toBeNull();
        if (territory !== null && far.length === 1) expect(region).toBeNull();
        const nothing = {
          participants: null,
          below: null,
          assessed: null,
          marks: null,
          journal: null,
          gaps: null,
        };
        const known: SeenUnit[] = [
          { id: 'region', results: region ?? nothing, parts: ['territory', 'far'] },
          { id: 'territory', results: territory ?? nothing, parts: ['own', 'near'] },
          { id: 'own', results: showCells(own.cells, allShown), parts: [] },
          { id: 'near', results: nothing, parts: [] },
          { id: 'far', results: nothing, parts: [] },
        ];
        const bounds = recoverBounds(known);
        for (const [id, group] of [
          ['near', near],
          ['far', far],
        ] as const)
          for (const [column, count] of truth(sumCells(group.map(({ cells }) => cells)))) {
            if (count === 0 || count >= 5) continue;
            expect(bounds.get(`${id} ${column}`)?.high ?? Infinity).toBeGreaterThanOrEqual(5);
          }
      }),
      { numRuns: 300 },
    );
  });
});

it('hides the same of the same units in whatever order they come: two pages give no more than one', () => {
  const shownById = (units: readonly UnitCells[]) =>
    [...hideTerritory(units).territories.values()]
      .flatMap((territory) => territory.units)
      .map(({ unit, shown }) => [unit.id, shown] as const)
      .toSorted(([one], [other]) => one.localeCompare(other));
  fc.assert(
    fc.property(
      // Alike schools, so that there is a choice whom to hide.
      fc.array(fc.constantFrom(1, 8), { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      (belows, keys) => {
        const units = belows.map((below, at) => ({
          id: `s${at}`,
          territory: 'm',
          cells: cellsOf({
            participants: 20,
            below,
            marks: [below, 20 - below, 0, 0],
            journal: null,
            gaps: null,
          }),
        }));
        const shuffled = units.toSorted(
          (one, other) => (keys[units.indexOf(one)] ?? 0) - (keys[units.indexOf(other)] ?? 0),
        );
        expect(shownById(shuffled)).toEqual(shownById(units));
      },
    ),
    { numRuns: 200 },
  );
});
