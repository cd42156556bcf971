import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../basics/sheet-table.ts';
import { compareRegister, type KnownRegister } from './compare-register.ts';
import type { OrgUnit } from './org-unit.ts';
import { recogniseLayout, type RegisterLayout } from './register-layout.ts';
import { readRegisterRows } from './register-row.ts';

const nothing = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };

type Named = readonly [id: string, kind: OrgUnit['kind'], name: string];

function unit([id, kind, name]: Named, parent: OrgUnit | null, more = {}): OrgUnit {
  const scope = parent === null ? 'region' : `${parent.scope}.${id}`;
  return {
    id,
    kind,
    name,
    shortName: name,
    parentId: parent?.id ?? null,
    scope,
    version: 1,
    ...nothing,
    ...more,
  };
}

const region = unit(['r', 'region', 'Озёрная область'], null);
const north = unit(['n', 'municipality', 'Северный муниципальный район'], region);
const south = unit(['s', 'municipality', 'Южный район'], region);
const first = unit(['f', 'school', 'МБОУ «СОШ № 1»'], north, { inn: '7707083893', code: 'edu1' });
const branch = unit(['b', 'branch', 'Филиал в с. Речное'], first);
const tree = [region, north, south, first, branch];

const manager: KnownRegister = {
  units: tree,
  aliases: [],
  types: new Map(),
  addMunicipalities: false,
  mayManage: () => true,
};
const head = [
  'Наименование',
  'Вид',
  'Муниципалитет',
  'Головная организация',
  'ИНН',
  'Код ОО',
  'Дата открытия',
];

/** Each step in a word, each problem as row, field and code. */
function compare(rows: readonly (readonly SheetCell[])[], known: KnownRegister = manager, columns = head) {
  const table = { name: '', rows: [columns, ...rows].map((row) => [...row]) };
  const layout: RegisterLayout = recogniseLayout([table]);
  const { steps, problems } = compareRegister(readRegisterRows(table, layout), known);
  return {
    steps,
    words: steps.map(
      (step) => `${step.action} ${step.action === 'keep' ? step.unit.name : step.fields.name}`,
    ),
    problems: problems.map(({ row, field, code }) => `${row} ${field ?? '-'} ${code}`),
  };
}

describe('a row is the unit', () => {
  it.each<[string, SheetCell[], string]>([
    [
      'with its code, whatever it is called now',
      ['МБОУ «Гимназия»', null, 'Северный', null, null, 'edu1'],
      'change МБОУ «Гимназия»',
    ],
    [
      'with its ИНН and name',
      ['МБОУ "СОШ № 1"', null, 'Северный район', null, '7707083893'],
      'keep МБОУ «СОШ № 1»',
    ],
    [
      'with its name at the same place',
      ['мбоу сош № 1', null, 'Северный муниципальный район'],
      'keep МБОУ «СОШ № 1»',
    ],
    [
      'but not with another ИНН',
      ['МБОУ «СОШ № 1»', null, 'Северный', null, '5260200603'],
      'add МБОУ «СОШ № 1»',
    ],
    ['but not in another municipality', ['МБОУ «СОШ № 1»', null, 'Южный'], 'add МБОУ «СОШ № 1»'],
  ])('%s', (_, row, expected) => {
    expect(compare([row])).toMatchObject({ words: [expected], problems: [] });
  });

  it('and an empty cell changes nothing', () => {
    const { steps } = compare([['МБОУ «СОШ № 1»', null, 'Северный', null, null, null, '01.09.1960']]);
    expect(steps[0]).toMatchObject({
      action: 'change',
      fields: { inn: '7707083893', code: 'edu1', openedOn: '1960-09-01' },
    });
  });

  it('loaded a second time, the register changes nothing', () => {
    const rows = [
      ['МБОУ «СОШ № 1»', 'школа', 'Северный', null, '7707083893', 'edu1'],
      ['Филиал в с. Речное', 'филиал', 'Северный', 'МБОУ «СОШ № 1»'],
    ];
    expect(compare(rows).words).toEqual(['keep МБОУ «СОШ № 1»', 'keep Филиал в с. Речное']);
  });
});

