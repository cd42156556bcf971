import { z } from 'zod';
import type { Action } from '../basics/can.ts';
import { Refusal } from '../basics/refusal.ts';

/** States of an instance, in the order in which a person reads them. */
export const InstanceState = z.enum([
  'planned',
  'in-progress',
  'submitted',
  'returned',
  'postponed',
  'accepted',
  'cancelled',
  /** Dated before the act: it was done, and only its evidence is asked for. */
  'before-approval',
]);
export type InstanceState = z.infer<typeof InstanceState>;

/** What a person does to an instance. */
export const InstanceMove = z.enum([
  'start',
  'submit',
  'withdraw',
  'accept',
  'return',
  'postpone',
  'cancel',
  'reopen',
]);
export type InstanceMove = z.infer<typeof InstanceMove>;

type MoveRule = {
  readonly from: readonly InstanceState[];
  readonly to: InstanceState;
  /** The right that it takes; who exactly holds it on an instance is in `may-move.ts`. */
  readonly action: Extract<Action, 'plans.execute' | 'plans.accept' | 'plans.direct'>;
  /** A return, a delay and a cancellation are explained to those who read the plan later. */
  readonly noteRequired: boolean;
};

const waitsForExecutor = ['planned', 'in-progress', 'returned', 'postponed'] as const;

export const moveRules: Readonly<Record<InstanceMove, MoveRule>> = {
  start: {
    from: ['planned', 'postponed', 'returned'],
    to: 'in-progress',
    action: 'plans.execute',
    noteRequired: false,
  },
  submit: {
    from: [...waitsForExecutor, 'before-approval'],
    to: 'submitted',
    action: 'plans.execute',
    noteRequired: false,
  },
  withdraw: { from: ['submitted'], to: 'in-progress', action: 'plans.execute', noteRequired: false },
  accept: { from: ['submitted'], to: 'accepted', action: 'plans.accept', noteRequired: false },
  // Also what was accepted by mistake.
  return: { from: ['submitted', 'accepted'], to: 'returned', action: 'plans.accept', noteRequired: true },
  postpone: { from: waitsForExecutor, to: 'postponed', action: 'plans.direct', noteRequired: true },
  cancel: {
    from: [...waitsForExecutor, 'before-approval'],
    to: 'cancelled',
    action: 'plans.direct',
    noteRequired: true,
  },
  reopen: { from: ['cancelled'], to: 'planned', action: 'plans.direct', noteRequired: false },
};

/** The state after the move; null when the move is not open from this state. */
export function stateAfter(
  state: InstanceState,
  move: InstanceMove,
  instance: { readonly beforeApproval: boolean },
): InstanceState | null {
  const rule = moveRules[move];
  if (!rule.from.includes(state)) return null;
  // It has no days left to be worked on: it waits for its evidence again.
  const goesBack = move === 'return' || move === 'withdraw' || move === 'reopen';
  return goesBack && instance.beforeApproval ? 'before-approval' : rule.to;
}

/** As `stateAfter`; throws the refusal that fits when the move is closed or lacks its note. */
export function moveInstance(
  state: InstanceState,
  move: InstanceMove,
  given: { readonly beforeApproval: boolean; readonly note: string | null },
): InstanceState {
  const next = stateAfter(state, move, given);
  if (next === null) throw new Refusal('plans-move-closed');
  if (moveRules[move].noteRequired && (given.note === null || given.note.trim() === '')) {
    throw new Refusal('plans-note-missing');
  }
  return next;
}

/** Nothing more is asked of anybody. A cancelled one is not counted at all. */
export function isSettled(state: InstanceState): boolean {
  return state === 'accepted' || state === 'cancelled';
}

/** Waits for its executor. What was submitted waits for somebody else, and what was done before the act is only to be proved. */
export function canBeLate(state: InstanceState): boolean {
  return waitsForExecutor.some((waiting) => waiting === state);
}
