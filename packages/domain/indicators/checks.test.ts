import { describe, expect, it, test } from 'vitest';
import { checkTexts } from './check-catalog.ts';
import { checkProblems, type SimilarSummary } from './check-finding.ts';
import { nearestByContext, summarizeSimilar } from './checks/check-similar.ts';
import { checkForm } from './checks.ts';
import type { IndicatorValue } from './indicator-value.ts';
import { readValue } from './read-value.ts';
import { findIndicator } from './shipped-indicators.ts';

const definition = (code: string) => {
  const found = findIndicator({ code, version: 1 });
  if (found === null) throw new RangeError(code);
  return found;
};

/** A cell as a person writes it, read against what is known of its total. */
function valueOf(code: string, cell: string, total: number | null): IndicatorValue {
  const { unit, amountOf } = definition(code);
  const read = readValue(cell, { unit, amountOf, total });
  if (read.state === 'empty') throw new RangeError(`${code} says nothing`);
  return { indicator: code, source: 'typed', ...read, state: read.state };
}

type Cells = Readonly<Record<string, string>>;
type More = {
  readonly previous?: Cells;
  readonly asked?: readonly string[];
  readonly similar?: readonly number[];
  readonly registers?: Parameters<typeof checkForm>[0]['registers'];
  readonly by?: SimilarSummary['by'];
};

function check(cells: Cells, totals: Readonly<Record<string, number>> = {}, more: More = {}) {
  const values = (of: Cells) =>
    Object.entries(of).map(([code, cell]) =>
      valueOf(code, cell, totals[definition(code).totalCode ?? ''] ?? null),
    );
  const codes = [...Object.keys(cells), ...(more.asked ?? [])];
  return checkForm({
    indicators: codes.map(definition),
    values: values(cells),
    previous: values(more.previous ?? {}),
    registers: more.registers ?? [],
    similar: new Map(
      codes.flatMap((code) => {
        const summary = summarizeSimilar(more.similar ?? [], more.by ?? 'size');
        return summary === null ? [] : [[code, summary]];
      }),
    ),
  });
}

const short = (...args: Parameters<typeof check>) =>
  check(...args).map(({ severity, key }) => `${severity} ${key}`);

describe('defects of a real programme of support', () => {
  it('several numbers of pupils in one table', () => {
    const cells = { R11: '246/36,7', R24: '441/68,5', R25: '139/21,6', R25b: '17/2,7', R25c: '10/1,6' };
    const findings = check({ ...cells, R26: '59/8,8', R27: '44/6,5', M04: '669/100' });
    expect(findings.map(({ key }) => key)).toContain('totals-differ:D01');
    const differ = findings.find(({ key }) => key === 'totals-differ:D01');
    expect(differ?.facts['others']).toMatch(/R24 — 644.*R25b — 6\d\d.*R25c — 6\d\d/);
    expect(differ?.indicators).toEqual(expect.arrayContaining(['R24', 'R25b', 'R25c']));
  });

  it('a number of pupils that is probably without the first grades, or wrong', () => {
    const cells = { D01: '259', D02: '200', D07: '20', R11: '42/21%', M04: '259/100' };
    expect(short(cells, { D01: 259, D02: 200 })).toEqual(['warning first-grades-large:D02,D01']);
    expect(short({ ...cells, D02: '235' }, { D01: 259, D02: 200 })).toEqual(['warning totals-differ:D02']);
  });

  it('… by what the shares are of, where no line says how many pupils there are', () => {
    const written = { R11: '63/31,5 %', M04: '260/100 %' };
    expect(short({ ...written, R12: '3,4 / 21' })).toEqual(['warning first-grades-large:R11,M04']);
    // A school of four grades.
    expect(short(written)).toEqual([]);
  });

  it('a date that a spreadsheet keeps as a number', () => {
    expect(short({ D01: '44958' })).toEqual(['warning too-many:D01']);
    expect(short({ R24: '300', D01: '15000' }, { D01: 15_000 })).toEqual([]);
  });

  it('a share of one beside percent', () => {
    expect(short({ R11: '42/21%', R24: '1/0,005' }, { D01: 200, D02: 200 })).toEqual([
      'warning mixed-units:form',
    ]);
  });

  it('two numbers of staff', () => {
    const cells = { S13: '40/85', S15a: '26/55', S16a: '7/15,5', S16b: '22/48,8' };
    const findings = check({ D04: '47', ...cells }, { D04: 47 });
    expect(findings.find(({ problem }) => problem === 'totals-differ')?.indicators).toEqual([
      'S16a',
      'S16b',
      'D04',
    ]);
  });

  it('a percentage rounded to a whole of so few that it tells no total', () => {
    expect(short({ S18: '1/2' }, { D06: 47 })).toEqual(['note rounded-to-whole:S18']);
    expect(short({ S18: '1/2,1' }, { D06: 47 })).toEqual([]);
  });

  it('names that sound alike and are of different people, or of different time', () => {
    const totals = { D03: 42, D04: 47, D06: 47 };
    expect(short({ X02: '0,38', S15b: '3/6,4' }, totals)).toContain('note other-population:X02,S15b');
    expect(short({ X01: '0,48', S15a: '26/55' }, totals)).toContain('note other-population:X01,S15a');
    expect(short({ X04: '0,86', S17: '8/17' }, totals)).toContain('note other-window:X04,S17');
    expect(short({ X01: '0,62', S15a: '20/47' }, totals)).toContain('warning subset-larger:X01,S15a');
  });

  it('a dash, a zero and nothing where there is nobody', () => {
    expect(short({ R18: '-', R19: '-', R23: '0' })).toEqual([
      'error no-total:R23',
      'warning zero-beside-dash:D08',
    ]);
    expect(short({ R18: '-' }, {}, { asked: ['R21'] })).toEqual(['warning empty-beside-dash:D08']);
    expect(short({ D08: '43', R18: '-' })).toEqual(['warning dash-of-somebody:D08']);
    expect(short({ D08: '-', R18: '-', R23: '-' })).toEqual([]);
  });

  it('parts that add up, and parts that do not', () => {
    const of = (whole: string) => ({ R25: whole, R25a: '112', R25b: '17', R25c: '10' });
    expect(short(of('139'), { D01: 670 })).toEqual(['note parts-agree:R25']);
    expect(short(of('140'), { D01: 670 })).toEqual(['warning parts-differ:R25']);
    expect(short({ S15: '29', S15a: '26', S15b: '3' }, { D04: 47 })).toEqual(['note parts-agree:S15']);
    expect(short({ R25: '100', R25a: '112' }, { D01: 670 })).toEqual(['error part-over-whole:R25a,R25']);
  });

  it('a percentage that was rounded down', () => {
    expect(short({ S13: '6/85 %' }, { D04: 7 })).toEqual(['note rounded-down:S13']);
    expect(short({ S13: '6/86 %' }, { D04: 7 })).toEqual([]);
    expect(short({ S13: '6 из 7 (80 %)' })).toEqual(['warning written-share-differs:S13']);
  });
});

