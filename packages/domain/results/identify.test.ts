import { describe, expect, it } from 'vitest';
import { identify } from './identify.ts';
import { check, mathematics, ruleForTests as rule, russian, school } from './results-for-tests.ts';

function verdictOf(rows: Parameters<typeof school>[0], more: Partial<typeof rule> = {}) {
  return identify([school(rows)], { ...rule, ...more }, 2025)[0]!.verdict;
}

const lowNow = [
  [2025, russian, 9, 24],
  [2025, mathematics, 3, 10],
] as const;
const lowBefore = [2024, russian, 8, 20] as const;

describe('the rule', () => {
  it.each([
    ['two low this year and one of them the year before', [...lowNow, lowBefore], {}, 'listed'],
    ['two low this year, none the year before', lowNow, {}, 'not-listed'],
    ['the same by rule A alone', lowNow, { combine: 'a' }, 'listed'],
    ['the same by either rule', lowNow, { combine: 'or' }, 'listed'],
    ['the same by rule B alone', lowNow, { combine: 'b' }, 'not-listed'],
    ['one low both years, by rule B', [lowNow[0], lowBefore], { combine: 'b' }, 'listed'],
    ['one low both years, by both rules', [lowNow[0], lowBefore], {}, 'not-listed'],
    ['another procedure the year before', [...lowNow, [2024, check, 9, 20]], {}, 'not-listed'],
    ['a year between', [...lowNow, [2023, russian, 8, 20]], { combine: 'b' }, 'not-listed'],
    ['three years running asked, two there', [...lowNow, lowBefore], { repeatYears: 3 }, 'not-listed'],
    [
      'three of ten is not under 0.30',
      [[2025, russian, 3, 10]],
      { minProceduresInYear: 1, combine: 'a' },
      'listed',
    ],
    [
      'three of eleven is under it',
      [[2025, russian, 3, 11]],
      { minProceduresInYear: 1, combine: 'a' },
      'not-listed',
    ],
    ['nine participants of the ten asked for', [[2025, russian, 9, 9]], {}, 'insufficient'],
    ['results of another year only', [lowBefore], {}, 'insufficient'],
    ['nobody took part and no minimum', [[2025, russian, 0, 0]], { minParticipants: 0 }, 'insufficient'],
    [
      'five and six pupils pooled',
      [
        [2025, russian, 3, 5],
        [2024, russian, 1, 6],
      ],
      { yearsPooled: 2, minProceduresInYear: 1, combine: 'a' },
      'listed',
    ],
    [
      'only chosen procedures count',
      lowNow,
      { combine: 'a', procedures: [{ procedure: 'огэ', subjects: ['Математика'] }] },
      'not-listed',
    ],
    ['no chosen procedure at all', lowNow, { procedures: [{ procedure: 'ЕГЭ' }] }, 'insufficient'],
  ] as const)('%s', (_, rows, more, verdict) => {
    expect(verdictOf(rows, more as Partial<typeof rule>)).toBe(verdict);
  });

  it('leaves out the types that the methodology excludes, and only them', () => {
    const types = (['correctional', 'general', null] as const).map((type) => school(lowNow, { type }));
    const verdicts = identify(types, { ...rule, combine: 'a', excludedTypes: ['correctional'] }, 2025);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['excluded', 'listed', 'listed']);
  });
});

describe('what stands behind the verdict', () => {
  it('is every measure the rule looked at by year and procedure; a procedure that does not take part is none', () => {
    const [verdict] = identify([school([...lowNow, lowBefore, [2024, mathematics, 9, 9]])], rule, 2025);
    expect(verdict!.measures).toEqual([
      { year: 2024, procedure: russian, participants: 20, below: 8, low: true },
      { year: 2025, procedure: mathematics, participants: 10, below: 3, low: true },
      { year: 2025, procedure: russian, participants: 24, below: 9, low: true },
    ]);
  });

  it('adds the pooled years up to each year', () => {
    const rows = [
      [2025, russian, 1, 4],
      [2024, russian, 2, 5],
      [2023, russian, 4, 6],
    ] as const;
    const [verdict] = identify([school(rows)], { ...rule, yearsPooled: 2, minParticipants: 9 }, 2025);
    expect(verdict!.measures.map(({ year, below, participants }) => [year, below, participants])).toEqual([
      [2024, 6, 11],
      [2025, 3, 9],
    ]);
  });

  it.each([
    ['everywhere where nothing else is said', {}, [11, 33]],
    ['only where fewer took part in the year itself', { poolOnlyUnder: 20 }, [11, 24]],
    ['everywhere where a school is never large enough', { poolOnlyUnder: 25 }, [11, 33]],
    ['nowhere where even the smallest is large enough', { poolOnlyUnder: 5 }, [5, 24]],
  ] as const)('adds years %s', (_, more, participants) => {
    const rows = [
      [2025, mathematics, 3, 5],
      [2024, mathematics, 1, 6],
      [2025, russian, 3, 24],
      [2024, russian, 1, 9],
    ] as const;
    const pooling = { ...rule, combine: 'a', yearsPooled: 2, minParticipants: 1, ...more } as const;
    const [verdict] = identify([school(rows)], pooling, 2025);
    expect(verdict!.measures.map((measure) => measure.participants)).toEqual(participants);
  });

  it('goes by the codes of schools', () => {
    const schools = ['edu2', 'edu10', 'Edu1'].map((code) => school(lowNow, { school: code }));
    expect(identify(schools, rule, 2025).map((verdict) => verdict.school)).toEqual(['Edu1', 'edu10', 'edu2']);
  });
});
