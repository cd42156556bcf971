import { describe, expect, it } from 'vitest';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { treeLines, treeMove } from './org-tree-lines.ts';

const unit = (id: string, kind: OrgUnit['kind'], name: string, parentId: string | null): OrgUnit => ({
  id,
  kind,
  name,
  shortName: name,
  parentId,
  scope: id,
  settlement: null,
  inn: null,
  ogrn: null,
  code: null,
  openedOn: null,
  closedOn: id === 'closed' ? '2020-08-31' : null,
  version: 1,
});

const units = [
  unit('r', 'region', 'Озёрная область', null),
  unit('n', 'municipality', 'Северный район', 'r'),
  unit('s1', 'school', 'СОШ № 1', 'n'),
  unit('b1', 'branch', 'Филиал', 's1'),
  unit('closed', 'school', 'СОШ № 2', 'n'),
  unit('s', 'municipality', 'Южный район', 'r'),
];
const view = { open: new Set(['r', 'n']), search: '', today: '2026-03-02' };
const lines = treeLines(units, view);
const shown = (found: typeof lines) => found.map((line) => `${'-'.repeat(line.level)} ${line.unit.name}`);

describe('the tree', () => {
  it('shows what is below an open unit and hides the rest', () => {
    expect(shown(lines)).toEqual([
      '- Озёрная область',
      '-- Северный район',
      '--- СОШ № 1',
      '--- СОШ № 2',
      '-- Южный район',
    ]);
  });

  it('counts working schools twice, by legal entity and by object', () => {
    expect(lines.map((line) => [line.count.legalEntities, line.count.objects])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [0, 0],
      [0, 0],
    ]);
  });

  it('leaves of a search what is found with all above it', () => {
    const found = treeLines(units, { ...view, open: new Set(), search: 'школа 1' });
    expect(shown(found)).toEqual(['- Озёрная область', '-- Северный район', '--- СОШ № 1']);
  });

  it('begins where a person begins to see it', () => {
    expect(treeLines(units.slice(1), { ...view, open: new Set() }).map((line) => line.unit.id)).toEqual([
      'n',
      's',
    ]);
  });
});

describe('keys', () => {
  it.each([
    ['ArrowDown', 0, { at: 1, toggle: null }],
    ['ArrowUp', 0, { at: 0, toggle: null }],
    ['End', 0, { at: 4, toggle: null }],
    ['Home', 3, { at: 0, toggle: null }],
    // Into what is open, open what is folded, nothing where there is nothing.
    ['ArrowRight', 1, { at: 2, toggle: null }],
    ['ArrowRight', 2, { at: 2, toggle: 's1' }],
    ['ArrowRight', 3, { at: 3, toggle: null }],
    // Fold what is open, else go up.
    ['ArrowLeft', 1, { at: 1, toggle: 'n' }],
    ['ArrowLeft', 3, { at: 1, toggle: null }],
    ['a', 0, null],
  ])('%s on line %i', (key, at, expected) => {
    expect(treeMove(lines, at, key)).toEqual(expected);
  });
});
