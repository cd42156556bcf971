import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../basics/sheet-table.ts';
import { recogniseLayout, type RegisterField } from './register-layout.ts';
import { readRegisterRows, shortNameOfRow } from './register-row.ts';

const heads: Readonly<Record<RegisterField, string>> = {
  name: 'Полное наименование ОО',
  shortName: 'Краткое наименование',
  kind: 'Тип организации',
  schoolType: 'Вид программ',
  municipality: 'Район (городской округ)',
  parent: 'Головная организация',
  inn: 'ИНН',
  ogrn: 'ОГРН',
  code: 'Логин ФИС ОКО',
  settlement: 'Населённый пункт',
  openedOn: 'Дата открытия',
  closedOn: 'Дата ликвидации',
};

/** One row of a file with these cells filled in. */
function read(cells: Partial<Record<RegisterField, SheetCell>>) {
  const filled: Partial<Record<RegisterField, SheetCell>> = { name: 'Школа № 1', ...cells };
  const fields = Object.keys(heads) as RegisterField[];
  const table = {
    name: '',
    rows: [fields.map((field): SheetCell => heads[field]), fields.map((field) => filled[field] ?? null)],
  };
  const { rows, problems } = readRegisterRows(table, recogniseLayout([table]));
  return { row: rows[0], problems: problems.map(({ field, code, value }) => `${field} ${code} ${value}`) };
}

describe('headings', () => {
  it('are recognised by their words', () => {
    const { columns } = recogniseLayout([{ name: '', rows: [Object.values(heads)] }]);
    expect(columns).toEqual(Object.fromEntries(Object.keys(heads).map((field, at) => [field, at])));
  });

  it('are looked for on every sheet, below whatever stands over the table', () => {
    const rows = [
      ['Перечень школ муниципального района по состоянию на 01.09.2025'],
      [],
      ['№', 'ОО', 'ИНН', 'МО'],
    ];
    const { sheet, headRow, columns } = recogniseLayout([
      { name: 'Титул', rows: [['Отчёт']] },
      { name: 'Школы', rows },
    ]);
    expect([sheet, headRow, columns.name, columns.inn, columns.municipality]).toEqual([1, 2, 1, 2, 3]);
  });
});

describe('kinds', () => {
  it.each([
    ['Средняя общеобразовательная школа', 'school'],
    ['Муниципальное общеобразовательное учреждение', 'school'],
    ['гимназия', 'school'],
    ['Филиал', 'branch'],
    ['Управление образования', 'authority'],
    ['МОУО', 'authority'],
    ['ЦНППМ', 'institute'],
    ['Муниципальный округ', 'municipality'],
  ])('%j is %s', (kind, expected) => {
    expect(read({ kind, ...(expected === 'branch' ? { parent: 'Школа № 2' } : {}) }).row?.kind).toBe(
      expected,
    );
  });

  it('left out are schools, or branches when they have a parent', () => {
    expect(read({}).row?.kind).toBe('school');
    expect(read({ parent: 'Школа № 2' }).row?.kind).toBe('branch');
    expect(read({ parent: 'школа №\u00A01' }).row?.kind).toBe('school');
  });
});

describe('types of schools', () => {
  it.each([
    ['Адаптированные основные общеобразовательные программы', 'correctional'],
    ['вечерняя (сменная)', 'evening'],
    ['Санаторная школа-интернат', 'sanatorium'],
    ['при больнице', 'hospital'],
    ['при исправительной колонии', 'penal'],
    ['Основные общеобразовательные программы', 'general'],
    ['СОШ', 'general'],
    ['Школа с коррекционными классами', 'general'],
  ])('%j is %s', (schoolType, expected) => {
    expect(read({ schoolType }).row?.schoolType).toBe(expected);
  });

  it('are told by values of the kind, too, where they are special, and such a kind is a school', () => {
    const evening = read({ kind: 'Вечерняя (сменная)' });
    expect([evening.row?.kind, evening.row?.schoolType]).toEqual(['school', 'evening']);
    const ordinary = read({ kind: 'Средняя общеобразовательная школа' }).row;
    expect([ordinary?.kind, ordinary?.schoolType]).toEqual(['school', null]);
  });

  it('that are not understood are refused, and of what is no school are left out', () => {
    expect(read({ schoolType: 'жёлтая' }).problems).toEqual(['schoolType school-type-unknown жёлтая']);
    expect(read({ kind: 'ЦНППМ', schoolType: 'вечерняя' }).row?.schoolType).toBeNull();
  });
});

