import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { type ExplainedValue, explainFormula } from './explain-formula.ts';
import { formulaOver } from './formula-over.ts';
import { formulaProblemTexts } from './formula-problem-catalog.ts';
import { formulaProblems } from './formula-problem.ts';
import { explainIndicator, schoolReader } from './formula-reader.ts';
import type { Formula, FormulaValue } from './formula.ts';
import type { Indicator } from './indicator.ts';
import { measureOf } from './indicator-value.ts';
import { knowIndicators, parseFormula } from './parse-formula.ts';
import { listedElements } from './register-element.ts';
import { resultElementValues } from './result-element-values.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const known = knowIndicators(shippedIndicators);

function read(text: string): Formula {
  const { formula, problem } = parseFormula(text, known);
  if (formula === null) throw new Error(`${text}: ${problem.code}`);
  return formula;
}

type Numbers = number | readonly [amount: number, total: number] | 'not-applicable' | 'unreadable';
const valueOf = (numbers: Numbers | undefined): FormulaValue | null => {
  if (numbers === undefined) return null;
  if (typeof numbers === 'string') return { state: numbers };
  const [amount, total] = typeof numbers === 'number' ? [numbers, null] : numbers;
  return { state: 'given', amount, total };
};
/** Values by code or path; `R11@1` is of the period before. */
const facts = (values: Readonly<Record<string, Numbers>>) => {
  const get = (name: string, back: number) => valueOf(values[back === 0 ? name : `${name}@${back}`]);
  return { indicator: get, register: get };
};
const evaluate = (text: string, values: Readonly<Record<string, Numbers>>) =>
  explainFormula(read(text), schoolReader(facts(values), known)).value;
const short = (value: FormulaValue) =>
  value.state === 'given'
    ? `${Number(value.amount.toFixed(3))}${value.total === null ? '' : `/${value.total}`}`
    : value.state;

test('every computed definition of the product can be saved', () => {
  const refused = shippedIndicators.flatMap((one) => {
    const problem = checkDefinition(one, known);
    return problem === null ? [] : [{ code: one.code, problem }];
  });
  expect(refused).toEqual([]);
  expect(shippedIndicators.filter(({ origin }) => origin.kind === 'computed').length).toBeGreaterThan(45);
});

describe('what is refused, and where', () => {
  test.each<[string, string, string]>([
    ['share(R24, R11)', 'share-of-shares', 'R24'],
    ['share(D07, R11)', 'share-of-shares', 'R11'],
    ['mean(R24, D01)', 'share-of-shares', 'R24'],
    ['sum(R24, R25)', 'sum-of-shares', 'R24'],
    ['R24 + R25', 'sum-of-shares', 'R24'],
    ['R24.amount / D01', 'division', 'R24.amount / D01'],
    ['R24.amount * 2', 'not-allowed', 'R24.amount * 2'],
    ['share(M01.amount, D01)', 'kinds-differ', 'share(M01.amount, D01)'],
    ['D01 + D06', 'kinds-differ', ''],
    ['D06 + D03 - D01', 'kinds-differ', ''],
    ['share(D01)', 'wrong-arguments', 'share(D01)'],
    ['share()', 'wrong-arguments', 'share()'],
    ['mean(D01, D01)', 'points-needed', 'D01'],
    ['share(oge.russian.belov, D01)', 'unknown-name', 'oge.russian.belov'],
    ['X99', 'unknown-name', 'X99'],
    ['R12.amount', 'unknown-name', 'R12.amount'],
    ['D01.total', 'unknown-name', 'D01.total'],
    ['D01.amount.amount', 'unknown-name', 'D01.amount.amount'],
    ['доля(D07, D01)', 'unknown-function', 'доля'],
    ['change(R01)', 'value-needed', 'R01'],
    ['growth(R12, 0)', 'number-needed', '0'],
    ['growth(R12, D01)', 'number-needed', 'D01'],
    ['schools(R12)', 'yes-no-needed', 'R12'],
    ['yes(R12)', 'count-needed', ''],
    ['share(D07, D01', 'syntax', ''],
    ['D01 D02', 'syntax', 'D02'],
    ['', 'syntax', ''],
    ['D01[0]', 'not-allowed', 'D01[0]'],
    ['D01 = 3', 'not-allowed', 'D01 = 3'],
    ['(() => 1)()', 'not-allowed', ''],
    ['D01?.x', 'not-allowed', 'D01?.x'],
    ["'текст'", 'not-allowed', "'текст'"],
    [`${'previous('.repeat(25)}D01${')'.repeat(25)}`, 'too-deep', ''],
  ])('%s: %s', (text, code, piece) => {
    const { problem } = parseFormula(text, known);
    expect(problem?.code).toBe(code);
    if (piece !== '') expect(problem?.text).toBe(piece);
  });

  it('says it in both languages', () => {
    for (const code of formulaProblems)
      for (const language of ['ru', 'en'] as const)
        expect(formulaProblemTexts[language][code]('X01').length).toBeGreaterThan(10);
  });
});

