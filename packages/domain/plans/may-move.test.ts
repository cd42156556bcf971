import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../basics/actor.ts';
import { type InstancePlace, mayMove, openMoves, workPlace } from './may-move.ts';

const person = (role: Role, scope: string, personId = 'she'): Actor => ({
  personId,
  grants: [{ role, scope }],
});
const ofSchool: InstancePlace = {
  scope: 'region.north.school',
  ofSchool: true,
  executors: ['region.institute'],
  submittedById: 'executor',
  controllerId: 'controller',
};

describe('who carries out', () => {
  it.each<[Role, string, boolean]>([
    ['school-director', 'region.north.school', true],
    ['school-coordinator', 'region.north.school', true],
    ['school-coordinator', 'region.north.school.branch', false],
    ['school-director', 'region.north.other', false],
    ['curator', 'region.north.school', true],
    ['municipal-coordinator', 'region.north', true],
    ['municipal-coordinator', 'region.south', false],
    ['methodologist', 'region.institute', true],
    ['observer', 'region', false],
  ])('%s at %s: %s', (role, scope, may) => {
    expect(mayMove(person(role, scope), 'submit', ofSchool)).toBe(may);
  });
});

describe('who accepts', () => {
  it.each<[Role, string, boolean]>([
    ['curator', 'region.north.school', true],
    ['municipal-coordinator', 'region.north', true],
    ['regional-coordinator', 'region', true],
    ['school-director', 'region.north.school', false],
    ['methodologist', 'region.institute', false],
    ['observer', 'region', false],
  ])('%s at %s: %s', (role, scope, may) => {
    expect(mayMove(person(role, scope), 'accept', ofSchool)).toBe(may);
  });

  it('the controller named by the act accepts whatever her role', () => {
    expect(mayMove(person('observer', 'region', 'controller'), 'accept', ofSchool)).toBe(true);
  });

  it('nobody accepts or returns her own', () => {
    const own = person('municipal-coordinator', 'region.north', 'executor');
    expect(mayMove(own, 'accept', ofSchool)).toBe(false);
    expect(mayMove(own, 'return', ofSchool)).toBe(false);
  });
});

it('offers only what is open in this state to this person', () => {
  const submitted = { ...ofSchool, beforeApproval: false };
  expect(openMoves(person('curator', 'region.north.school'), 'submitted', submitted)).toEqual([
    'withdraw',
    'accept',
    'return',
  ]);
  expect(openMoves(person('school-director', 'region.north.school'), 'submitted', submitted)).toEqual([
    'withdraw',
  ]);
  expect(openMoves(person('observer', 'region'), 'submitted', submitted)).toEqual([]);
});

describe('where a thing belongs that a person adds', () => {
  it.each<[string, Actor, string, { scope: string; authorScope: string }]>([
    [
      'a school’s, on a common instance: to the school',
      person('school-director', 'region.north.school'),
      'region',
      { scope: 'region.north.school', authorScope: 'region.north.school' },
    ],
    [
      'an office’s, on a common instance: to all of it',
      person('municipal-coordinator', 'region.north'),
      'region',
      { scope: 'region', authorScope: 'region.north' },
    ],
    [
      'an institute’s, on a school’s instance: to the school',
      person('methodologist', 'region.institute'),
      'region.north.school',
      { scope: 'region.north.school', authorScope: 'region.institute' },
    ],
    [
      'a coordinator’s, on a school’s instance: to the school',
      person('municipal-coordinator', 'region.north'),
      'region.north.school',
      { scope: 'region.north.school', authorScope: 'region.north' },
    ],
  ])('%s', (_title, actor, thing, place) => {
    expect(workPlace(actor, thing)).toEqual(place);
  });

  it('a school adds nothing to another school’s', () => {
    expect(workPlace(person('school-director', 'region.north.school'), 'region.south.school')).toBeNull();
  });
});