test.each<[Cells, Readonly<Record<string, number>>, readonly string[]]>([
  [{ R24: '300 из 200' }, {}, ['error over-total:R24']],
  [{ R24: 'много' }, { D01: 200 }, ['error unreadable:R24']],
  [{ R24: '42' }, {}, ['error no-total:R24']],
  [{ R12: '3,5' }, {}, ['warning no-total:R12']],
  [{ R24: '0 из 0' }, {}, ['warning nobody:R24']],
  [{ D03: '50', D04: '47' }, {}, ['warning subset-larger:D03,D04']],
  [{ D01: '259', R24: '42 из 259', M01: '5/259' }, {}, []],
  [{ M02: 'да', M05: '4,9 м²/чел.', D01: '669' }, { D01: 669 }, []],
])('%j', (cells, totals, expected) => {
  expect(short(cells, totals)).toEqual(expected);
});

test('an amount below nought or in parts is an error', () => {
  const value = (amount: number): IndicatorValue => ({ ...valueOf('D01', '1', null), amount });
  const keys = (amount: number) =>
    checkForm({
      indicators: [definition('D01')],
      values: [value(amount)],
      previous: [],
      similar: new Map(),
      registers: [],
    }).map(({ key }) => key);
  expect([-1, 4.5, 0].map(keys)).toEqual([['negative:D01'], ['not-whole:D01'], []]);
});

test.each<[string, string, string, number, number, boolean]>([
  ['a share', 'R16', '2 из 30', 2, 30, false],
  ['a share of others', 'R16', '2 из 30', 2, 31, true],
  ['another share', 'R16', '2 из 30', 3, 30, true],
  ['a mean, rounded', 'R12', '3,5 (46)', 3.4565, 46, false],
  ['another mean', 'R12', '3,5 (46)', 3.4, 46, true],
])('%s is asked about when a register knows another number', (...[, code, cell, amount, total, isAsked]) => {
  const registers = [{ indicator: code, amount, total }];
  const found = short({ [code]: cell }, {}, { registers });
  expect(found).toEqual(isAsked ? [`warning register-differs:${code}`] : []);
});

