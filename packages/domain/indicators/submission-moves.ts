import { isWithin, type Actor, type ScopePath } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { can } from '../basics/can.ts';
import { Refusal } from '../basics/refusal.ts';
import {
  type CampaignState,
  type SubmissionMove,
  submissionMoves,
  type SubmissionStage,
} from './campaign.ts';

/** On whose behalf a person acts on a form. */
export type Seat = Exclude<SubmissionStage, 'approved'>;

/** What the rules look at: the form, and of its campaign what concerns it. */
export type MovedForm = {
  readonly stage: SubmissionStage;
  readonly heldBy: string | null;
  readonly rounds: number;
  readonly releasedOn: CalendarDate | null;
  readonly campaignState: CampaignState;
  readonly opensOn: CalendarDate;
  /** Of the school where it has dates of its own. */
  readonly closedAfter: CalendarDate;
  readonly approvedBy: 'municipality' | 'region';
  /** The school, or the municipality that is asked itself, stands straight under the region: no municipality reads its form. */
  readonly isUnderRegion: boolean;
};

export type Mover = { readonly personId: string; readonly seats: readonly Seat[] };

/** Why nothing can be entered in a form. */
export const formLocks = ['draft', 'not-yet', 'released', 'sent', 'approved', 'closed'] as const;
export type FormLock = (typeof formLocks)[number];

/** Null while the school may enter. What was returned may be mended after the closing day too: who returned it asked for that. */
export function lockedFor(
  form: Omit<MovedForm, 'heldBy' | 'approvedBy' | 'isUnderRegion'>,
  today: CalendarDate,
): FormLock | null {
  if (form.campaignState === 'draft') return 'draft';
  if (form.releasedOn !== null && form.releasedOn <= today) return 'released';
  if (form.stage === 'approved') return 'approved';
  if (form.stage !== 'school') return 'sent';
  if (form.opensOn > today) return 'not-yet';
  if (isReturned(form)) return null;
  return form.campaignState === 'closed' || form.closedAfter < today ? 'closed' : null;
}

/** It was sent, and is at the school again. */
export const isReturned = ({ stage, rounds }: Pick<MovedForm, 'stage' | 'rounds'>): boolean =>
  stage === 'school' && rounds > 0;

/** The way up, from the school to the last acceptance. */
export function routeOf({
  approvedBy,
  isUnderRegion,
}: Pick<MovedForm, 'approvedBy' | 'isUnderRegion'>): readonly SubmissionStage[] {
  if (isUnderRegion) return ['school', 'region', 'approved'];
  return approvedBy === 'municipality'
    ? ['school', 'municipality', 'approved']
    : ['school', 'municipality', 'region', 'approved'];
}

/** Of a school: its own node, and its municipality's where it has one. A municipality that is asked itself has none above it. */
export type PlaceOfSchool = { readonly scope: string; readonly municipality: string | null };

/** The municipality that reads what comes from the node; null for what stands straight under the region, and for a municipality that is asked itself. */
export const municipalityAbove = (scope: ScopePath, municipalities: readonly ScopePath[]): ScopePath | null =>
  municipalities.find((one) => one !== scope && isWithin(scope, one)) ?? null;

/** Seats of an actor over the form of a school or municipality. An office above enters for a school, but takes nothing back in its name. */
export function seatsOf(actor: Actor, { scope, municipality }: PlaceOfSchool): Seat[] {
  const seats = actor.grants.flatMap((grant): Seat[] => {
    const one: Actor = { personId: actor.personId, grants: [grant] };
    if (isWithin(grant.scope, scope)) return can(one, 'indicators.enter', { scope }) ? ['school'] : [];
    if (!can(one, 'indicators.approve', { scope })) return [];
    if (grant.scope === municipality) return ['municipality'];
    return municipality === null || isWithin(municipality, grant.scope) ? ['region'] : [];
  });
  return [...new Set(seats)];
}

