import { describe, expect, it } from 'vitest';
import { compareRuns } from './compare-runs.ts';
import { identify } from './identify.ts';
import { mathematics, ruleForTests as rule, russian, school } from './results-for-tests.ts';
import { runInputs } from './run-inputs.ts';
import { tryRules } from './try-rules.ts';

const results = [
  school(
    [
      [2025, russian, 9, 30],
      [2025, mathematics, 6, 24],
      [2024, russian, 9, 30],
    ],
    { school: 'edu1' },
  ),
  school([[2025, russian, 1, 30]], { school: 'edu2' }),
];
const run = (more: Partial<typeof rule> = {}, of = results) => identify(of, { ...rule, ...more }, 2025);
const inputs = (of = results, more: Partial<typeof rule> = {}) =>
  [...runInputs(of, { ...rule, ...more }, 2025)].join('');

describe('two runs side by side', () => {
  it('tell which schools came, went or are only in one of them', () => {
    const later = run({ threshold: 0.25 }, [
      results[0]!,
      school([[2025, russian, 9, 9]], { school: 'edu3' }),
    ]);
    expect(compareRuns(run(), later)).toEqual({
      sameCount: 0,
      changes: [
        { school: 'edu1', before: 'not-listed', after: 'listed' },
        { school: 'edu2', before: 'not-listed', after: null },
        { school: 'edu3', before: null, after: 'insufficient' },
      ],
    });
  });

  it('of the same inputs are the same to the digit', () => {
    expect(run()).toEqual(run({}, results.toReversed()));
    expect(compareRuns(run(), run())).toEqual({ sameCount: 2, changes: [] });
  });
});

describe('a rule that is tried', () => {
  it('says how many schools it would list and which verdicts it would change', () => {
    const [lower, higher] = tryRules(results, { rule, year: 2025 }, [
      { threshold: 0.25 },
      { threshold: 0.5 },
    ]);
    expect(lower).toMatchObject({
      listedCount: 1,
      comparison: { sameCount: 1, changes: [{ school: 'edu1' }] },
    });
    expect(higher).toMatchObject({ listedCount: 0, comparison: { changes: [] } });
  });
});

describe('inputs of a run', () => {
  it('are the same text in whatever order schools and counts came', () => {
    const mixed = results.toReversed().map((one) => ({ ...one, counts: one.counts.toReversed() }));
    expect(inputs(mixed)).toBe(inputs());
  });

  it.each([
    [
      'one pupil',
      inputs([{ ...results[0]!, counts: [{ ...results[0]!.counts[0]!, below: 8 }] }, results[1]!]),
    ],
    ['the threshold', inputs(results, { threshold: 0.31 })],
    ['the type of a school', inputs([results[0]!, { ...results[1]!, type: 'general' }])],
  ])('differ by %s', (_, other) => {
    expect(other).not.toBe(inputs());
  });
});
