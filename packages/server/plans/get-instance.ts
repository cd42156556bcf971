import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { isSettled } from '@opora/domain/plans/instance-state.ts';
import {
  executingScope,
  isAcceptor,
  mayDirect,
  nodesOf,
  nodeWith,
  openMoves,
} from '@opora/domain/plans/may-move.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findActivityCard } from './activity-queries.ts';
import { listEvidence } from './evidence-queries.ts';
import {
  findInstance,
  findListedInstance,
  type KnownInstance,
  listInstanceEvents,
} from './instance-queries.ts';
import { getAttendance } from './mark-attendance.ts';
import { isLookMissed } from './question-look-queries.ts';
import { listQuestions } from './question-queries.ts';

/** The instance as the actor may see it, with what she may do now. */
export async function getInstance(
  db: Db,
  id: string,
  by: Pick<Call, 'actor' | 'allow' | 'now'>,
): Promise<InstanceDetail> {
  const { actor } = by;
  const known = await findInstance(db, id);
  const listed = await findListedInstance(db, id);
  if (known === undefined || listed === undefined) throw new Refusal('not-found');
  by.allow('plans.read', { scope: nodeWith(actor, 'plans.read', nodesOf(known)) ?? known.scope });
  const card = await findActivityCard(db, known.activityId);
  if (card === undefined) throw new Refusal('not-found');
  const executes = executingScope(actor, known) !== null;
  return {
    ...listed,
    ...card,
    evidence: await listEvidence(db, id),
    events: await listInstanceEvents(db, id),
    attendance: await getAttendance(db, known, card.expected, by),
    questions: await listQuestions(db, actor, { planId: known.planId, instanceId: id }),
    isLookMissed: isAcceptor(actor, known) && (await isLookMissed(db, known, by.now)),
    moves: openMoves(actor, known.state, known),
    mayGiveEvidence: executes && takesEvidence(known),
    maySetDate: (executes || mayDirect(actor, known)) && takesDate(known),
    mayAssign: executes && !isSettled(known.state),
  };
}

/** What was submitted stays as it was sent, until it is withdrawn or returned. */
export function takesEvidence({ state }: Pick<KnownInstance, 'state'>): boolean {
  return state !== 'submitted' && !isSettled(state);
}

/** Only a date that the plan does not name is entered; a named one is postponed. */
export function takesDate({ state, printedDueOn }: Pick<KnownInstance, 'state' | 'printedDueOn'>): boolean {
  return printedDueOn === null && takesEvidence({ state });
}