describe('dates', () => {
  it.each<[SheetCell, string]>([
    ['01.09.2021', '2021-09-01'],
    ['2021-09-01', '2021-09-01'],
    ['1.9.21', '2021-09-01'],
    [44440, '2021-09-01'],
    ['44440', '2021-09-01'],
  ])('%j is %s', (openedOn, expected) => {
    expect(read({ openedOn }).row?.openedOn).toBe(expected);
  });

  it.each<[SheetCell, string]>([
    ['сентябрь', 'сентябрь'],
    ['31.02.2021', '31.02.2021'],
    [2021, '2021'],
    [99_999, '99999'],
  ])('%j is refused', (openedOn, shown) => {
    expect(read({ openedOn }).problems).toEqual([`openedOn date-wrong ${shown}`]);
  });

  it('must not run backwards', () => {
    expect(read({ openedOn: '01.09.2021', closedOn: '01.09.2020' }).problems).toEqual([
      'closedOn closed-before-opened 01.09.2020',
    ]);
  });
});

describe('numbers', () => {
  it.each<[SheetCell, string | null]>([
    ['7707083893', '7707083893'],
    [7707083893, '7707083893'],
    [' 77 0708 3893 ', '7707083893'],
    // The zero of a first region is lost when a spreadsheet takes the number for a quantity.
    [100000004, '0100000004'],
    [null, null],
  ])('ИНН %j', (inn, expected) => {
    expect(read({ inn }).row?.inn).toBe(expected);
  });

  it('of a person and mistyped ones are refused with their cells', () => {
    const { problems } = read({ inn: '500100732259', ogrn: '1027700132196' });
    expect(problems).toEqual(['inn inn-of-person 500100732259', 'ogrn ogrn-wrong 1027700132196']);
  });

  it('keep the thirteen digits of an ОГРН', () => {
    expect(read({ ogrn: 1027700132195 }).row?.ogrn).toBe('1027700132195');
  });
});

describe('texts', () => {
  it('are cleared of line breaks, and a short name is made when there is none', () => {
    const name =
      'Муниципальное бюджетное общеобразовательное учреждение\n«Средняя общеобразовательная школа № 3»';
    const { row } = read({ name });
    expect(row?.name).not.toContain('\n');
    expect(row && shortNameOfRow(row)).toBe('МБОУ «СОШ № 3»');
  });

  it.each<[Partial<Record<RegisterField, SheetCell>>, string]>([
    [{ name: '=HYPERLINK("http://example.org")' }, 'name formula =HYPERLINK("http://example.org")'],
    [{ name: null, inn: '7707083893' }, 'name name-missing '],
    [{ settlement: 'с'.repeat(201) }, `settlement too-long ${'с'.repeat(201)}`],
    [{ kind: 'кафе' }, 'kind kind-unknown кафе'],
  ])('%j is refused', (cells, problem) => {
    expect(read(cells).problems).toContain(problem);
  });
});

it('passes over the row of column numbers of an official form', () => {
  const table = {
    name: '',
    rows: [
      ['Наименование', 'ИНН', 'Район'],
      [1, 2, 3],
      ['Школа', null, 'Южный'],
    ],
  };
  expect(readRegisterRows(table, recogniseLayout([table])).rows.map((row) => row.name)).toEqual(['Школа']);
});

it.each([
  ['Каменский муниципальный округ', true],
  ['г. Светлый', true],
  ['г.Светлый', true],
  ['Городской округ город Светлый', true],
  ['МО «Каменское»', true],
  ['Центральный район', true],
  ['Садовский муниципальный район', true],
  ['Центр образования г. Светлый', false],
  ['Кадетский корпус г. Светлый', false],
  ['Дом творчества Каменского района', false],
  ['Техникум города Светлый', false],
  ['МБОУ № 3 Каменского района', false],
  ['СШ № 3 г. Светлый', false],
])('a row that says only «%s» heads those below: %s', (only, isHeading) => {
  const names = ['Наименование', 'Муниципалитет', 'ИНН'];
  const rows = [names, [only, null, null], ['МБОУ СОШ № 4', null, null]];
  const { rows: read } = readRegisterRows({ name: '', rows }, recogniseLayout([{ name: '', rows }]));
  expect(read.at(-1)?.municipality).toBe(isHeading ? only : null);
  expect(read).toHaveLength(isHeading ? 1 : 2);
});

it('takes the row of a territory for the municipality of what stands below it, and a total for nothing', () => {
  const table = {
    name: '',
    rows: [
      ['№', 'Наименование ОО', 'Сокр. наименование', 'Муниципалитет'],
      [1, 'МБОУ СОШ № 1', 'СОШ № 1', 'Луговской район'],
      [null, 'Каменский муниципальный округ', null, null],
      [2, 'МКОУ ООШ с. Глинка', 'ООШ Глинка', null],
      [3, 'МБОУ СОШ № 4', null, null],
      ['Итого: 3', null, null, null],
      ['Всего по округу', 3, null, null],
    ],
  };
  const { rows, problems } = readRegisterRows(table, recogniseLayout([table]));
  expect(rows.map((row) => [row.name, row.shortName, row.municipality])).toEqual([
    ['МБОУ СОШ № 1', 'СОШ № 1', 'Луговской район'],
    ['МКОУ ООШ с. Глинка', 'ООШ Глинка', 'Каменский муниципальный округ'],
    ['МБОУ СОШ № 4', null, 'Каменский муниципальный округ'],
  ]);
  expect(problems).toEqual([]);
});
