import { expect, it } from 'vitest';
import { noSums } from './aggregate.ts';
import { computedIndicators } from './computed-indicator.ts';
import { definitionForTests } from './definitions-for-tests.ts';
import { hideReckoned } from './hide-reckoned.ts';
import type { Indicator } from './indicator.ts';
import { knowIndicators } from './parse-formula.ts';
import { currentIndicators } from './shipped-indicators.ts';
import { shownElement, shownElementValues } from './shown-element-values.ts';

const own = (code: string, formula: string, unit: Indicator['unit']): Indicator =>
  definitionForTests({ code, unit, origin: { kind: 'computed', formula } });
const offices = [
  own('Z01', 'change(P10)', 'change'),
  own('Z02', 'schools(atLeast(P10, 0.5))', 'share'),
  own('Z03', 'ratio(D13, oge.russian.participants)', 'ratio'),
];
const all = [...currentIndicators(), ...offices];
const known = knowIndicators(all);

it.each([
  ['R12', 'shown', 0],
  ['R01', 'shown', 1],
  ['O01', 'shown', 0],
  ['R10', 'schools', 3],
  ['P10', 'schools', 0],
  ['P01', 'sums', 0],
  ['Z01', 'shown', 1],
  ['Z02', 'schools', 0],
  ['Z03', 'own', 0],
])('%s comes to a number above the school by the way «%s»', (code, way, periodsBack) => {
  const indicators = all.filter((one) => one.code === code);
  expect(computedIndicators(indicators, known)).toMatchObject([{ way, periodsBack }]);
});

it.each([
  ['an element is hidden in the unit', { counted: 6, element: 6, hidden: ['D01'] }, true],
  ['some schools gave the element alone', { counted: 5, element: 6, hidden: [] }, true],
  ['all that gave the element gave all', { counted: 6, element: 6, hidden: [] }, false],
])('a reckoned number where %s', (_case, { counted, element, hidden }, isHidden) => {
  const sums = new Map([
    ['Z05', { ...noSums, counted }],
    ['D01', { ...noSums, counted: element }],
  ]);
  const reckoned = [{ code: 'Z05', secret: ['D01'], countsSchools: false }];
  const [kept] = hideReckoned(reckoned, [{ sums }], { hidden: [new Set(hidden)], above: null });
  expect(kept?.has('Z05')).toBe(isHidden);
});

it.each([
  [
    [4, 9, 20],
    [false, false, true],
  ],
  [
    [5, 9, 20],
    [true, true, true],
  ],
  [
    [0, 9, 20],
    [true, true, true],
  ],
])('counts of %j schools are shown: %j', (schools, shown) => {
  const reckoned = [{ code: 'Z02', secret: [], countsSchools: true }];
  const units = schools.map((counted) => ({ sums: new Map([['Z02', { ...noSums, counted }]]) }));
  const hidden = hideReckoned(reckoned, units, { hidden: units.map(() => new Set()), above: new Set() });
  expect(hidden.map((codes) => !codes.has('Z02'))).toEqual(shown);
});

it('elements of results are what the pages of results show, and no sum of scores', () => {
  const procedure = { kind: 'ЕГЭ', grade: 11, subject: 'русский язык' };
  const results = {
    participants: 40,
    assessed: 30,
    below: 6,
    marks: 'hidden',
    journal: null,
    gaps: null,
  } as const;
  const values = shownElementValues([{ procedure, results }]);
  const of = (measure: string, together: readonly string[] = []) =>
    shownElement(
      values,
      `ege.russian.${measure}`,
      together.map((one) => `ege.russian.${one}`),
    );
  expect(of('below')).toEqual({ state: 'given', amount: 6, total: null });
  expect(of('passed')).toEqual({ state: 'given', amount: 24, total: null });
  // Of those below the minimum the whole are those of whom it is known.
  expect(of('participants', ['below', 'participants'])).toEqual({ state: 'given', amount: 30, total: null });
  expect(of('participants')).toEqual({ state: 'given', amount: 40, total: null });
  expect(of('markSum')).toEqual({ state: 'hidden' });
  expect(of('scoreSum')).toEqual({ state: 'hidden' });
  expect(of('confirmed')).toBeNull();
});
