import { describe, expect, it } from 'vitest';
import { narrowRange, shownRange } from './count-sight.ts';
import { decimalFraction } from './decimal-fraction.ts';
import { prepareRule } from './prepare-rule.ts';
import { check, mathematics, ruleForTests, russian } from './results-for-tests.ts';
import { prepareRun } from './run-schools.ts';
import type { ProcedureCount, SchoolResults } from './school-results.ts';
import { showPrior, type ShownVerdict } from './show-verdict.ts';
import { tryAbove } from './try-above.ts';

const rule = { ...ruleForTests, combine: 'a' as const, minProceduresInYear: 1 };
const at30 = decimalFraction(0.3)!;

/** As result pages hide: where 1 to 4 did not reach the minimum, or did. */
function count(below: number, participants: number, more: Partial<ProcedureCount> = {}): ProcedureCount {
  const isFew = (pupils: number) => pupils > 0 && pupils < 5;
  const sight = isFew(participants)
    ? 'nothing'
    : isFew(below) || isFew(participants - below)
      ? 'participants'
      : 'all';
  return { year: 2025, procedure: mathematics, below, participants, sight, ...more };
}

const school = (...counts: readonly ProcedureCount[]): SchoolResults => ({
  school: 'edu1',
  type: null,
  counts,
});

const others = Array.from({ length: 12 }, (_, at) => ({ ...school(count(at % 9, 20)), school: `edu2${at}` }));

function show(own: SchoolResults, by = rule): ShownVerdict & { readonly verdict: string } {
  const { judge, show: shown } = prepareRun([...others, own], by, 2025);
  const verdict = judge(own);
  return { ...shown(verdict, own), verdict: verdict.verdict };
}

describe('a verdict above the school level', () => {
  it.each([
    [2, 17, [1, 4], false],
    [15, 17, [13, 16], true],
    // Low and 1 to 4 of 11 would be 4: which side is hidden is not said.
    [4, 11, [1, 10], true],
    [3, 11, [1, 10], false],
    // Not low by 30 % is 1 of 5, and nothing else: neither word is said.
    [1, 5, [1, 4], null],
    [3, 5, [1, 4], null],
  ])('says of %i of %i that it is between %j, low: %j', (below, participants, between, low) => {
    const { reasons } = show(school(count(below, participants)), { ...rule, minParticipants: 1 });
    expect(reasons).toMatchObject({
      change: null,
      measures: [{ participants, below: null, between, low, interval: null, probability: null }],
    });
  });

  it('keeps all numbers and how sure they are where nothing is hidden, probabilities to a tenth', () => {
    const { reasons, certainty } = show(school(count(20, 30)));
    expect(reasons.measures).toMatchObject([{ participants: 30, below: 20, low: true, probability: 1 }]);
    expect(reasons.change).toMatchObject({ direction: 'fewer', pupils: 12 });
    expect(certainty).toBe('stable');
  });

  it('hides a number that is not small where result pages hide it for another’s sake', () => {
    const hidden = count(8, 24, { sight: 'participants' });
    expect(show(school(hidden)).reasons.measures).toMatchObject([
      { below: null, between: [0, 24], low: true },
    ]);
  });

  it('hides the sum of years of which one is hidden, and the participants where one’s are', () => {
    const pooled = { ...rule, yearsPooled: 2 };
    const [past, few] = [count(2, 17, { year: 2024 }), count(1, 3, { year: 2024 })];
    const [one, two] = [past, few].map(
      (before) => show(school(count(9, 20), before), pooled).reasons.measures[0],
    );
    expect(one).toMatchObject({ participants: 37, below: null, between: [10, 13] });
    expect(two).toMatchObject({ participants: null, below: null, between: null });
  });
});

describe('the prior of a procedure', () => {
  const prior = { year: 2025, procedure: mathematics, prior: { alpha: 2.3456, beta: 7.1234, schools: 20 } };
  it.each([
    [0, { alpha: 2.3, beta: 7.1 }],
    [1, null],
    [4, null],
    [5, { alpha: 2.3, beta: 7.1 }],
    [undefined, null],
  ])('with %s hidden schools is shown as %j', (hiddenSchools, shown) => {
    expect(showPrior({ ...prior, hiddenSchools }).prior).toEqual(shown);
  });
});

/** What a hidden number may be instead: by the range and the word of the run. */
function alternatives(of: ProcedureCount): ProcedureCount[] {
  const range = shownRange(of, at30);
  if (range === null || range.from === range.to) return [];
  const low = of.below * 10 >= of.participants * 3;
  const { from, to } = narrowRange(range, { participants: of.participants, low, threshold: at30 });
  return Array.from({ length: to - from + 1 }, (_, at) =>
    count(from + at, of.participants, { ...of, below: from + at }),
  ).filter((other) => count(other.below, other.participants).sight === 'participants');
}

describe('who sees everything above the school level', () => {
  it('is left at least two numbers for each that is hidden, whatever thresholds are tried', () => {
    const rules = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75, 0.9, 1].flatMap((threshold) =>
      [1, 10].flatMap((minParticipants) =>
        [1, 2].map((yearsPooled) => ({ ...rule, threshold, minParticipants, yearsPooled })),
      ),
    );
    const run = prepareRule(rule, 2025, [mathematics, russian, check]);
    for (let participants = 10; participants <= 24; participants += 1)
      for (let below = 1; below < participants; below += 1) {
        const own = count(below, participants);
        if (own.sight !== 'participants') continue;
        const others = alternatives(own);
        expect(others.length, `${below} of ${participants}`).toBeGreaterThan(1);
        const seen = others.map((other) => {
          const instead = school(other, count(9, 20, { year: 2024 }), count(7, 30, { procedure: russian }));
          const {
            reasons: { measures },
            certainty,
            verdict,
          } = show(instead);
          const tried = rules.map((one) =>
            tryAbove(instead, { run, tried: prepareRule(one, 2025, [mathematics, russian, check]) }),
          );
          return JSON.stringify([
            verdict,
            certainty,
            measures.map((measure) => measure.procedure === mathematics && measure),
            tried,
          ]);
        });
        expect(new Set(seen).size, `${below} of ${participants}`).toBe(1);
      }
  });

  it('is told the verdict of another rule where the hidden numbers cannot change it', () => {
    const own = school(count(2, 40));
    const run = prepareRule(rule, 2025, [mathematics]);
    const tried = (threshold: number) =>
      tryAbove(own, { run, tried: prepareRule({ ...rule, threshold }, 2025, [mathematics]) }).after;
    expect([0.02, 0.05, 0.1, 0.11, 0.3, 0.9].map(tried)).toEqual([
      'listed',
      null,
      null,
      'not-listed',
      'not-listed',
      'not-listed',
    ]);
  });

  it('learns nothing of participants that are hidden by trying their least number', () => {
    const run = prepareRule(rule, 2025, [mathematics]);
    const tried = (own: ProcedureCount, minParticipants: number) =>
      tryAbove(school(own), { run, tried: prepareRule({ ...rule, minParticipants }, 2025, [mathematics]) });
    for (const minParticipants of [0, 1, 2, 3, 4, 5])
      expect(tried(count(1, 2), minParticipants)).toEqual(tried(count(3, 4), minParticipants));
    expect(tried(count(1, 2), 10).after).toBe('insufficient');
  });
});
