import { describe, expect, it, test } from 'vitest';
import { definitionForTests } from './definitions-for-tests.ts';
import { followersOf, readCell, textsOf } from './form-cell.ts';
import { formLine } from './form-line.ts';
import { indicatorMatcher } from './match-indicator.ts';
import { blockRows, placeBlock } from './place-block.ts';

const named = (code: string, ru: string, fields = {}) =>
  definitionForTests({ code, name: { ru, en: code }, numerator: { ru, en: code }, ...fields });
const marks = named('R11', 'Успевают на «4» и «5» по промежуточной аттестации', { totalCode: 'D01' });
const russian = named('R12', 'Средний балл ГИА-9 по русскому языку', { unit: 'score', amountOf: 'points' });
const maths = named('R13', 'Средний балл ГИА-9 по математике', { unit: 'score', amountOf: 'points' });
const books = named('M07', 'Учебники по федеральному перечню', {
  unit: 'yes-no',
  amountOf: 'items',
  totalOf: null,
});
const pupils = named('D01', 'Всего обучающихся', { unit: 'count', totalOf: null });
const lines = [pupils, marks, russian, maths, books];

describe('two fields of a line', () => {
  const read = (definition: typeof marks, amount: string, total = '', formTotal: number | null = null) =>
    readCell(definition, { amount, total }, { formTotal, source: 'typed' });

  it.each([
    [marks, '42', '', 200, 'given', 42, 200, null],
    [marks, '42', '210', 200, 'given', 42, 210, null],
    [marks, '42/21%', '', 200, 'given', 42, 200, '42/21%'],
    [marks, '42 из 190', '200', 200, 'given', 42, 190, '42 из 190'],
    [marks, '1 042', '2 000', null, 'given', 1042, 2000, null],
    [marks, '0,21', '', 200, 'given', 42, 200, '0,21'],
    [marks, '—', '', 200, 'not-applicable', null, null, null],
    [marks, 'много', '', 200, 'unreadable', null, null, 'много'],
    [books, 'да', '', null, 'given', 1, null, 'да'],
  ] as const)('%o «%s» of «%s»', (...row) => {
    const [definition, amount, total, formTotal, state, n, of, typed] = row;
    expect(read(definition, amount, total, formTotal)?.value).toEqual({
      state,
      amount: n,
      total: of,
      typed,
      source: 'typed',
    });
  });

  it('say nothing where the first is empty, and are no value where the second is no number', () => {
    expect(read(marks, '', '200', 200)).toEqual({ value: null, finding: null });
    expect(read(marks, '42', 'двести', 200)).toBeNull();
    expect(read(marks, '42', '20,5', null)).toBeNull();
  });

  it('stand as they are read', () => {
    const kept = { state: 'given' as const, amount: 3.5, total: 46, typed: null };
    expect(textsOf(russian, kept, 40)).toEqual({ amount: '3,5', total: '46' });
    expect(textsOf(marks, null, 200)).toEqual({ amount: '', total: '200' });
    expect(textsOf(books, { ...kept, amount: 0, total: null }, null)).toEqual({ amount: 'нет', total: '' });
  });
});

test.each([
  ['42', '200', 200, null, null],
  ['много', '200', 200, 'unreadable', 'error'],
  ['42', 'двести', 200, 'wrong-total', 'error'],
  ['0,21', '', null, 'needs-total', 'error'],
  ['42/21%', '', 200, null, null],
  ['42/21%', '', null, 'total-implied', 'warning'],
])('a line of «%s» of «%s» where the form has %s: %s', (...row) => {
  const [amount, total, formTotal, finding, level] = row;
  const typed = formLine(marks, { typed: { amount, total }, kept: null, formTotal });
  expect([typed.finding, typed.level]).toEqual([finding, level]);
  // Saved and opened again it says the same.
  const again = formLine(marks, { typed: null, kept: typed.value, formTotal });
  if (typed.value !== null) expect([again.finding, again.level]).toEqual([finding, level]);
});

test('lines follow the total that they were of, not one of their own', () => {
  const values = new Map([
    ['R11', { state: 'given' as const, total: 200 }],
    ['R12', { state: 'given' as const, total: 46 }],
  ]);
  expect(followersOf('D01', 200, lines, values).map(({ code }) => code)).toEqual(['R11']);
  expect(followersOf('D01', 190, lines, values)).toEqual([]);
});

test.each([
  ['R12', 'R12'],
  ['Р12', null],
  ['М07 Учебники', 'M07'],
  ['средний  балл ГИА-9 по МАТЕМАТИКЕ', 'R13'],
  ['2. Средний балл ГИА-9 по русскому языку', 'R12'],
  ['Средний балл государственной итоговой аттестации (ГИА-9) по математике', 'R13?'],
  ['Численность учащихся, успевающих на «4» и «5» по результатам промежуточной аттестации', 'R11?'],
  ['Средний балл', null],
  ['Площадь', null],
])('«%s» means %s', (name, expected) => {
  const found = indicatorMatcher(lines)(name);
  expect(found === null ? null : `${found.code}${found.isDoubtful ? '?' : ''}`).toBe(expected);
});

describe('a pasted block', () => {
  const place = (text: string, code = 'R11', field: 'amount' | 'total' = 'amount') => {
    const { placed, left } = placeBlock(blockRows(text), lines, { code, field });
    return {
      placed: placed.map((one) => `${one.code} ${one.amount}/${one.total}`),
      left: left.map(({ row, text: words }) => `${row} ${words}`),
    };
  };

  it('of numbers goes down from the cursor; what has no line is left', () => {
    expect(place('42\t200\n3,5\t46\r\n3,7\t46\nда\n5\n')).toEqual({
      placed: ['R11 42/200', 'R12 3,5/46', 'R13 3,7/46', 'M07 да/'],
      left: ['5 5'],
    });
    expect(place('200\n46', 'R11', 'total')).toEqual({ placed: ['R11 /200', 'R12 /46'], left: [] });
  });

  it('with names or codes is placed by them, in any order', () => {
    const text =
      'Показатель\tЗначение\n3\tСредний балл ГИА-9 по математике\tбалл\t3,7\t46\nR11\t"42/21%"\nЧто-то иное\t7\nR11\t50';
    expect(place(text)).toEqual({
      placed: ['R13 3,7/46', 'R11 42/21%/'],
      left: ['1 Показатель · Значение', '4 Что-то иное · 7', '5 R11 · 50'],
    });
  });

  it('says by its clear pairs what the second numbers of the others are', () => {
    const shares = ['R11', 'R24'].map((code) => ({ ...marks, code }));
    const amounts = (text: string) =>
      placeBlock(blockRows(text), shares, { code: 'R11', field: 'amount' }).placed.map(
        ({ amount }) => amount,
      );
    expect(amounts('40/85\r\n7/15,5')).toEqual(['40/85 %', '7/15,5 %']);
    expect(amounts('40/85\r\n7/615')).toEqual(['40/85', '7/615']);
  });

  it('may hold line breaks in quotes and empty cells', () => {
    expect(blockRows('"a\nb"\t\t"c""d"\n\n1\t2')).toEqual([['a\nb', '', 'c"d'], [''], ['1', '2']]);
  });
});
