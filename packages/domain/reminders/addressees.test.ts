import { describe, expect, it } from 'vitest';
import type { Assignment } from '../accounts/role-term.ts';
import { addresseesOf, presentFor, speakingRoles } from './addressees.ts';

const today = '2026-03-04';

/** «anna: a» holds the role a; `for`: in place of that one; `acting` in its absence. */
const role = (id: string, personId: string, changes: Partial<Assignment> = {}): Assignment => ({
  id,
  personId,
  role: 'school-director',
  scope: 'region.north.school',
  orgUnitId: 'school',
  fromOn: '2020-01-01',
  untilOn: null,
  acting: false,
  inPlaceOfId: null,
  ...changes,
});
const acting = (id: string, personId: string, inPlaceOfId: string, term: [string, string]) =>
  role(id, personId, { acting: true, inPlaceOfId, fromOn: term[0], untilOn: term[1] });

const absence = [role('a', 'anna'), acting('b', 'boris', 'a', ['2026-03-01', '2026-03-15'])];
const handedOver = [
  role('a', 'anna', { untilOn: '2026-02-28' }),
  role('c', 'vera', { inPlaceOfId: 'a', fromOn: '2026-03-01' }),
];

describe('a role speaks', () => {
  it.each([
    ['by its holder', [role('a', 'anna')], today, ['anna']],
    ['by who acts for her, not by the absent', absence, today, ['boris']],
    ['by the holder again when the absence is over', absence, '2026-03-16', ['anna']],
    ['by the new holder after a handover', handedOver, today, ['vera']],
    ['by the old one until the day before', handedOver, '2026-02-28', ['anna']],
    ['by nobody when it has ended', [role('a', 'anna', { untilOn: '2026-03-03' })], today, []],
  ])('%s', (_, assignments, day, people) => {
    expect(speakingRoles(assignments, day).map(({ personId }) => personId)).toEqual(people);
  });
});

describe('what is addressed to Anna by name reaches', () => {
  it.each([
    ['herself', [role('a', 'anna')], ['anna']],
    ['who acts for her', absence, ['boris']],
    ['the new holder after a handover', handedOver, ['vera']],
    [
      'the last of a chain of handovers',
      [
        role('a', 'anna', { untilOn: '2025-01-01' }),
        role('b', 'boris', { inPlaceOfId: 'a', fromOn: '2025-01-02', untilOn: '2026-01-01' }),
        role('c', 'vera', { inPlaceOfId: 'b', fromOn: '2026-01-02' }),
      ],
      ['vera'],
    ],
    [
      'who acts for the new holder',
      [...handedOver, acting('d', 'dina', 'c', ['2026-03-04', '2026-03-05'])],
      ['dina'],
    ],
    ['herself while another of her roles speaks', [...absence, role('z', 'anna')], ['anna']],
    ['nobody when she left and nobody took over', [role('a', 'anna', { untilOn: '2026-01-01' })], []],
    [
      'nobody twice when rows refer to each other',
      [
        role('a', 'anna', { untilOn: '2026-01-01', inPlaceOfId: 'b' }),
        role('b', 'boris', { untilOn: '2026-01-01', inPlaceOfId: 'a' }),
      ],
      [],
    ],
  ])('%s', (_, assignments, people) => {
    expect(addresseesOf(assignments, today)('anna')).toEqual(people);
  });
});

describe('during an absence of her own', () => {
  const away = (standIns: Record<string, string | null>) => (id: string) =>
    id in standIns ? { standInId: standIns[id] ?? null } : null;
  const anybody = () => true;
  it.each([
    ['a present person is told herself', {}, anybody, 'anna'],
    ['the stand-in is told', { anna: 'boris' }, anybody, 'boris'],
    ['the stand-in of an absent stand-in is', { anna: 'boris', boris: 'vera' }, anybody, 'vera'],
    ['nobody is, without one', { anna: null }, anybody, null],
    ['nobody is, when two stand in for each other', { anna: 'boris', boris: 'anna' }, anybody, null],
    ['nobody is, when the stand-in may not read it', { anna: 'boris' }, () => false, null],
  ])('%s', (_, standIns, may, told) => {
    expect(presentFor('anna', away(standIns), may)).toBe(told);
  });
});
