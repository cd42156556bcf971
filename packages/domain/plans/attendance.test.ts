import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOn, expectsAttendance, isComplete } from './attendance.ts';
import { pastedRows, readAttendance } from './read-attendance.ts';

const takes = (orgUnitId: string, fromOn: string | null = null, untilOn: string | null = null) => ({
  orgUnitId,
  name: `Школа ${orgUnitId}`,
  fromOn,
  untilOn,
  openedOn: null,
  closedOn: null,
});
const mark = (orgUnitId: string, tookPart: boolean, people: number | null = null) => ({
  orgUnitId,
  tookPart,
  people,
});

describe('the share of schools that took part', () => {
  const three = [takes('a'), takes('b'), takes('c')];
  it.each([
    ['nothing is marked', three, [], { n: 0, total: 3, marked: 0, people: 0 }],
    [
      'all are',
      three,
      [mark('a', true, 4), mark('b', true), mark('c', false)],
      { n: 2, total: 3, marked: 3, people: 4 },
    ],
    [
      'one had left the plan before',
      [takes('a'), takes('b', null, '2026-02-01')],
      [mark('a', true), mark('b', true, 3)],
      { n: 1, total: 1, marked: 1, people: 0 },
    ],
    ['one joins later', [takes('a'), takes('b', '2026-04-01')], [], { n: 0, total: 1, marked: 0, people: 0 }],
  ])('%s', (_title, schools, marks, share) => {
    expect(attendanceOn('2026-03-02', schools, marks).share).toEqual(share);
  });

  it('is never above all, whatever was marked and whoever came and went', () => {
    const day = fc.constantFrom(null, '2026-01-01', '2026-03-01', '2026-03-02', '2026-05-01');
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const schools = fc.array(fc.tuple(id, day, day).map(([...of]) => takes(...of)));
    const marks = fc.array(fc.tuple(id, fc.boolean()).map(([...of]) => mark(...of)));
    fc.assert(
      fc.property(schools, marks, (taking, marked) => {
        const { share } = attendanceOn('2026-03-02', taking, marked);
        expect(share.n).toBeLessThanOrEqual(share.marked);
        expect(share.marked).toBeLessThanOrEqual(share.total);
        expect(isComplete(share)).toBe(share.total > 0 && share.marked === share.total);
      }),
    );
  });
});

it.each([
  ['100 % участия ШНОР', 'participation', false, true],
  ['Доля школ, принявших участие', 'share', false, true],
  ['Доля педагогов, прошедших диагностику', 'share', false, false],
  ['Протокол', 'document', false, false],
  ['100 % участия ШНОР', 'participation', true, false],
] as const)('«%s» (%s), of a school: %s, asks for attendance: %s', (raw, kind, ofSchool, asks) => {
  expect(expectsAttendance({ ofSchool }, [{ raw, kind }])).toBe(asks);
});

describe('a list of those who came', () => {
  const unit = (id: string, name: string, settlement: string | null = null) => ({
    id,
    name,
    shortName: name,
    settlement,
  });
  const schools = [
    unit('2', 'МБОУ СОШ № 2 пгт Каменка', 'пгт Каменка'),
    unit('3', 'МБОУ СОШ № 3 пгт Каменка', 'пгт Каменка'),
    unit('g', 'МБОУ ООШ с. Глинка', 'с. Глинка'),
    unit('m', 'МБОУ ООШ с. Медвежье', 'с. Медвежье'),
  ];
  const read = (text: string) => {
    const { found, doubts } = readAttendance(pastedRows(text), schools);
    return [
      ...found.map(({ orgUnitId, people }) => `${orgUnitId}:${people}`),
      ...doubts.map(({ printed }) => `?${printed}`),
    ];
  };

  it.each([
    ['names alone', 'МБОУ СОШ № 2 пгт Каменка\nООШ с. Глинка', ['2:null', 'g:null']],
    [
      'numbers in a cell',
      'Наименование;Человек\nСОШ № 3 пгт Каменка;4\nООШ с. Глинка;2\nИтого;6',
      ['3:4', 'g:2'],
    ],
    [
      'numbers with their word',
      '1. СОШ № 2 пгт Каменка – 3 чел.\n2. ООШ с. Медвежье (5 человек)',
      ['2:3', 'm:5'],
    ],
    [
      'a row a person',
      'СОШ № 2 пгт Каменка;учитель\nСОШ № 2 пгт Каменка;завуч\nООШ с. Глинка;директор',
      ['2:2', 'g:1'],
    ],
    ['two rows of a school with numbers', 'ООШ с. Глинка;2\nООШ с. Глинка;3', ['g:5']],
    ['the number of the row is not one of people', '1;ООШ с. Глинка;7', ['g:7']],
    ['a school that is not in the plan', 'СОШ № 9 г. Светлый', ['?СОШ № 9 г. Светлый']],
    [
      'whatever a school is called',
      'МБОУ № 9;1\nЦентр образования № 12;2\nСШ № 7;3\nМКОУ «Перспектива»',
      ['?МБОУ № 9', '?Центр образования № 12', '?СШ № 7', '?МКОУ «Перспектива»'],
    ],
    [
      'what may be a school: a name in quotes, a number, or somebody with a count of people',
      '1;«Радуга»\n2;Каменка № 3\n3;Медвежье;4\n4;Глинка – 2 чел.\nВсего;6',
      ['?«Радуга»', '?Каменка № 3', '?Медвежье', '?Глинка'],
    ],
    ['the head of the numbers is no row', '№;Школа;Количество;Всего, чел.\n1;ООШ с. Глинка;7', ['g:7']],
    ['what names no school', 'Список участников семинара\n\n12.03.2026', []],
  ])('%s', (_title, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('offers the schools of the number where the words are not alike', () => {
    const { doubts } = readAttendance(pastedRows('МБОУ № 3;4'), schools);
    expect(doubts).toEqual([{ printed: 'МБОУ № 3', people: 4, candidates: ['3'] }]);
  });

  it('is read whole however long, but for names beyond the most, which are counted', () => {
    const many = Array.from({ length: 1005 }, (_, at) => `СОШ № ${at + 100};1`);
    const people = Array.from({ length: 2000 }, () => 'ООШ с. Глинка;учитель');
    const { found, doubts, leftOut } = readAttendance(pastedRows([...many, ...people].join('\n')), schools);
    expect([doubts.length, leftOut, found]).toEqual([1000, 2005, []]);
    const first = readAttendance(pastedRows([...people, ...many].join('\n')), schools);
    expect([first.found, first.leftOut]).toEqual([[{ orgUnitId: 'g', people: 2000 }], 6]);
  });

  it('of a name that fits several offers them and takes none', () => {
    const two = [unit('a', 'ООШ с. Ключи', 'с. Ключи'), unit('b', 'ООШ с. Ключи', 'с. Ключи')];
    const { found, doubts } = readAttendance([['ООШ с. Ключи', 3]], two);
    expect(found).toEqual([]);
    expect(doubts).toEqual([{ printed: 'ООШ с. Ключи', people: 3, candidates: ['a', 'b'] }]);
  });
});
