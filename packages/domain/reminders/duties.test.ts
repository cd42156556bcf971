import { describe, expect, it } from 'vitest';
import type { Role } from '../basics/actor.ts';
import { acceptDuties, type Holder, unitDuties } from './duties.ts';

const units = [
  { id: 'region', scope: 'r', kind: 'region' },
  { id: 'district', scope: 'r.d', kind: 'municipality' },
  { id: 'office', scope: 'r.d.o', kind: 'authority' },
  { id: 'institute', scope: 'r.i', kind: 'institute' },
  { id: 'school', scope: 'r.d.s', kind: 'school' },
  { id: 'branch', scope: 'r.d.s.b', kind: 'branch' },
];
const holder = (personId: string, role: Role, scope: string): Holder => ({ personId, role, scope });

const people = [
  holder('admin', 'administrator', 'r'),
  holder('regional', 'regional-coordinator', 'r'),
  holder('municipal', 'municipal-coordinator', 'r.d'),
  holder('method', 'methodologist', 'r.i'),
  holder('curator', 'curator', 'r.d.s'),
  holder('director', 'school-director', 'r.d.s'),
  holder('observer', 'observer', 'r.d.s'),
];

describe('who speaks for an organisation', () => {
  it.each([
    ['school', ['director']],
    ['branch', ['director']],
    ['office', ['municipal']],
    ['district', ['municipal']],
    ['institute', ['method']],
    // The administrator only where there is nobody else.
    ['region', ['regional']],
  ])('%s: %j', (unitId, told) => {
    const duties = unitDuties(units, people).filter((duty) => duty.unitId === unitId);
    expect(duties.map(({ personId }) => personId)).toEqual(told);
  });

  it('is the administrator where nobody else is', () => {
    const [admin] = people;
    const duties = unitDuties(units, admin === undefined ? [] : [admin]);
    expect(duties).toEqual([{ personId: 'admin', unitId: 'region' }]);
  });

  it('is told once, whatever roles she has', () => {
    const twice = [holder('a', 'school-director', 'r.d.s'), holder('a', 'school-coordinator', 'r.d.s')];
    expect(unitDuties(units, twice).filter(({ unitId }) => unitId === 'school')).toHaveLength(1);
  });
});

describe('who is asked to accept what is done', () => {
  const asked = (scope: string, holders: readonly Holder[]): Record<string, number> =>
    Object.fromEntries(acceptDuties([scope], holders).map(({ personId, level }) => [personId, level]));
  const without = (...ids: string[]) => people.filter(({ personId }) => !ids.includes(personId));

  it.each([
    ['at a school: its curator, then the municipality', 'r.d.s', people, { curator: 0, municipal: 1 }],
    [
      'without a curator: the municipality, then the region',
      'r.d.s',
      without('curator'),
      { municipal: 0, regional: 1 },
    ],
    ['without both: the region', 'r.d.s', without('curator', 'municipal'), { regional: 0 }],
    ['at the region: its coordinator', 'r', people, { regional: 0 }],
    ['nobody but an administrator: she', 'r.d', [people[0]!], { admin: 0 }],
    ['nobody at all', 'r.d', [], {}],
  ])('%s', (_, scope, holders, levels) => {
    expect(asked(scope, holders)).toEqual(levels);
  });
});
