import { describe, expect, it } from 'vitest';
import { rowChanges, rowTitle } from './row-changes.ts';

const row = {
  id: '1',
  scope: 'region',
  version: 1,
  surname: 'Орлова',
  post: null,
  roles: ['curator'],
  closed: false,
};

describe('what was changed in a row', () => {
  it('is every value of a new one', () => {
    expect(rowChanges(null, row)).toEqual([
      { name: 'surname', old: null, new: 'Орлова' },
      { name: 'roles', old: null, new: 'curator' },
      { name: 'closed', old: null, new: 'false' },
    ]);
  });

  it('is only what differs, without the counters of the machine', () => {
    expect(rowChanges(row, { ...row, version: 2, post: 'методист' })).toEqual([
      { name: 'post', old: null, new: 'методист' },
    ]);
  });

  it('shows that a secret changed, by its mark', () => {
    expect(rowChanges({ id: '1' }, { id: '1', password_hash: '…' })).toEqual([
      { name: 'password_hash', old: null, new: '…' },
    ]);
  });

  it('is everything a removed one had', () => {
    expect(rowChanges({ ...row, roles: [] }, null)).toEqual([
      { name: 'surname', old: 'Орлова', new: null },
      { name: 'closed', old: 'false', new: null },
    ]);
  });
});

describe('a value kept as JSON', () => {
  it.each([
    [{ deadline: { raw: 'до 1 марта', kind: 'date' } }, 'до 1 марта'],
    [{ warnings: [{ code: 'day-off' }, { code: 'row-joined' }] }, '2'],
    [{ abbreviations: { ДО: 'Департамент образования' } }, 'ДО — Департамент образования'],
    [{ edit: { kind: 'choose-owner', orgUnitId: '1' } }, 'choose-owner'],
    [{ tasks: ['Первая, главная', 'Вторая'] }, 'Первая, главная · Вторая'],
    [{ label: 'итоговый' }, 'итоговый'],
  ])('%o is read as %s', (row, text) => {
    expect(rowChanges(null, row).map((field) => field.new)).toEqual([text]);
  });

  it('is read by what it holds where two tables call different things alike', () => {
    const told = rowChanges(null, { basis: ['Приказ № 1', 'Приказ № 2'], count: 7 });
    expect(told.map(({ new: text }) => text)).toEqual(['Приказ № 1 · Приказ № 2', '7']);
  });

  it('says nothing when it is empty, or is the key of a period told by its days', () => {
    expect(rowChanges(null, { abbreviations: {}, basis: [], label: '2026-Q4', source: { row: 1 } })).toEqual(
      [],
    );
  });
});

describe('what a row calls itself', () => {
  it.each([
    [{ surname: 'Орлова', given_name: 'Зоя' }, 'Орлова Зоя'],
    [{ name: 'МБОУ СОШ № 1' }, 'МБОУ СОШ № 1'],
    [{ title: 'Дорожная карта' }, 'Дорожная карта'],
    [{ name: '', role: 'curator' }, null],
  ])('%o: %s', (row, title) => {
    expect(rowTitle(row)).toBe(title);
  });
});
