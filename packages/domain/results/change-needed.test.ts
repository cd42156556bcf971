import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify } from './identify.ts';
import type { IdentificationRule } from './methodology.ts';
import { check, mathematics, ruleForTests, russian, school } from './results-for-tests.ts';
import type { SchoolResults } from './school-results.ts';

const verdictOf = (results: SchoolResults, rule: IdentificationRule) => identify([results], rule, 2025)[0]!;

/** Every way to give pupils of 2025 another result, by brute force: the least number that changes the verdict, or null. */
function leastByTrying(results: SchoolResults, rule: IdentificationRule): number | null {
  const { verdict } = verdictOf(results, rule);
  const own = results.counts.filter((count) => count.year === 2025);
  let least: number | null = null;
  const go = (at: number, changed: SchoolResults, pupils: number): void => {
    if (least !== null && pupils >= least) return;
    const count = own[at];
    if (count === undefined) {
      if (verdictOf(changed, rule).verdict !== verdict) least = pupils;
      return;
    }
    for (let below = 0; below <= count.participants; below += 1) {
      const counts = changed.counts.map((one) => (one === count ? { ...count, below } : one));
      go(at + 1, { ...changed, counts }, pupils + Math.abs(below - count.below));
    }
  };
  go(0, results, 0);
  return least;
}

const rules = fc.record({
  threshold: fc.constantFrom(0.3, 0.25, 0.5, 1),
  minParticipants: fc.integer({ min: 0, max: 4 }),
  yearsPooled: fc.integer({ min: 1, max: 3 }),
  minProceduresInYear: fc.integer({ min: 1, max: 3 }),
  repeatYears: fc.integer({ min: 1, max: 3 }),
  combine: fc.constantFrom('and', 'or', 'a', 'b'),
});
const schools = fc
  .array(
    fc.record({
      year: fc.constantFrom(2025, 2025, 2024, 2023),
      procedure: fc.constantFrom(russian, mathematics, check),
      participants: fc.integer({ min: 0, max: 5 }),
      below: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 7 },
  )
  .map((rows): SchoolResults => {
    const counts = rows.map((row) => ({ ...row, below: Math.min(row.below, row.participants) }));
    return {
      school: 'edu1',
      type: null,
      counts: [
        ...new Map(
          counts.map((row) => [`${row.year} ${row.procedure.subject} ${row.procedure.kind}`, row]),
        ).values(),
      ],
    };
  });

describe('what would change the verdict', () => {
  it('is the least number of pupils there is', () => {
    fc.assert(
      fc.property(schools, rules, (results, rule) => {
        const { change, verdict } = verdictOf(results, rule);
        const least = verdict === 'insufficient' ? null : leastByTrying(results, rule);
        expect(change?.pupils ?? null).toBe(least);
      }),
      { numRuns: 150 },
    );
  });

  it('names steps that do change it', () => {
    fc.assert(
      fc.property(schools, rules, (results, rule) => {
        const { change, verdict } = verdictOf(results, rule);
        if (change === null) return;
        const sign = change.direction === 'fewer' ? -1 : 1;
        const counts = results.counts.map((count) => {
          const step = change.steps.find(
            ({ procedure }) => count.year === 2025 && procedure === count.procedure,
          );
          return { ...count, below: count.below + sign * (step?.pupils ?? 0) };
        });
        expect(counts.every(({ below, participants }) => below >= 0 && below <= participants)).toBe(true);
        expect(verdictOf({ ...results, counts }, rule).verdict).not.toBe(verdict);
      }),
    );
  });

  it('says it as a person would: one pupil fewer in mathematics', () => {
    const rows = [
      [2025, russian, 9, 24],
      [2025, mathematics, 3, 10],
      [2024, russian, 8, 20],
    ] as const;
    expect(verdictOf(school(rows), ruleForTests).change).toEqual({
      direction: 'fewer',
      pupils: 1,
      steps: [{ procedure: mathematics, pupils: 1 }],
    });
  });
});