describe('a definition', () => {
  const own = (code: string, formula: string, more: Partial<Indicator> = {}): Indicator => {
    const base = shippedIndicators.find((one) => one.code === 'S06');
    if (base === undefined) throw new RangeError('S06');
    return { ...base, code, origin: { kind: 'computed', formula }, ...more };
  };

  it('that gives another unit or another kind is refused', () => {
    expect(checkDefinition(own('Z01', 'D04'), known)?.code).toBe('unit-differs');
    expect(checkDefinition(own('Z01', 'share(D07, D01)'), known)?.code).toBe('kinds-differ');
    expect(checkDefinition(own('Z01', 'share(D09, D04)'), known)).toBeNull();
  });

  it('that leads back to itself is refused, however long the way', () => {
    const second = own('Z02', 'share(Z01.amount, D04)');
    const both = knowIndicators([...shippedIndicators, second, own('Z01', 'share(D09, D04)')]);
    expect(checkDefinition(own('Z01', 'share(Z02.amount, D04)'), both)).toMatchObject({
      code: 'cycle',
      text: 'Z01 → Z02 → Z01',
    });
    expect(checkDefinition(own('Z01', 'share(Z01.amount, D04)'), known)?.code).toBe('cycle');
  });
});

describe('a value', () => {
  test.each<[string, Readonly<Record<string, Numbers>>, string]>([
    ['share(D09, D04)', { D09: 3, D04: 47 }, '3/47'],
    ['share(D09, D04)', { D09: 48, D04: 47 }, 'unreadable'],
    ['share(D09, D04)', { D09: 0, D04: 0 }, '0/0'],
    ['share(D09, D04)', { D09: 3 }, 'not-given'],
    ['share(D09, D04)', { D09: 3, D04: 'unreadable' }, 'unreadable'],
    ['share(D07, D01)', { D07: 'not-applicable', D01: 200 }, 'not-applicable'],
    ['ratio(S12, D03)', { S12: 90, D03: 40 }, '90/40'],
    [
      'mean(oge.russian.markSum, oge.russian.marked)',
      { 'oge.russian.markSum': 35, 'oge.russian.marked': 10 },
      '3.5/10',
    ],
    [
      'mean(oge.russian.markSum, oge.russian.marked)',
      { 'oge.russian.markSum': 0, 'oge.russian.marked': 0 },
      'not-applicable',
    ],
    ['D04 + D05', { D04: 47, D05: 12 }, '59'],
    ['D06 - D04', { D06: 59, D04: 47 }, '12'],
    ['sum(D07, D08)', { D07: 46, D08: 'not-applicable' }, '46'],
    ['sum(D07, D08)', { D07: 'not-applicable', D08: 'not-applicable' }, 'not-applicable'],
    ['sum(D07, D08)', { D07: 46 }, 'not-given'],
    ['R24.amount', { R24: [42, 200] }, '42'],
    ['R24.total', { R24: [42, 200] }, '200'],
    ['previous(R24)', { R24: [42, 200], 'R24@1': [40, 190] }, '40/190'],
    ['change(R24)', { R24: [42, 200], 'R24@1': [38, 200] }, '2'],
    ['change(R24)', { R24: [42, 200] }, 'not-given'],
    ['change(R24)', { R24: [42, 200], 'R24@1': [0, 0] }, 'not-given'],
    ['change(R12)', { R12: [3.4, 46], 'R12@1': [3.6, 40] }, '-0.2'],
    ['growth(R12, 2)', { R12: [3.6, 4], 'R12@1': [3.5, 4], 'R12@2': [3.4, 4] }, '1'],
    ['growth(R12, 2)', { R12: [3.6, 4], 'R12@1': [3.3, 4], 'R12@2': [3.4, 4] }, '0'],
    ['growth(R12, 2)', { R12: [3.6, 4], 'R12@1': [3.3, 4] }, 'not-given'],
    ['schools(fall(R16, 1))', { R16: [1, 40], 'R16@1': [2, 40] }, '1/1'],
    ['atLeast(R24, 0.3)', { R24: [3, 10] }, '1'],
    ['atMost(R24, 0.3)', { R24: [31, 100] }, '0'],
    ['all(yes(D11), M03)', { D11: 3, M03: 1 }, '1'],
    ['all(yes(D11), M03)', { D11: 0, M03: 1 }, '0'],
  ])('%s of %j is %s', (text, values, expected) => {
    expect(short(evaluate(text, values))).toBe(expected);
  });

  it('of a computed indicator is what a register says, and what was typed where none says it', () => {
    const typed = { R12: [3.1, 46] } as const;
    const counted = { 'oge.russian.markSum': 35, 'oge.russian.marked': 10 };
    expect(short(explainIndicator('R12', facts(typed), known).value)).toBe('3.1/46');
    expect(short(explainIndicator('R12', facts({ ...typed, ...counted }), known).value)).toBe('3.5/10');
  });

  it('opens to what it is made of, down to the registers', () => {
    const values = { 'oge.russian.markSum': 35, 'oge.russian.marked': 10, 'R12@1': [3.2, 12] } as const;
    const names = ({ of, value, parts, periodsBack }: ExplainedValue): string => {
      const name =
        of.kind === 'call'
          ? of.name
          : of.kind === 'number'
            ? '#'
            : of.element.kind === 'register'
              ? of.element.path
              : of.element.code;
      const inside = parts.length === 0 ? '' : `(${parts.map(names).join(' ')})`;
      return `${name}${'@'.repeat(periodsBack)}=${short(value)}${inside}`;
    };
    expect(names(explainIndicator('R01', facts(values), known))).toBe(
      'R01=0.3(change=0.3(R12=3.5/10(mean=3.5/10(oge.russian.markSum=35 oge.russian.marked=10)) R12@=3.2/12))',
    );
  });
});

