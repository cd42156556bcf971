import { describe, expect, it } from 'vitest';
import { arrangeLines, choicesOf, seenRows } from './arrange-rows.ts';
import type { GridColumn } from './grid-column.ts';
import { withFilter, withNextSort, type GridFilter, type GridView } from './grid-view.ts';

type School = { name: string; pupils: number | null; opened: string | null; district: string };

const schools: School[] = [
  { name: 'СОШ № 10', pupils: 300, opened: '1999-09-01', district: 'Южный район' },
  { name: 'СОШ № 2', pupils: null, opened: null, district: 'Северный район' },
  { name: 'Гимназия «Росток»', pupils: 0, opened: '2021-09-01', district: 'Южный район' },
];

const columns: readonly GridColumn<School>[] = [
  { id: 'name', title: 'Название', kind: 'text', value: (row) => row.name },
  { id: 'pupils', title: 'Учеников', kind: 'number', value: (row) => row.pupils },
  { id: 'opened', title: 'Открыта', kind: 'date', value: (row) => row.opened },
  { id: 'district', title: 'Район', kind: 'choice', value: (row) => row.district },
];

const plain: GridView = { sort: null, filters: {}, hidden: [], folded: [] };
const byDistrict = (row: School) => ({ id: row.district, title: row.district });
const names = (rows: readonly School[]) => rows.map((row) => row.name);
const seen = (view: GridView, search = '') => names(seenRows(schools, { columns, view, search }));

describe('order', () => {
  it('puts № 2 before № 10', () => {
    expect(seen(withNextSort(plain, 'name'))).toEqual(['Гимназия «Росток»', 'СОШ № 2', 'СОШ № 10']);
  });

  it('keeps what has no data last in both directions, and zero is data', () => {
    const up = withNextSort(plain, 'pupils');
    expect(seen(up)).toEqual(['Гимназия «Росток»', 'СОШ № 10', 'СОШ № 2']);
    expect(seen(withNextSort(up, 'pupils'))).toEqual(['СОШ № 10', 'Гимназия «Росток»', 'СОШ № 2']);
  });

  it('returns to the order of the rows at the third asking', () => {
    const third = withNextSort(withNextSort(withNextSort(plain, 'name'), 'name'), 'name');
    expect(seen(third)).toEqual(names(schools));
  });
});

describe('filters', () => {
  it.each<[string, GridFilter, string[]]>([
    ['name', { kind: 'contains', text: 'РОСТОК' }, ['Гимназия «Росток»']],
    ['district', { kind: 'among', values: ['Южный район'] }, ['СОШ № 10', 'Гимназия «Росток»']],
    ['pupils', { kind: 'between', from: 0, to: 10 }, ['Гимназия «Росток»']],
    ['opened', { kind: 'between', from: '2000-01-01', to: null }, ['Гимназия «Росток»']],
    ['opened', { kind: 'between', from: null, to: '1999-09-01' }, ['СОШ № 10']],
    ['pupils', { kind: 'among', values: [null] }, ['СОШ № 2']],
  ])('on %s by %j leave %j', (columnId, filter, expected) => {
    expect(seen(withFilter(plain, columnId, filter))).toEqual(expected);
  });

  it('without a condition leave every row', () => {
    expect(withFilter(plain, 'name', { kind: 'contains', text: ' ' }).filters).toEqual({});
  });

  it('work together with the search, whose words may stand in different columns', () => {
    expect(seen(plain, 'сош южный')).toEqual(['СОШ № 10']);
    expect(seen({ ...plain, hidden: ['district'] }, 'южный')).toEqual([]);
  });
});

describe('groups', () => {
  const lines = (view: GridView) => {
    const arrangement = { columns, view, search: '', groupBy: byDistrict };
    return arrangeLines(schools, seenRows(schools, arrangement), arrangement).map((line) =>
      line.kind === 'group' ? `${line.group.title} ${line.count}` : line.row.name,
    );
  };

  it('stand in the order of the rows and count their members', () => {
    expect(lines(plain)).toEqual([
      'Южный район 2',
      'СОШ № 10',
      'Гимназия «Росток»',
      'Северный район 1',
      'СОШ № 2',
    ]);
  });

  it('folded show the heading only; without a member they are not shown', () => {
    const view = withFilter({ ...plain, folded: ['Южный район'] }, 'district', {
      kind: 'among',
      values: ['Южный район'],
    });
    expect(lines(view)).toEqual(['Южный район 2']);
  });
});

it('offers the different values of a column with their counts, «no data» last', () => {
  expect(choicesOf(schools, columns[1]!)).toEqual([
    { value: '0', count: 1 },
    { value: '300', count: 1 },
    { value: null, count: 1 },
  ]);
});