/** Who may do what where. The region reads in place of a municipality that does not; below, nobody acts for an office above. */
const table: Readonly<
  Record<SubmissionStage, Readonly<Partial<Record<SubmissionMove, readonly Seat[] | 'approver'>>>>
> = {
  school: { send: ['school', 'municipality', 'region'] },
  municipality: {
    'take-back': ['school'],
    hold: ['municipality', 'region'],
    'let-go': ['municipality', 'region'],
    accept: ['municipality', 'region'],
    return: ['municipality', 'region'],
    'open-numbers': ['municipality', 'region'],
  },
  region: {
    'take-back': ['school'],
    hold: ['region'],
    'let-go': ['region'],
    accept: ['region'],
    return: ['region'],
    'open-numbers': ['region'],
  },
  approved: { return: 'approver' },
};

/** Why a move is not to be made. */
export const moveFaults = ['not-here', 'not-yours', 'locked', 'held', 'not-held', 'read-above'] as const;
export type MoveFault = (typeof moveFaults)[number];

/** Null when the move may be made. */
export function moveFault(
  form: MovedForm,
  move: SubmissionMove,
  { personId, seats }: Mover,
  today: CalendarDate,
): MoveFault | null {
  const who = table[form.stage][move];
  if (who === undefined) return 'not-here';
  const allowed = who === 'approver' ? [approverOf(form)] : who;
  if (!allowed.some((seat) => seats.includes(seat))) return 'not-yours';
  if (form.releasedOn !== null && form.releasedOn <= today) return 'locked';
  if (move === 'send') return lockedFor(form, today) === null ? null : 'locked';
  if (move === 'take-back') {
    if (form.heldBy !== null) return 'held';
    return form.stage === routeOf(form)[1] ? null : 'read-above';
  }
  if (move === 'let-go') return form.heldBy === null ? 'not-held' : null;
  if (move === 'hold') return form.heldBy === null ? null : 'held';
  return form.heldBy === null || form.heldBy === personId ? null : 'held';
}

/** The office whose acceptance is the last one of this form. */
export const approverOf = (form: Pick<MovedForm, 'approvedBy' | 'isUnderRegion'>): Seat =>
  form.isUnderRegion ? 'region' : form.approvedBy;

/** What the person may do with the form now. */
export function movesOf(form: MovedForm, mover: Mover, today: CalendarDate): SubmissionMove[] {
  return submissionMoves.filter((move) => moveFault(form, move, mover, today) === null);
}

/** Where the form is after a move that `moveFault` lets pass. `rounds` counts sendings that were not taken back. */
export function afterMove(
  form: MovedForm,
  move: SubmissionMove,
  { personId }: Pick<Mover, 'personId'>,
): Pick<MovedForm, 'stage' | 'heldBy' | 'rounds'> {
  const { stage, rounds } = form;
  switch (move) {
    case 'send':
      return { stage: nextStage(form), heldBy: null, rounds: rounds + 1 };
    case 'take-back':
      return { stage: 'school', heldBy: null, rounds: rounds - 1 };
    case 'return':
      return { stage: 'school', heldBy: null, rounds };
    case 'accept':
      return { stage: nextStage(form), heldBy: null, rounds };
    case 'hold':
      return { stage, heldBy: personId, rounds };
    case 'let-go':
      return { stage, heldBy: null, rounds };
    case 'open-numbers':
      return { stage, heldBy: form.heldBy, rounds };
  }
}

function nextStage(form: MovedForm): SubmissionStage {
  const route = routeOf(form);
  const next = route[route.indexOf(form.stage) + 1];
  if (next === undefined) throw new Refusal('submission-move-wrong');
  return next;
}

/** Days of sendings that stand: a sending taken back is as if it had not been. */
export function sendDays(
  steps: readonly { readonly move: SubmissionMove; readonly on: CalendarDate }[],
): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (const { move, on } of steps) {
    if (move === 'send') days.push(on);
    if (move === 'take-back') days.pop();
  }
  return days;
}