describe('against the period before', () => {
  test.each<[string, string, string, boolean]>([
    ['R24', '10 из 200', '100 из 200', true],
    ['R24', '100 из 200', '110 из 200', false],
    ['R20', '0 из 6', '2 из 6', false],
    ['R12', '3,4/46', '4,5/46', true],
    ['R12', '3,4/4', '4,0/4', false],
    ['R14', '65/43', '40/40', true],
    ['D01', '669', '259', true],
    ['D01', '669', '640', false],
    ['S10', '3', '6', false],
    ['M01', '114/669', '10/669', true],
  ])('%s from %s to %s', (code, previous, now, expected) => {
    const keys = short({ [code]: now }, {}, { previous: { [code]: previous } });
    expect(keys.includes(`warning changed-much:${code}`)).toBe(expected);
  });

  it('what was there and is gone is asked about', () => {
    expect(short({ M03: 'нет' }, {}, { previous: { M03: 'да' } })).toEqual(['warning presence-lost:M03']);
    expect(short({ M03: 'да' }, {}, { previous: { M03: 'нет' } })).toEqual([]);
  });
});

describe('against similar schools', () => {
  const similar = [0.1, 0.12, 0.14, 0.15, 0.16, 0.18, 0.2, 0.22, 0.15];

  test.each([
    ['180 из 200', similar, true],
    ['2 из 3', similar, false],
    ['40 из 200', similar, false],
    ['180 из 200', similar.slice(0, 7), false],
    ['31 из 200', Array.from({ length: 9 }, () => 0.15), false],
  ])('%s', (cell, others, expected) => {
    expect(short({ R24: cell }, {}, { similar: others }).includes('warning outlier:R24')).toBe(expected);
  });

  test.each([
    ['context', 'среди 9 школ, близких по контексту и размеру,'],
    ['size', 'среди 9 школ, близких по размеру,'],
  ] as const)('it is said that they are like in %s', (by, words) => {
    const found = check({ R24: '180 из 200' }, {}, { similar, by }).find(
      ({ problem }) => problem === 'outlier',
    );
    expect(checkTexts.ru.problems.outlier(found?.facts ?? {}, ['Участники'])).toContain(words);
  });

  const school = (count: number) => Array.from({ length: count }, (_, at) => [`s${at}`, at] as const);
  test.each([
    ['the nearest half', school(17), ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7']],
    ['nobody where half of all are too few', school(15), []],
    [
      'no more than twenty',
      school(90),
      school(21)
        .map(([id]) => id)
        .filter((id) => id !== 's20'),
    ],
    ['nobody where the school itself has no index', school(0), []],
  ])('by context are compared %s', (_, others, expected) => {
    const own = others.length === 0 ? [] : ([['own', -1]] as const);
    expect(nearestByContext('own', new Map([...own, ...others]))).toEqual(expected);
  });
});

test('an answer holds while the numbers behind the question stay', () => {
  const [one] = check({ R24: '300 из 200' });
  const [other] = check({ R24: '301 из 200' });
  expect(one?.key).toBe(other?.key);
  expect(one?.seen).not.toBe(other?.seen);
  expect(check({ R24: '300 из 200' })[0]?.seen).toBe(one?.seen);
});

test('what was seen of many numbers is short and still tells one number from another', () => {
  const pupils = ['R24', 'R25', 'R26', 'R27', 'R28', ...Array.from({ length: 15 }, (_, at) => `X${at + 5}`)];
  const codes = pupils.map((code) => (code.length === 2 ? `X0${code.slice(1)}` : code));
  const seen = (last: string) => {
    const cells = Object.fromEntries(codes.map((code, at) => [code, `1000001 из ${1_000_002 + at}`]));
    const found = check({ ...cells, [codes.at(-1) ?? '']: last, D01: '1000000' });
    return found.find(({ key }) => key === 'totals-differ:D01')?.seen ?? '';
  };
  expect(seen('1 из 2').length).toBeLessThan(500);
  expect(seen('1 из 2').length).toBeGreaterThan(300);
  expect(seen('1 из 2')).not.toBe(seen('1 из 3'));
});

test('every problem has words that name what it is about', () => {
  const facts = {
    unit: 'share',
    typed: '1/2',
    amount: 1,
    total: 2,
    percent: 50,
    now: 0.5,
    before: 0.1,
    own: 0.5,
  };
  const more = {
    middle: 0.1,
    schools: 9,
    reference: 670,
    totalCode: 'D01',
    others: 'R24 — 644',
    dashes: 'R18',
  };
  const parts = {
    parts: '1 + 2',
    sum: 3,
    whole: 4,
    part: 5,
    first: 1,
    second: 2,
    all: 3,
    from: 4,
    to: 5,
    odd: '1',
    register: 2,
  };
  for (const problem of checkProblems)
    for (const language of ['ru', 'en'] as const) {
      const names = ['Один', 'Другой'];
      const words = checkTexts[language].problems[problem](
        { ...facts, ...more, ...parts, other: '2' },
        names,
      );
      expect(words).not.toMatch(/NaN|undefined|«»/);
      expect(words).toMatch(problem === 'first-grades-large' ? /1/ : /Один|D01/);
      // Who reads the form of a school is not told to mend it.
      expect(words).not.toMatch(
        /исправьте|проверьте|введите|поставьте|объясните|запишите|mend|check|enter /i,
      );
    }
});
