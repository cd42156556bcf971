import { describe, expect, test } from 'vitest';
import { Indicator } from './indicator.ts';
import { indicatorsOfSet } from './ready-sets.ts';
import { currentIndicators, findIndicator, shippedIndicators } from './shipped-indicators.ts';

const byCode = new Map(shippedIndicators.map((one) => [one.code, one]));
const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${String(from + index).padStart(2, '0')}`);

const parts = 'R25a R25b R25c S02a S15a S15b S16a S16b S19a S19b S19c M03a M03b M03c M03d M03e M03f'.split(
  ' ',
);

describe('shipped indicators', () => {
  test.each([
    ...range('R', 1, 28),
    ...range('O', 1, 3),
    ...range('S', 1, 15),
    ...range('S', 17, 19),
    ...range('P', 1, 28),
    ...range('X', 1, 19),
    ...range('M', 1, 8),
    ...range('G', 1, 2),
    ...range('D', 1, 20),
    ...parts,
  ])('%s is there and is a definition', (code) => {
    const found = byCode.get(code);
    expect(Indicator.parse(found)).toEqual(found);
  });

  test('have one definition for a code and version', () => {
    const keys = shippedIndicators.map(({ code, version }) => `${code}.${version}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('keep № with its number', () => {
    expect(shippedIndicators.filter((one) => /№ /.test(JSON.stringify(one))).map(({ code }) => code)).toEqual(
      [],
    );
  });

  test('rest on totals that are counts of what they say', () => {
    const wrong = shippedIndicators.filter(({ totalCode, totalOf }) => {
      if (totalCode === null) return false;
      const total = byCode.get(totalCode);
      return total?.unit !== 'count' || total.amountOf !== totalOf;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test('are parts of indicators with the same unit and total', () => {
    const wrong = shippedIndicators.filter(({ partOf, unit, totalCode }) => {
      if (partOf === null) return false;
      const whole = byCode.get(partOf);
      return whole?.unit !== unit || whole.totalCode !== totalCode;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test('name the total of every share and ratio that a school is asked for', () => {
    const wrong = shippedIndicators.filter(
      ({ unit, origin, totalCode, totalOf }) =>
        (unit === 'share' || unit === 'ratio') &&
        (totalOf === null || (origin.kind === 'asked' && totalCode === null)),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test('have denominators in words exactly where there is a total', () => {
    const wrong = shippedIndicators.filter(
      ({ denominator, totalOf }) => (denominator === null) !== (totalOf === null),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test('keep back every result of a few pupils: a mean of one is a pupil’s own mark', () => {
    const open = shippedIndicators.filter(
      ({ unit, totalOf, sensitivity }) => unit === 'score' && totalOf === 'pupils' && sensitivity === 'open',
    );
    expect(open.map(({ code }) => code)).toEqual([]);
  });

  test('mark all that comes from VPR as diagnostics', () => {
    const ofVpr = shippedIndicators.filter(({ name }) => name.ru.includes('ВПР'));
    expect(ofVpr.length).toBeGreaterThan(10);
    expect(ofVpr.filter(({ isDiagnosticOnly }) => !isDiagnosticOnly)).toEqual([]);
  });

  test.each([
    // The 21 points of the municipal list, and those of the order on self-examination.
    ['municipal', range('R', 1, 9).concat(range('O', 1, 3), range('S', 1, 12))],
    ['programme', range('R', 11, 28)],
    ['conditions', range('M', 1, 8)],
  ] as const)('of the set «%s» are all of its paper', (set, codes) => {
    const asked = new Set(indicatorsOfSet(set, currentIndicators(), 'school').map(({ code }) => code));
    expect(codes.filter((code) => !asked.has(code))).toEqual([]);
  });

  test('of the road map that a municipality alone knows are asked of municipalities', () => {
    const asked = indicatorsOfSet('road-map', currentIndicators(), 'municipality').map(({ code }) => code);
    expect(asked).toEqual(['P04', 'P09', 'P16']);
  });

  test('count in their numerator what the share is of, and name an order only where it has the row', () => {
    const quotients = shippedIndicators.filter(
      ({ unit, numerator }) =>
        unit !== 'score' && unit !== 'change' && /^дол[яи] |на одного/iu.test(numerator.ru),
    );
    expect(quotients.map(({ code }) => code)).toEqual([]);
    const nowhere = shippedIndicators.filter(({ source }) => /№ \d+$/u.test(source.ru));
    expect(nowhere.map(({ code }) => code)).toEqual([]);
  });

  test('stand by group, and only the newest version is current', () => {
    const first = byCode.get('D01');
    const newer = Indicator.parse({ ...first, version: 2 });
    const current = currentIndicators([...shippedIndicators, newer]);
    expect(current).toHaveLength(shippedIndicators.length);
    expect(current[0]).toBe(newer);
    expect(findIndicator({ code: 'D01', version: 1 })).toBe(first);
    expect(findIndicator({ code: 'D01', version: 2 })).toBeNull();
  });
});
