import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Indicator } from './indicator.ts';
import { type ReadingContext, readValue, type ReadValue } from './read-value.ts';
import { secondNumberOf } from './value-pair.ts';
import { writeValue } from './write-value.ts';

const of = (unit: Indicator['unit'], amountOf: Indicator['amountOf'] = 'pupils') => ({ unit, amountOf });
/** «42/200», «42/? needs-total», «(unreadable)»: what was read, in short. */
const short = ({ state, amount, total, finding, fromShare }: ReadValue): string =>
  [
    state === 'given' ? `${amount}${total === null ? '' : `/${total}`}` : state,
    ...(fromShare ? ['from share'] : []),
    ...(finding === null ? [] : [finding]),
  ].join(' ');
const read = (cell: string | number | null, context: ReadingContext) => short(readValue(cell, context));

describe('a share', () => {
  it.each<[string | number | null, number | null, string]>([
    ['42', 200, '42/200'],
    [42, 200, '42/200'],
    ['42', null, '42 needs-total'],
    ['42 чел.', 200, '42/200'],
    ['42/200', null, '42/200'],
    ['42/200', 259, '42/200'],
    ['42 из 200', null, '42/200'],
    ['42 чел. из 200 чел.', 259, '42/200'],
    ['7 из 17 (41 %)', null, '7/17'],
    ['7 из 17 (50 %)', null, '7/17 pair-disagrees'],
    ['20 из 17', null, '20/17 pair-disagrees'],
    ['42/200/21%', null, '42/200'],
    ['42/21%', 200, '42/200'],
    ['42/21%', 259, '42/200 pair-disagrees'],
    ['42/21%', null, '42/200 total-implied'],
    ['42 (21 %)', 200, '42/200'],
    ['42 чел. (21,0 %)', 200, '42/200'],
    ['42; 21%', 200, '42/200'],
    ['42, 21 %', 200, '42/200'],
    ['57 = 35 %', 163, '57/163'],
    ['21 % (42)', 200, '42/200'],
    ['246/36,7', 670, '246/670'],
    ['246/36,7', null, '246/670 total-implied'],
    ['441/68,5', 670, '441/644 pair-disagrees'],
    ['1/ 2,3', 43, '1/43'],
    ['12/27,9', 43, '12/43'],
    ['1/0,005', 200, '1/200'],
    ['1/0,005', null, '1/200 total-implied'],
    ['1/0,003', 301, '1/301'],
    ['259/100', null, '259/259 total-implied'],
    ['669/100', 669, '669/669'],
    ['40/85', 47, '40/47'],
    ['40/85', null, 'unreadable ambiguous'],
    ['1/2', 47, '1/47'],
    ['1/2', 2, '1/2'],
    ['1/2', null, 'unreadable ambiguous'],
    ['7/15,5', 45, '7/45'],
    ['7/15,5', 47, '7/45 pair-disagrees'],
    ['3/6,4', 47, '3/47'],
    ['6/85 %', 7, '6/7'],
    ['300/200', 200, '300/200'],
    ['5/120%', 5, '5/5 pair-disagrees'],
    ['3/0%', 200, '3/200 pair-disagrees'],
    ['3/0%', null, '3 needs-total'],
    ['0/0%', 200, '0/200'],
    ['0', 200, '0/200'],
    ['0', null, '0 needs-total'],
    ['0,38', 50, '19/50 from share'],
    [0.003, 330, '1/330 from share'],
    ['21 %', 200, '42/200 from share'],
    ['36,7', 670, '246/670 from share'],
    ['0,38', 7, 'unreadable pair-disagrees'],
    ['0,38', null, 'unreadable needs-total'],
    ['120 %', 200, 'unreadable unreadable'],
    ['1 234 из 2 500', null, '1234/2500'],
    ['1 234', 2500, '1234/2500'],
    ['4,5/10', 10, 'unreadable not-whole'],
    ['-5', 10, 'unreadable unreadable'],
    ['112/16 7', 670, 'unreadable unreadable'],
    ['42-45', 200, 'unreadable unreadable'],
    ['не менее 80 %', 200, 'unreadable unreadable'],
    ['нет', 200, 'unreadable ambiguous'],
    ['много', 200, 'unreadable unreadable'],
    ['2026-02-01', 200, 'unreadable made-date'],
    ['01.фев', 200, 'unreadable made-date'],
    ['02.01.2023', 200, 'unreadable made-date'],
    ['янв.23', 200, 'unreadable made-date'],
    ['6/7, 85 %', null, '6/7'],
    ['42 уч-ся (21 %)', 200, '42/200'],
    ['42 об./21 %', 200, '42/200'],
    ['н. д.', 200, 'empty'],
    ['сведений нет', 200, 'empty'],
    ['9999999999 из 99999999999', null, 'unreadable unreadable'],
    [`4${'2'.repeat(300)}`, 200, 'unreadable unreadable'],
  ])('«%s» of %s', (cell, total, expected) => {
    expect(read(cell, { ...of('share'), total })).toBe(expected);
  });

  it('reads the second number as the cells beside it do', () => {
    const cells = ['14/82', '40/85', '3/6,4'];
    expect(
      cells.map((cell) => read(cell, { ...of('share'), total: null, second: secondNumberOf(cells) })),
    ).toEqual(['14/17', '40/47', '3/47']);
    expect(read('14/82', { ...of('share'), total: null, second: secondNumberOf(['14/82', '40/250']) })).toBe(
      '14/82',
    );
    expect(secondNumberOf(['14/82', 'да'])).toBeNull();
  });

  it('tells which totals a share allows', () => {
    expect(readValue('246/36,7', { ...of('share'), total: null }).impliedTotal).toEqual({
      from: 669,
      to: 671,
    });
  });
});

