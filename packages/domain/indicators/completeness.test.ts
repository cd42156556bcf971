import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addDays } from '../basics/calendar-date.ts';
import { submissionMoves } from './campaign.ts';
import { completeOf, formStandings, standingOf, tallyForms, type AskedForm } from './completeness.ts';
import { afterMove, moveFault, sendDays, type MovedForm, type Seat } from './submission-moves.ts';

const form = (own: Partial<AskedForm> = {}): AskedForm => ({
  stage: own.firstSentOn === undefined || own.firstSentOn === null ? 'school' : 'municipality',
  firstSentOn: null,
  givenCount: 5,
  releasedOn: null,
  lateAfter: '2026-03-10',
  openedOn: null,
  closedOn: null,
  ...own,
});

test.each([
  ['in time on the last day', { firstSentOn: '2026-03-10' }, 'in-time'],
  ['late on the next', { firstSentOn: '2026-03-11' }, 'late'],
  ['in time by the school’s own day', { firstSentOn: '2026-03-11', lateAfter: '2026-03-12' }, 'in-time'],
  ['sent with nothing given', { firstSentOn: '2026-03-10', givenCount: 0 }, 'empty'],
  ['returned', { firstSentOn: '2026-03-10', stage: 'school' }, 'returned'],
  ['never sent', {}, 'missing'],
  ['never sent, with a day of its own to come', { lateAfter: '2026-03-12' }, 'waiting'],
  ['released', { releasedOn: '2026-03-05' }, null],
  ['released after it sent', { releasedOn: '2026-03-11', firstSentOn: '2026-03-09' }, null],
  ['closed before the day', { closedOn: '2026-03-09' }, null],
  ['closed before its own day to come', { closedOn: '2026-03-10', lateAfter: '2026-03-15' }, null],
  ['closed after the day', { closedOn: '2026-03-11' }, 'missing'],
  ['opened after the day', { openedOn: '2026-03-11' }, null],
  ['closed before the day, and had sent', { closedOn: '2026-03-09', firstSentOn: '2026-03-08' }, 'in-time'],
] as const)('%s', (_, own, standing) => {
  expect(standingOf(form(own), '2026-03-11')).toBe(standing);
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-02-01', days));
const maybeDay = fc.option(day);
/** A school with any days of opening and closing (a merger closes one and opens another), any release, any exception, any moves. */
const anyHistory = fc.record({
  openedOn: maybeDay,
  closedOn: maybeDay,
  releasedOn: maybeDay,
  lateAfter: day,
  givenCount: fc.integer({ min: 0, max: 3 }),
  moves: fc.array(
    fc.record({
      move: fc.constantFrom(...submissionMoves),
      seat: fc.constantFrom<Seat>('school', 'municipality', 'region'),
      after: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 12 },
  ),
});

it('shares are between nothing and all under any history of schools, releases, exceptions and moves', () => {
  fc.assert(
    fc.property(fc.array(anyHistory, { maxLength: 12 }), day, (histories, today) => {
      const tally = tallyForms(
        histories.map(({ moves, ...own }) => ({ ...own, ...walk(moves, own.releasedOn) })),
        today,
      );
      const parts = formStandings.reduce((sum, standing) => sum + tally[standing], 0);
      expect(parts).toBe(tally.expected);
      expect(tally.expected).toBeLessThanOrEqual(histories.length);
      expect(completeOf(tally)).toBeLessThanOrEqual(tally.expected);
      expect(tally['in-time']).toBeLessThanOrEqual(completeOf(tally));
    }),
  );
});

type Walked = readonly {
  readonly move: (typeof submissionMoves)[number];
  readonly seat: Seat;
  readonly after: number;
}[];

function walk(moves: Walked, releasedOn: string | null): Pick<AskedForm, 'stage' | 'firstSentOn'> {
  let on = '2026-02-01';
  let now: MovedForm = {
    stage: 'school',
    heldBy: null,
    rounds: 0,
    releasedOn,
    campaignState: 'open',
    opensOn: '2026-02-01',
    closedAfter: '2026-04-30',
    approvedBy: 'region',
    isUnderRegion: false,
  };
  const steps = [];
  for (const { move, seat, after } of moves) {
    on = addDays(on, after);
    const mover = { personId: seat, seats: [seat] };
    if (moveFault(now, move, mover, on) !== null) continue;
    now = { ...now, ...afterMove(now, move, mover) };
    steps.push({ move, on });
  }
  return { stage: now.stage, firstSentOn: sendDays(steps)[0] ?? null };
}
