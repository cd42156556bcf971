import { describe, expect, it } from 'vitest';
import { identifySchool } from './identify.ts';
import { prepareRule, proceduresOf } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import { check, mathematics, ruleForTests, russian, school } from './results-for-tests.ts';
import { estimatePriors, type SureMeasure } from './share-priors.ts';
import { assessVerdict, probabilityListed } from './verdict-certainty.ts';

const procedures = [check, mathematics, russian];
const measure = (year: number, procedure: Procedure, probability: number): SureMeasure => ({
  year,
  procedure,
  probability,
  participants: 20,
  below: 5,
  low: false,
  interval: [0, 1],
});

/** The rule over every combination of low and not low, with its chance. */
function byEnumeration(
  measures: readonly SureMeasure[],
  combine: 'and' | 'or' | 'a' | 'b',
  least: number,
): number {
  let sum = 0;
  for (let world = 0; world < 2 ** measures.length; world += 1) {
    const low = measures.filter((_, at) => ((world >> at) & 1) === 1);
    const chance = measures.reduce(
      (all, one) => all * (low.includes(one) ? one.probability : 1 - one.probability),
      1,
    );
    const now = low.filter(({ year }) => year === 2025).map(({ procedure }) => procedure);
    const a = now.length >= least;
    const b = now.some((procedure) => low.some((one) => one.year === 2024 && one.procedure === procedure));
    if ({ and: a && b, or: a || b, a, b }[combine]) sum += chance;
  }
  return sum;
}

describe('the probability of a verdict', () => {
  const measures = [
    measure(2024, check, 0.7),
    measure(2024, russian, 0.2),
    measure(2025, check, 0.9),
    measure(2025, mathematics, 0.35),
    measure(2025, russian, 0.5),
  ];

  it.each(['and', 'or', 'a', 'b'] as const)(
    'is that of all worlds in which the rule holds: %s',
    (combine) => {
      for (const least of [1, 2, 3]) {
        const prepared = prepareRule(
          { ...ruleForTests, combine, minProceduresInYear: least, repeatYears: 2 },
          2025,
          procedures,
        );
        expect(probabilityListed(measures, prepared)).toBeCloseTo(
          byEnumeration(measures, combine, least),
          12,
        );
      }
    },
  );
});

describe('how far a verdict is to be relied on', () => {
  const others = Array.from({ length: 40 }, (_, at) =>
    school(
      [
        [2025, russian, at % 12, 30],
        [2025, mathematics, at % 10, 30],
      ],
      { school: `edu1${at}` },
    ),
  );
  const rule = { ...ruleForTests, combine: 'a' as const };

  it.each([
    [
      'far over the threshold',
      [
        [2025, russian, 60, 80],
        [2025, mathematics, 50, 80],
      ],
      'listed',
      'stable',
    ],
    [
      'just over it',
      [
        [2025, russian, 10, 30],
        [2025, mathematics, 9, 30],
      ],
      'listed',
      'possible',
    ],
    [
      'far under it',
      [
        [2025, russian, 0, 80],
        [2025, mathematics, 1, 80],
      ],
      'not-listed',
      'stable',
    ],
    [
      'one of three',
      [
        [2025, russian, 1, 3],
        [2025, mathematics, 1, 3],
      ],
      'insufficient',
      'little-data',
    ],
    [
      'enough for the rule, too few to read',
      [
        [2025, russian, 12, 12],
        [2025, mathematics, 12, 12],
      ],
      'listed',
      'little-data',
    ],
  ] as const)('%s', (_, rows, verdict, certainty) => {
    const results = [school(rows), ...others];
    const prepared = prepareRule(rule, 2025, proceduresOf(results));
    const sure = assessVerdict(
      identifySchool(results[0]!, prepared),
      prepared,
      estimatePriors(results, prepared),
    );
    expect(sure).toMatchObject({ verdict, certainty });
    expect(sure.listedProbability === null).toBe(verdict === 'insufficient');
  });

  it('shows the prior of every procedure and year it used', () => {
    const prepared = prepareRule({ ...rule, combine: 'and' }, 2025, proceduresOf(others));
    const { priors } = estimatePriors(others, prepared);
    expect(priors.map(({ year, procedure, prior }) => [year, procedure, prior.schools])).toEqual([
      [2025, mathematics, 40],
      [2025, russian, 40],
    ]);
  });

  it('leaves schools of excluded types out of the prior', () => {
    const excluded = others.map((one) => ({ ...one, type: 'correctional' as const }));
    const prepared = prepareRule({ ...rule, excludedTypes: ['correctional'] }, 2025, proceduresOf(excluded));
    expect(estimatePriors(excluded, prepared).priors).toEqual([]);
  });
});
