import { describe, expect, it } from 'vitest';
import { checkClosing, checkOpenBelow, checkRemoving, type UnitUse } from './unit-use.ts';

const codeOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

const open = { closedOn: null };
const closed = { closedOn: '2026-08-31' };
const earlier = { closedOn: '2026-06-30' };
const branch: UnitUse = { kind: 'below', count: 1, names: ['Филиал'] };
const role: UnitUse = { kind: 'role', count: 2, names: [] };

describe('closing a unit', () => {
  it.each([
    { name: 'with nothing in use', before: open, after: closed, uses: [], isDespiteUse: false, code: null },
    {
      name: 'with an open branch',
      before: open,
      after: closed,
      uses: [branch],
      isDespiteUse: true,
      code: 'registry-open-below',
    },
    {
      name: 'with roles that nobody has looked at',
      before: open,
      after: closed,
      uses: [role],
      isDespiteUse: false,
      code: 'registry-closing-used',
    },
    {
      name: 'with roles, all the same',
      before: open,
      after: closed,
      uses: [role],
      isDespiteUse: true,
      code: null,
    },
    {
      name: 'earlier than it was',
      before: closed,
      after: earlier,
      uses: [role],
      isDespiteUse: false,
      code: 'registry-closing-used',
    },
    {
      name: 'that was closed already',
      before: closed,
      after: closed,
      uses: [branch, role],
      isDespiteUse: false,
      code: null,
    },
    {
      name: 'later than it was',
      before: earlier,
      after: closed,
      uses: [role],
      isDespiteUse: false,
      code: null,
    },
    {
      name: 'is not opening it',
      before: closed,
      after: open,
      uses: [branch, role],
      isDespiteUse: false,
      code: null,
    },
  ])('$name', ({ code, ...closing }) => {
    expect(codeOf(() => checkClosing(closing))).toBe(code);
  });
});

describe('opening below a closed unit', () => {
  it.each([
    [open, null, null],
    [open, { name: 'Школа', closedOn: null }, null],
    [open, { name: 'Школа', closedOn: '2026-08-31' }, 'registry-parent-closed'],
    [earlier, { name: 'Школа', closedOn: '2026-08-31' }, null],
    [closed, { name: 'Школа', closedOn: '2026-06-30' }, 'registry-parent-closed'],
  ])('%o below %o: %s', (unit, parent, code) => {
    expect(codeOf(() => checkOpenBelow(unit, parent))).toBe(code);
  });
});

it('a unit that anything refers to is not removed', () => {
  expect(codeOf(() => checkRemoving([]))).toBeNull();
  expect(codeOf(() => checkRemoving([role]))).toBe('registry-removing-used');
});
