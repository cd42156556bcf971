import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Actor, Role } from '../basics/actor.ts';
import { submissionMoves, submissionStages, type SubmissionMove } from './campaign.ts';
import {
  afterMove,
  lockedFor,
  moveFault,
  movesOf,
  routeOf,
  seatsOf,
  sendDays,
  type MovedForm,
  type Mover,
} from './submission-moves.ts';

const today = '2026-03-12';
const form = (own: Partial<MovedForm> = {}): MovedForm => ({
  stage: 'school',
  heldBy: null,
  rounds: own.stage === undefined || own.stage === 'school' ? 0 : 1,
  releasedOn: null,
  campaignState: 'open',
  opensOn: '2026-03-01',
  closedAfter: '2026-03-20',
  approvedBy: 'region',
  isUnderRegion: false,
  ...own,
});
const school: Mover = { personId: 'director', seats: ['school'] };
const municipality: Mover = { personId: 'reader', seats: ['municipality'] };
const region: Mover = { personId: 'region', seats: ['region'] };

describe('the way up', () => {
  test.each([
    [form(), ['school', 'municipality', 'region', 'approved']],
    [form({ approvedBy: 'municipality' }), ['school', 'municipality', 'approved']],
    [form({ isUnderRegion: true }), ['school', 'region', 'approved']],
    [form({ isUnderRegion: true, approvedBy: 'municipality' }), ['school', 'region', 'approved']],
  ])('climbs %#', (start, way) => {
    expect(routeOf(start)).toEqual(way);
    let now = { ...start, ...afterMove(start, 'send', school) };
    const passed = [start.stage, now.stage];
    while (now.stage !== 'approved') {
      now = { ...now, ...afterMove(now, 'accept', region) };
      passed.push(now.stage);
    }
    expect(passed).toEqual(way);
  });
});

describe('who may do what where', () => {
  test.each<[string, MovedForm, Mover, SubmissionMove[]]>([
    ['a school sends', form(), school, ['send']],
    ['an office sends for a school', form(), municipality, ['send']],
    ['a school takes back what nobody reads', form({ stage: 'municipality' }), school, ['take-back']],
    ['a school waits while it is read', form({ stage: 'municipality', heldBy: 'reader' }), school, []],
    ['a school waits when somebody above acted', form({ stage: 'region' }), school, []],
    [
      'under the region the region is the first',
      form({ stage: 'region', isUnderRegion: true }),
      school,
      ['take-back'],
    ],
    [
      'a reader reads',
      form({ stage: 'municipality' }),
      municipality,
      ['hold', 'accept', 'return', 'open-numbers'],
    ],
    [
      'who holds decides',
      form({ stage: 'municipality', heldBy: 'reader' }),
      municipality,
      ['let-go', 'accept', 'return', 'open-numbers'],
    ],
    [
      'who holds not only lets go',
      form({ stage: 'municipality', heldBy: 'other' }),
      municipality,
      ['let-go'],
    ],
    ['a municipality does not act for the region', form({ stage: 'region' }), municipality, []],
    [
      'the region reads for a municipality',
      form({ stage: 'municipality' }),
      region,
      ['hold', 'accept', 'return', 'open-numbers'],
    ],
    ['the approving office returns after approval', form({ stage: 'approved' }), region, ['return']],
    ['nobody else does', form({ stage: 'approved' }), municipality, []],
    [
      'not the region what the municipality approved',
      form({ stage: 'approved', approvedBy: 'municipality' }),
      region,
      [],
    ],
    ['a released school does nothing', form({ releasedOn: today }), school, []],
    ['nor is its form moved', form({ stage: 'region', releasedOn: today }), region, []],
    ['nothing is sent after closing', form({ closedAfter: '2026-03-11' }), school, []],
    ['what was returned is, after closing', form({ rounds: 1, closedAfter: '2026-03-11' }), school, ['send']],
    ['nor before the opening', form({ opensOn: '2026-03-13' }), school, []],
    ['nor what was closed by hand', form({ campaignState: 'closed' }), school, []],
    [
      'which is still read',
      form({ stage: 'region', campaignState: 'closed' }),
      region,
      ['hold', 'accept', 'return', 'open-numbers'],
    ],
  ])('%s', (_, at, mover, moves) => {
    expect(movesOf(at, mover, today)).toEqual(moves);
  });
});

test.each([
  [form({ campaignState: 'draft' }), 'draft'],
  [form({ opensOn: '2026-03-13' }), 'not-yet'],
  [form({ releasedOn: today }), 'released'],
  [form({ releasedOn: '2026-03-13' }), null],
  [form({ stage: 'municipality' }), 'sent'],
  [form({ stage: 'approved' }), 'approved'],
  [form({ closedAfter: '2026-03-11' }), 'closed'],
  [form({ closedAfter: today }), null],
  [form({ rounds: 1, campaignState: 'closed' }), null],
])('entry is locked: %#', (at, lock) => {
  expect(lockedFor(at, today)).toBe(lock);
});

describe('seats', () => {
  const actor = (role: Role, scope: string): Actor => ({ personId: 'p', grants: [{ role, scope }] });
  const place = { scope: 'r.m.s', municipality: 'r.m' };
  test.each([
    ['school-director', 'r.m.s', ['school']],
    ['administrator', 'r.m.s', ['school']],
    ['municipal-coordinator', 'r.m', ['municipality']],
    ['regional-coordinator', 'r', ['region']],
    ['observer', 'r', []],
    ['curator', 'r.m.s', []],
    ['school-director', 'r.m.s2', []],
    ['municipal-coordinator', 'r.m2', []],
  ] as const)('%s on %s has %j', (role, scope, seats) => {
    expect(seatsOf(actor(role, scope), place)).toEqual(seats);
  });

  it('of a branch, its legal entity is no municipality', () => {
    const branch = { scope: 'r.m.s.b', municipality: 'r.m' };
    expect(seatsOf(actor('administrator', 'r.m.s'), branch)).toEqual([]);
  });
});

describe('under any order of moves', () => {
  const anyMove = fc.record({
    move: fc.constantFrom(...submissionMoves),
    mover: fc.constantFrom(school, municipality, region),
  });

  it('a form stays on its way, is held only by a reader, and is sent as often as its sendings that stand', () => {
    fc.assert(
      fc.property(
        fc.array(anyMove, { maxLength: 40 }),
        fc.constantFrom('municipality' as const, 'region' as const),
        fc.boolean(),
        (moves, approvedBy, isUnderRegion) => {
          let now = form({ approvedBy, isUnderRegion });
          const steps: { move: SubmissionMove; on: string }[] = [];
          for (const { move, mover } of moves) {
            if (moveFault(now, move, mover, today) !== null) continue;
            now = { ...now, ...afterMove(now, move, mover) };
            steps.push({ move, on: today });
            expect(routeOf(now)).toContain(now.stage);
            expect(now.heldBy === null || now.stage === 'municipality' || now.stage === 'region').toBe(true);
            expect(sendDays(steps)).toHaveLength(now.rounds);
          }
        },
      ),
    );
  });

  it('what has left the school is locked for it', () => {
    for (const stage of submissionStages)
      if (stage !== 'school') expect(lockedFor(form({ stage }), today)).not.toBeNull();
  });
});