describe('parents', () => {
  it('may stand in the file below their branches', () => {
    const { words, steps, problems } = compare([
      ['Филиал «Росинка»', 'филиал', 'Южный', 'Школа № 5'],
      ['Школа № 5', 'школа', 'Южный'],
    ]);
    expect(problems).toEqual([]);
    expect(words).toEqual(['add Школа № 5', 'add Филиал «Росинка»']);
    expect(steps[1]).toMatchObject({ parent: { step: 0 } });
  });

  it('are told apart by municipality, and asked for when that is not enough', () => {
    const namesake = unit(['x', 'school', 'МБОУ «СОШ № 1»'], south);
    const known = { ...manager, units: [...tree, namesake] };
    const ofSouth = compare([['Филиал', 'филиал', 'Южный', 'МБОУ «СОШ № 1»']], known);
    expect(ofSouth.steps[0]).toMatchObject({ parent: { known: { id: 'x' } } });
    const ofNobody = compare([['Филиал', 'филиал', null, 'МБОУ «СОШ № 1»']], known);
    expect(ofNobody.problems).toEqual(['2 parent parent-ambiguous']);
  });

  it.each<[string, SheetCell[][], string[]]>([
    ['a branch of nothing', [['Филиал', 'филиал', 'Южный']], ['2 parent parent-missing']],
    [
      'a branch of what is nowhere',
      [['Филиал', 'филиал', 'Южный', 'Школа № 99']],
      ['2 parent parent-unknown'],
    ],
    [
      'branches of each other',
      [
        ['Филиал А', 'филиал', 'Южный', 'Филиал Б'],
        ['Филиал Б', 'филиал', 'Южный', 'Филиал А'],
      ],
      ['2 parent parent-cycle', '3 parent parent-cycle'],
    ],
    [
      'a branch of a branch',
      [
        ['Филиал А', 'филиал', 'Южный', 'Филиал Б'],
        ['Филиал Б', 'филиал', 'Северный', 'edu1'],
      ],
      ['2 parent parent-not-school'],
    ],
    [
      'a branch of a refused school',
      [
        ['Школа № 5', 'школа', 'Неведомый'],
        ['Филиал', 'филиал', 'Южный', 'Школа № 5'],
      ],
      ['2 municipality municipality-unknown', '3 parent parent-unknown'],
    ],
  ])('%s is refused', (_, rows, expected) => {
    expect(compare(rows).problems).toEqual(expected);
  });
});

describe('a row is refused', () => {
  it.each<[string, SheetCell[][], string[]]>([
    [
      'that repeats a code',
      [
        ['А', null, 'Южный', null, null, 'edu7'],
        ['Б', null, 'Южный', null, null, 'edu7'],
      ],
      ['3 name duplicate'],
    ],
    [
      'that repeats a name at one place',
      [
        ['Школа', null, 'Южный'],
        ['школа', null, 'Южный'],
      ],
      ['3 name duplicate'],
    ],
    ['that moves a school', [['Школа', null, 'Южный', null, null, 'edu1']], ['2 municipality place-differs']],
    [
      'that makes a branch of a school',
      [['Школа', 'филиал', 'Северный', 'МБОУ «СОШ № 1»', null, 'edu1']],
      ['2 kind kind-differs'],
    ],
    ['without a municipality', [['Школа']], ['2 municipality municipality-missing']],
  ])('%s', (_, rows, expected) => {
    expect(compare(rows).problems).toEqual(expected);
  });

  it('where the person has no rights', () => {
    const own = { ...manager, mayManage: (scope: string) => scope.startsWith(south.scope) };
    expect(
      compare(
        [
          ['Школа', null, 'Северный'],
          ['Школа', null, 'Южный'],
        ],
        own,
      ),
    ).toMatchObject({
      words: ['add Школа'],
      problems: ['2 - not-yours'],
    });
  });

  it('with namesakes of one name but different codes is not', () => {
    const rows = [
      ['Школа', null, 'Южный', null, null, 'edu7'],
      ['Школа', null, 'Южный', null, null, 'edu8'],
    ];
    expect(compare(rows).problems).toEqual([]);
  });
});

describe('municipalities', () => {
  it('that are not there yet are added once when that is asked for', () => {
    const rows = [
      ['Школа № 1', null, 'Лесной округ'],
      ['Школа № 2', null, 'Лесной округ'],
    ];
    const { words, steps } = compare(rows, { ...manager, addMunicipalities: true });
    expect(words).toEqual(['add Лесной округ', 'add Школа № 1', 'add Школа № 2']);
    expect(steps[2]).toMatchObject({ parent: { step: 0 } });
  });

  it('may be rows of the file themselves', () => {
    const rows = [
      ['Школа № 1', 'школа', 'Лесной округ'],
      ['Лесной округ', 'городской округ'],
    ];
    expect(compare(rows)).toMatchObject({ words: ['add Лесной округ', 'add Школа № 1'], problems: [] });
  });

  it('need not be named by a person who has only one', () => {
    const own = {
      ...manager,
      units: [region, south],
      mayManage: (scope: string) => scope.startsWith(south.scope),
    };
    expect(compare([['Школа № 1']], own).steps[0]).toMatchObject({ parent: { known: { id: 's' } } });
  });

  it('may head the rows below them', () => {
    const rows = [['Северный район'], [1, 'Школа № 7'], ['Южный район'], [1, 'Школа № 7']];
    const { steps } = compare(rows, manager, ['№', 'Наименование']);
    expect(steps).toMatchObject([{ parent: { known: { id: 'n' } } }, { parent: { known: { id: 's' } } }]);
  });
});

it('finds units by what documents call them', () => {
  const aliases = [{ id: 'a', orgUnitId: 's', name: 'ЮМР' }];
  expect(compare([['Школа', null, 'ЮМР']], { ...manager, aliases }).problems).toEqual([]);
});
