import { z } from 'zod';
import { isWithin, type ScopePath } from '../basics/actor.ts';
import { Refusal, type RefusalCode } from '../basics/refusal.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { decideMove, type MoveBy, type MovedInstance } from './decide-move.ts';
import { InstanceState, isSettled, stateAfter } from './instance-state.ts';
import { executingScope, nodesOf } from './may-move.ts';

/** As many as a person can answer for at once; it keeps the transaction below some seconds. */
export const bulkMax = 2000;

/** What can be done to many instances at once. */
export const BulkKind = z.enum(['submit', 'accept', 'postpone', 'assign']);
export type BulkKind = z.infer<typeof BulkKind>;

const ids = z.array(z.uuid()).max(bulkMax);

/** What a person has marked in a list: instances, or rows and cells that stand for their open instances. */
export const BulkTargets = z.object({
  instanceIds: ids,
  activityIds: ids,
  /** An activity in a school. */
  cells: z.array(z.object({ activityId: z.uuid(), schoolId: z.uuid() })).max(20_000),
  /** Of rows and cells only what is due by this day; null: all that is open. What was submitted is taken whatever its day. */
  dueUntil: CalendarDateText.nullable(),
});
export type BulkTargets = z.infer<typeof BulkTargets>;

/** Instances of one activity that were not done, for one reason, which is in the person's language. */
export const BulkRefused = z.object({
  reason: z.string(),
  count: z.number().int(),
  /** The first of them, as far as the person may see them. */
  instances: z.array(
    z.object({
      instanceId: z.uuid(),
      planId: z.uuid(),
      activityId: z.uuid(),
      title: z.string(),
      schoolName: z.string().nullable(),
    }),
  ),
});
export type BulkRefused = z.infer<typeof BulkRefused>;

export const BulkOutcome = z.object({
  /** By which it can be taken back; null when nothing was done. */
  bulkActId: z.uuid().nullable(),
  doneIds: z.array(z.uuid()),
  refused: z.array(BulkRefused),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** Which instances an action would take, before it is done. */
export const BulkChoice = z.object({
  instanceIds: z.array(z.uuid()),
  refused: z.array(BulkRefused),
  /** First and last of their last days, null when none has one. */
  firstDueOn: z.string().nullable(),
  lastDueOn: z.string().nullable(),
});
export type BulkChoice = z.infer<typeof BulkChoice>;

/** An action that its person may still take back, or has. */
export const BulkAct = z.object({
  id: z.uuid(),
  kind: BulkKind,
  at: z.string(),
  doneCount: z.number().int(),
  /** The first of its activities. */
  about: z.string(),
  dueOn: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type BulkAct = z.infer<typeof BulkAct>;

/** States from which the action takes an instance: what else stands in a marked row is left alone without a word. */
export function statesFor(kind: BulkKind): InstanceState[] {
  return InstanceState.options.filter((state) =>
    kind === 'assign' ? !isSettled(state) : stateAfter(state, kind, { beforeApproval: false }) !== null,
  );
}

/** True when the row or cell must be due by the chosen day: a decision is taken on what was submitted, and a person is named for all of it. */
export function isByDay(kind: BulkKind): boolean {
  return kind === 'submit' || kind === 'postpone';
}

/** Why nothing can be done here whatever is typed; null: it can. */
export function whyNotInBulk(instance: MovedInstance, kind: BulkKind, by: MoveBy): Refusal | null {
  try {
    // A reason and a day are asked for later: these always do.
    const asked = { note: '—', dueOn: '9999-12-31' };
    if (kind === 'assign') requireAssignable(instance, by);
    else decideMove(instance, { move: kind, ...asked }, by);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Somebody of the executors says who does it, until it is settled. */
export function requireAssignable(instance: MovedInstance, by: Pick<MoveBy, 'actor'>): void {
  if (executingScope(by.actor, instance) === null) throw new Refusal('forbidden');
  if (isSettled(instance.state)) throw new Refusal('plans-move-closed');
}

/** Only a person who may act on an instance can be named for it. Her node may also stand above: a coordinator takes over for a school. */
export function requireAmongExecutors(instance: MovedInstance, node: ScopePath): void {
  const isAmong = nodesOf(instance).some((executor) => isWithin(node, executor) || isWithin(executor, node));
  if (!isAmong) throw new Refusal('plans-assignee-outside');
}

/** Reasons that say that somebody was faster: the answer then names who. */
export const overtaken: readonly RefusalCode[] = ['plans-move-closed', 'changed-meanwhile'];

/** A day: long enough to notice a mistake, short enough that nobody has built on it. */
export const undoHours = 24;