test('over schools a share is n of N, and a change is of the territory', () => {
  const schools = [
    { R24: [1, 10], 'R24@1': [5, 10] },
    { R24: [50, 100], 'R24@1': [40, 100] },
    { R24: 'not-applicable' },
    {},
  ] as const;
  const readers = schools.map((values) => schoolReader(facts(values), known));
  expect(formulaOver(read('share(R24.amount, R24.total)'), readers)).toEqual({
    value: { amount: 51, total: 110 },
    schools: 2,
  });
  const change = formulaOver(read('change(R24)'), readers);
  expect(change.value?.amount).toBeCloseTo((100 * (51 - 45)) / 110, 9);
});

test('a share is between 0 and 1 or there is none, whatever the numbers', () => {
  const amount = fc.oneof(
    fc.integer({ min: -50, max: 5000 }),
    fc.double({ noNaN: true, min: -10, max: 1e6 }),
  );
  const numbers: fc.Arbitrary<Numbers | undefined> = fc.oneof(
    amount,
    fc.tuple(amount, amount),
    fc.constantFrom('not-applicable' as const, 'unreadable' as const, undefined),
  );
  const texts = [
    'share(D09, D04)',
    'share(sum(R24.amount, D07), D01)',
    'schools(growth(R12, 2))',
    'P01',
    'R10',
    'O01',
  ];
  const names = [
    'D01',
    'D04',
    'D07',
    'D09',
    'R24',
    'R12',
    'R12@1',
    'R12@2',
    'plan.P01.done',
    'plan.P01.asked',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(numbers, { minLength: 10, maxLength: 10 }),
      (text, list) => {
        const values = Object.fromEntries(
          names.flatMap((name, index) => {
            const one = list[index];
            return one === undefined ? [] : [[name, one]];
          }),
        );
        // A formula of its own counts what it is given; what was typed is checked where it is typed.
        const value =
          text.length === 3 ? explainIndicator(text, facts(values), known).value : evaluate(text, values);
        const measure = value.state === 'given' ? measureOf('share', value) : null;
        return measure === null || (measure >= 0 && measure <= 1);
      },
    ),
  );
});

describe('elements of results', () => {
  const count = (
    kind: string,
    grade: number,
    subject: string,
    marks: [number, number, number, number] | null,
  ) => ({
    procedure: { kind, grade, subject },
    participants: 20,
    below: 2,
    marks,
    scores: [0, 1, 2],
    journal: { lowered: 1, confirmed: 15, raised: 4 },
  });

  it('are made of counts of the school', () => {
    const values = resultElementValues([count('ОГЭ', 9, 'русский язык', [2, 8, 6, 4])]);
    const of = (name: string) => {
      const value = values.get(`oge.russian.${name}`);
      return value?.state === 'given' ? value.amount : null;
    };
    const names = [
      'participants',
      'below',
      'passed',
      'marked',
      'good',
      'markSum',
      'scored',
      'scoreSum',
      'compared',
      'confirmed',
    ];
    expect(names.map(of)).toEqual([20, 2, 18, 20, 10, 72, 3, 5, 20, 15]);
    expect(values.has('oge.mathematics.below')).toBe(false);
  });

  it('over grades are sums, and not given where one grade does not say', () => {
    const [five, six] = [count('ВПР', 5, 'математика', [1, 2, 3, 4]), count('ВПР', 6, 'математика', null)];
    const values = resultElementValues([five, six]);
    expect(values.get('vpr.mathematics.participants')).toMatchObject({ amount: 40 });
    expect(values.get('vpr.grade5.mathematics.good')).toMatchObject({ amount: 7 });
    expect(values.has('vpr.mathematics.good')).toBe(false);
  });

  it('have names in both languages and paths that a formula reads', () => {
    for (const { path, name } of listedElements) {
      expect(parseFormula(path, known).formula?.type.unit).toBe('count');
      expect(name.ru.length * name.en.length).toBeGreaterThan(100);
    }
  });
});
