import { z } from 'zod';

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

/** Nothing more is asked of anybody. A cancelled one is not counted at all. */
export function isSettled(state: InstanceState): boolean {
  return state === 'accepted' || state === 'cancelled';
}

/** Waits for its executor. What was submitted waits for somebody else, and what was done before the act is only to be proved. */
export function canBeLate(state: InstanceState): boolean {
  return state === 'planned' || state === 'in-progress' || state === 'returned' || state === 'postponed';
}
