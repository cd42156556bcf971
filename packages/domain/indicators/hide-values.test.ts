import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoverBounds, type SeenUnit } from '../results/recover-for-tests.ts';
import { addSums, type IndicatorSums, noSums } from './aggregate.ts';
import { definitionForTests } from './definitions-for-tests.ts';
import { type CountedUnit, type HiddenCodes, hideValues, withHidingKin } from './hide-values.ts';

const catalogue = [
  definitionForTests({ code: 'R25', totalCode: 'D01' }),
  ...['R25a', 'R25b', 'R25c'].map((code) => definitionForTests({ code, partOf: 'R25', totalCode: 'D01' })),
  definitionForTests({ code: 'D01', unit: 'count', totalOf: null }),
  definitionForTests({ code: 'S08', amountOf: 'teachers', totalOf: 'teachers', sensitivity: 'open' }),
];

const counted = (amount: number, total = 0): IndicatorSums => ({ ...noSums, amount, total, counted: 1 });

type Winners = { readonly parts: readonly [number, number, number]; readonly others: number };
function unitOf({ parts, others }: Winners): CountedUnit {
  const whole = parts[0] + parts[1] + parts[2];
  const pupils = whole + others;
  return {
    sums: new Map([
      ['D01', counted(pupils)],
      ['R25', counted(whole, pupils)],
      ...parts.map((part, at) => [`R25${'abc'[at]}`, counted(part, pupils)] as const),
    ]),
  };
}

const together = (units: readonly CountedUnit[]): CountedUnit => ({
  sums: new Map(
    catalogue.map(({ code }) => [code, addSums(units.map(({ sums }) => sums.get(code) ?? noSums))] as const),
  ),
});

/** As a reader sees a unit: those who won nothing stand for «below», winners for «passed», their levels for marks. */
function seen(id: string, { sums }: CountedUnit, hidden: HiddenCodes, parts: readonly string[]): SeenUnit {
  const of = (code: string): number => sums.get(code)?.amount ?? 0;
  const [pupils, whole] = [of('D01'), of('R25')];
  const isWhole = !hidden.has('R25');
  return {
    id,
    parts,
    results: {
      participants: hidden.has('D01') ? 'hidden' : pupils,
      assessed: isWhole ? pupils : 'hidden',
      below: isWhole ? pupils - whole : 'hidden',
      marks: hidden.has('R25a') ? 'hidden' : [pupils - whole, of('R25a'), of('R25b'), of('R25c')],
      journal: null,
      gaps: null,
    },
  };
}

const few = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(40));
const winners: fc.Arbitrary<Winners> = fc.record({ parts: fc.tuple(few, few, few), others: few });

describe('small numbers of pupils', () => {
  it('are given away by no subtraction within or between indicators, parts, schools, municipalities and the region', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(winners, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (region) => {
          const schools = region.map((group) => group.map(unitOf));
          const municipalities = schools.map(together);
          const whole = together(municipalities);
          const [highest = new Set<string>()] = hideValues(catalogue, [whole], null);
          const middle = hideValues(catalogue, municipalities, highest);
          const table: { id: string; unit: CountedUnit; hidden: HiddenCodes; parts: string[] }[] = [
            { id: 'r', unit: whole, hidden: highest, parts: municipalities.map((_, at) => `m${at}`) },
          ];
          for (const [at, unit] of municipalities.entries()) {
            const below = schools[at] ?? [];
            const hiddenBelow = hideValues(catalogue, below, middle[at] ?? highest);
            const ids = below.map((_, place) => `m${at}.s${place}`);
            table.push({ id: `m${at}`, unit, hidden: middle[at] ?? highest, parts: ids });
            for (const [place, school] of below.entries())
              table.push({
                id: ids[place] ?? '',
                unit: school,
                hidden: hiddenBelow[place] ?? highest,
                parts: [],
              });
          }
          const bounds = recoverBounds(
            table.map(({ id, unit, hidden, parts }) => seen(id, unit, hidden, parts)),
          );
          for (const { id, unit } of table) {
            const of = (code: string): number => unit.sums.get(code)?.amount ?? 0;
            const secrets = [
              ['participants', of('D01')],
              ['below', of('D01') - of('R25')],
              ['passed', of('R25')],
              ['three', of('R25a')],
              ['four', of('R25b')],
              ['five', of('R25c')],
            ] as const;
            for (const [column, count] of secrets)
              if (count > 0 && count < 5)
                expect([id, column, bounds.get(`${id} ${column}`)?.high ?? Infinity]).toSatisfy(
                  ([, , high]: [string, string, number]) => high >= 5,
                );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('hide what is beside them only as far as it takes', () => {
    const units = [
      unitOf({ parts: [20, 9, 3], others: 60 }),
      unitOf({ parts: [20, 9, 0], others: 50 }),
      unitOf({ parts: [30, 12, 6], others: 80 }),
    ];
    const hidden = hideValues(catalogue, units, new Set());
    expect(hidden.map((codes) => [...codes].toSorted())).toEqual([
      ['R25a', 'R25b', 'R25c'],
      [],
      ['R25a', 'R25b', 'R25c'],
    ]);
  });

  it('of teachers are shown', () => {
    expect(hideValues(catalogue, [{ sums: new Map([['S08', counted(2, 17)]]) }], null)[0]?.has('S08')).toBe(
      false,
    );
  });

  it('are hidden alike whatever is asked: an indicator comes with its parts, its whole and its total', () => {
    expect(withHidingKin(['R25b'], catalogue).toSorted()).toEqual(['D01', 'R25', 'R25a', 'R25b', 'R25c']);
    expect(withHidingKin(['S08'], catalogue)).toEqual(['S08']);
  });
});
