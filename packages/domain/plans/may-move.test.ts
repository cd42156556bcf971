import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../basics/actor.ts';
import { type InstanceMove, InstanceState } from './instance-state.ts';
import { type InstancePlace, mayMove, openMoves, workPlace } from './may-move.ts';

const person = (role: Role, scope: string, personId = 'she'): Actor => ({
  personId,
  grants: [{ role, scope }],
});
type Offers = Partial<Record<InstanceState, readonly InstanceMove[]>>;

const ofSchool: InstancePlace = {
  scope: 'region.north.school',
  ofSchool: true,
  keptAt: 'region.north',
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

describe('what is offered in each state, to each person', () => {
  const executes = {
    planned: ['start', 'submit'],
    'in-progress': ['submit'],
    submitted: ['withdraw'],
    returned: ['start', 'submit'],
    postponed: ['start', 'submit'],
    accepted: [],
    cancelled: [],
    'before-approval': ['submit'],
  } satisfies Offers;
  const accepts = { submitted: ['accept', 'return'], accepted: ['return'] } satisfies Offers;
  const manages = {
    planned: ['postpone', 'cancel'],
    'in-progress': ['postpone', 'cancel'],
    returned: ['postpone', 'cancel'],
    postponed: ['postpone', 'cancel'],
    cancelled: ['reopen'],
    'before-approval': ['cancel'],
  } satisfies Offers;

  it.each<[string, Actor, readonly Offers[]]>([
    ['the director of the school', person('school-director', 'region.north.school'), [executes]],
    ['its coordinator', person('school-coordinator', 'region.north.school'), [executes]],
    ['the institute that is named as executor', person('methodologist', 'region.institute'), [executes]],
    ['the curator', person('curator', 'region.north.school'), [executes, accepts]],
    [
      'the municipal coordinator',
      person('municipal-coordinator', 'region.north'),
      [executes, accepts, manages],
    ],
    ['the regional coordinator', person('regional-coordinator', 'region'), [executes, accepts, manages]],
    ['the controller named by the act', person('observer', 'region', 'controller'), [accepts]],
    [
      'the coordinator, of what she sent',
      person('municipal-coordinator', 'region.north', 'executor'),
      [executes, manages],
    ],
    ['the curator of another school', person('curator', 'region.north.other'), []],
    ['another municipality', person('municipal-coordinator', 'region.south'), []],
    ['an observer', person('observer', 'region'), []],
  ])('%s', (_title, actor, rights) => {
    for (const state of InstanceState.options) {
      const offered = openMoves(actor, state, { ...ofSchool, beforeApproval: state === 'before-approval' });
      const expected = rights.flatMap((right) => right[state] ?? []);
      expect([state, ...offered]).toEqual([state, ...expected]);
    }
  });
});

describe('what is asked of a school, put off or taken back by its director', () => {
  const director = person('school-director', 'region.north.school');
  it.each<[string, string | null, boolean]>([
    ['in the plan of her school', 'region.north.school', true],
    ['in the plan of the municipality', 'region.north', false],
    ['as a decision of a hearing', null, false],
  ])('%s: %s', (_title, keptAt, may) => {
    const instance = { ...ofSchool, keptAt };
    expect(mayMove(director, 'postpone', instance)).toBe(may);
    expect(mayMove(director, 'cancel', instance)).toBe(may);
    expect(mayMove(director, 'accept', instance)).toBe(false);
  });
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

  it('a school adds nothing to another school’s, unless it is to carry it out', () => {
    const director = person('school-director', 'region.north.school');
    expect(workPlace(director, 'region.south.school')).toBeNull();
    expect(workPlace(director, 'region.south.school', ['region.north.school'])).toEqual({
      scope: 'region.south.school',
      authorScope: 'region.north.school',
    });
  });
});