test.each<[string, readonly [Indicator['unit'], Indicator['amountOf']], number | null, string]>([
  ['57', ['count', 'teachers'], null, '57'],
  ['57 (35 %)', ['count', 'teachers'], null, '57'],
  ['1 234', ['count', 'items'], null, '1234'],
  ['12/30', ['count', 'teachers'], null, 'unreadable ambiguous'],
  ['4,2', ['count', 'teachers'], null, 'unreadable not-whole'],
  ['1 234,5 кв. м', ['count', 'square-metres'], null, '1234.5'],
  ['3,5', ['score', 'points'], 46, '3.5/46'],
  ['3,5 (46 чел.)', ['score', 'points'], null, '3.5/46'],
  ['65', ['score', 'points'], null, '65 needs-total'],
  ['32,7 балла', ['score', 'points'], 43, '32.7/43'],
  ['0,38', ['score', 'points'], 43, '0.38/43'],
  ['−0,3', ['score', 'points'], 43, '-0.3/43'],
  ['21 %', ['score', 'points'], 43, 'unreadable unreadable'],
  ['114', ['ratio', 'items'], 669, '114/669'],
  ['0,17', ['ratio', 'items'], 669, '114/669 from share'],
  ['0,02', ['ratio', 'items'], 259, '5/259 from share'],
  ['0,02', ['ratio', 'items'], null, 'unreadable needs-total'],
  ['2,77', ['ratio', 'square-metres'], 200, '554/200 from share'],
  ['4,9 м²/чел.', ['ratio', 'square-metres'], 669, '3278.1/669 from share'],
  ['554 кв. м', ['ratio', 'square-metres'], 200, '554/200'],
  ['554/200', ['ratio', 'square-metres'], null, '554/200'],
  ['39 на одного учащегося', ['ratio', 'items'], 200, '7800/200 from share'],
  ['да', ['yes-no', 'items'], null, '1'],
  ['Имеется', ['yes-no', 'items'], null, '1'],
  ['+', ['yes-no', 'items'], null, '1'],
  ['нет', ['yes-no', 'items'], null, '0'],
  ['отсутствует', ['yes-no', 'items'], null, '0'],
  ['частично', ['yes-no', 'items'], null, 'unreadable unreadable'],
])('«%s» as %j of %s', (cell, [unit, amountOf], total, expected) => {
  expect(read(cell, { unit, amountOf, total })).toBe(expected);
});

