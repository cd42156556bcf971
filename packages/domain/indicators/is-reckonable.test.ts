import { expect, test } from 'vitest';
import type { FormulaValue } from './formula.ts';
import { isOnlyComputed, isReckonable, readCodes } from './is-reckonable.ts';
import { knowIndicators } from './parse-formula.ts';
import { currentIndicators } from './shipped-indicators.ts';

const known = knowIndicators(currentIndicators());
const given = (amount: number): FormulaValue => ({ state: 'given', amount, total: null });
const russian = { 'oge.russian.below': given(2), 'oge.russian.participants': given(30) };

type Case = [
  string,
  {
    of: string;
    register?: Record<string, FormulaValue>;
    values?: Record<string, FormulaValue>;
    asked?: string[];
  },
  boolean,
];

test.each<Case>([
  ['not of a register that says nothing', { of: 'R16' }, false],
  ['of a register', { of: 'R16', register: russian }, true],
  ['not of a part of it', { of: 'R16', register: { 'oge.russian.below': given(2) } }, false],
  [
    'not of a register that contradicts itself',
    { of: 'R16', register: { ...russian, 'oge.russian.below': given(31) } },
    false,
  ],
  ['of values that are known', { of: 'P10', values: { D12: given(4), D13: given(2) } }, true],
  [
    'of a value that is known and one that is asked',
    { of: 'P10', values: { D12: given(0) }, asked: ['D13'] },
    true,
  ],
  ['not of half of its elements', { of: 'P10', asked: ['D13'] }, false],
  [
    'of what does not apply',
    { of: 'P10', values: { D12: { state: 'not-applicable' }, D13: given(0) } },
    true,
  ],
])('a share can be reckoned %s', (_, { of, register = {}, values = {}, asked = [] }, expected) => {
  const facts = {
    indicator: (code: string) => values[code] ?? null,
    register: (path: string) => register[path] ?? null,
  };
  expect(isReckonable(of, { facts, known, isAsked: (code) => asked.includes(code) })).toBe(expected);
});

test('a change, a yes over years and a school counted are never typed; a share of pupils is', () => {
  const typed = currentIndicators().filter((one) => one.origin.kind === 'computed' && !isOnlyComputed(one));
  expect(typed.map(({ unit }) => unit)).not.toContain('change');
  expect(typed.map(({ code }) => code)).toEqual(expect.arrayContaining(['R12', 'R16', 'P10', 'O01']));
  expect(typed.filter(({ amountOf }) => amountOf === 'schools')).toEqual([]);
});

test('a formula reads the values it names', () => {
  expect(readCodes(['P10'], known)).toEqual(['P10', 'D13', 'D12']);
});
