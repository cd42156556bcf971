import { describe, expect, it, test } from 'vitest';
import { addTotals, fieldsOf, weighSchools } from './burden.ts';
import type { Indicator } from './indicator.ts';

const indicator = (code: string, own: Partial<Indicator> = {}): Indicator => ({
  code,
  version: 1,
  group: 'results',
  name: { ru: code, en: code },
  unit: 'share',
  amountOf: 'pupils',
  totalOf: 'pupils',
  numerator: { ru: code, en: code },
  denominator: null,
  totalCode: null,
  partOf: null,
  levels: ['school'],
  origin: { kind: 'asked' },
  direction: 'growth',
  periods: ['school-year'],
  collectedFrom: { ru: 'x', en: 'x' },
  sensitivity: 'open',
  isDiagnosticOnly: false,
  reading: null,
  source: { ru: 'x', en: 'x' },
  ...own,
});
const total = indicator('T01', { unit: 'count', totalOf: null });
const share = indicator('R11', { totalCode: 'T01' });
const other = indicator('R12', { totalCode: 'T01' });
const computed = indicator('R13', { origin: { kind: 'computed', formula: 'R11' } });

test.each([
  ['count', null, 1],
  ['yes-no', null, 1],
  ['share', null, 2],
  ['ratio', null, 2],
  ['score', null, 2],
  ['share', 'T01', 1],
] as const)('%s of %s is %i number to write', (unit, totalCode, fields) => {
  expect(fieldsOf({ unit, totalCode })).toBe(fields);
});

it('a total is added once, before the first share that is of it', () => {
  const book = new Map([total, share, other].map((one) => [one.code, one]));
  const ask = (...codes: string[]) => ({
    title: 'x',
    indicators: codes.map((code) => ({ code, version: 1 })),
  });
  expect(addTotals([ask('R11'), ask('R12')], book)).toEqual({
    sections: [ask('T01', 'R11'), ask('R12')],
    added: ['T01'],
  });
  expect(addTotals([ask('R12', 'T01')], book).added).toEqual([]);
});

describe('a school is not asked', () => {
  const weigh = (own: Partial<Parameters<typeof weighSchools>[0]>) =>
    weighSchools({
      indicators: [total, share, computed],
      schoolIds: ['s'],
      known: new Map(),
      elsewhere: [],
      isReckoned: () => true,
      ...own,
    })[0];
  const elsewhere = (...codes: string[]) => [{ schoolId: 's', campaignId: 'c', title: 'Паспорт', codes }];

  it('what is reckoned', () => {
    expect(weigh({})).toMatchObject({ askedCodes: ['T01', 'R11'], spared: ['R13'], fields: 2, overlaps: [] });
  });

  it('but what is reckoned where nothing knows it, unless it can only be reckoned', () => {
    const change = indicator('R05', { unit: 'change', origin: { kind: 'computed', formula: 'change(R12)' } });
    const unknown = { indicators: [total, share, computed, change], isReckoned: () => false };
    expect(weigh(unknown)).toMatchObject({
      askedCodes: ['T01', 'R11', 'R13'],
      spared: ['R05'],
      reckoned: ['R05'],
      notReckoned: ['R13'],
    });
  });

  it('what is known', () => {
    expect(weigh({ known: new Map([['s', new Set(['T01'])]]) })).toMatchObject({
      askedCodes: ['R11'],
      fields: 1,
    });
  });

  it('a total asked by another campaign, without a word', () => {
    expect(weigh({ elsewhere: elsewhere('T01') })).toMatchObject({ askedCodes: ['R11'], overlaps: [] });
  });

  it('anything else that another campaign asks: that is an overlap', () => {
    expect(weigh({ elsewhere: elsewhere('R11', 'R99') })?.overlaps).toEqual([
      { campaignId: 'c', title: 'Паспорт', codes: ['R11'] },
    ]);
  });

  it('unless the other campaign is of another school', () => {
    expect(
      weigh({ elsewhere: elsewhere('R11').map((one) => ({ ...one, schoolId: 'z' })) })?.overlaps,
    ).toEqual([]);
  });
});