describe('zero, «not applicable» and nothing are three', () => {
  const context = { ...of('share'), total: 20 };

  it.each([
    '-',
    '—',
    '–',
    '−',
    '--',
    'н/п',
    'Н/П',
    'не применимо',
    'нет 11 классов',
    'нет 10-11 классов',
    '11 класса нет',
    'нет выпускников',
    'х',
    'X',
  ])('«%s» is not applicable', (cell) => {
    expect(read(cell, context)).toBe('not-applicable');
  });

  it.each(['', '  ', null, 'н/д', 'нет данных', '?', '…'])('«%s» is not given', (cell) => {
    expect(read(cell, context)).toBe('empty');
  });

  it('keeps the words that were written', () => {
    const typed = (cell: string | number) => readValue(cell, context).typed;
    expect(['42', '—', 'нет 11 классов', '19/20', 'много', 'н/д', ' '].map(typed)).toEqual([
      null,
      null,
      'нет 11 классов',
      '19/20',
      'много',
      'н/д',
      null,
    ]);
  });
});

test('what is written is read as the same value', () => {
  const whole = fc.integer({ min: 0, max: 5000 });
  const metres = fc.integer({ min: 1, max: 900_000 }).map((cents) => cents / 100);
  const given = (amount: number, total: number | null) => ({
    state: 'given' as const,
    amount,
    total,
    typed: null,
  });
  const any = fc.oneof(
    fc.record({ context: fc.constant(of('count')), value: whole.map((n) => given(n, null)) }),
    fc.record({
      context: fc.constant(of('share')),
      value: fc.tuple(whole, whole).map(([one, other]) => given(Math.min(one, other), Math.max(one, other))),
    }),
    fc.record({ context: fc.constant(of('share')), value: whole.map((n) => given(n, null)) }),
    fc.record({
      context: fc.constant(of('score', 'points')),
      value: fc.tuple(fc.integer({ min: -500, max: 10_000 }), whole).map(([n, N]) => given(n / 100, N)),
    }),
    fc.record({
      context: fc.constant(of('ratio', 'square-metres')),
      value: fc.tuple(metres, whole).map(([n, N]) => given(n, N)),
    }),
    fc.record({
      context: fc.constant(of('yes-no')),
      value: fc.constantFrom(given(0, null), given(1, null)),
    }),
    fc.record({
      context: fc.constant(of('share')),
      value: fc.constant({ state: 'not-applicable' as const, amount: null, total: null, typed: null }),
    }),
  );
  fc.assert(
    fc.property(any, fc.option(whole), ({ context, value }, other) => {
      // A form may know another total than the value was given with; written whole, it needs none.
      const total = value.total === null ? null : other;
      const {
        state,
        amount,
        total: back,
      } = readValue(writeValue(context.unit, value), { ...context, total });
      expect({ state, amount, total: back }).toEqual({
        state: value.state,
        amount: value.amount,
        total: value.total,
      });
    }),
  );
});

test('any text is read without an error, and no given value is out of bounds', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 ,./%()из-]{0,14}$/));
  const unit = fc.constantFrom<Indicator['unit']>('count', 'share', 'ratio', 'score', 'yes-no');
  fc.assert(
    fc.property(text, unit, fc.option(fc.nat(1000)), (cell, one, total) => {
      const { state, amount, typed } = readValue(cell, { ...of(one), total });
      expect(amount === null).toBe(state !== 'given');
      if (state === 'unreadable') expect(typed).toBe(cell.trim());
    }),
  );
});
