import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { executingScope, mayDirect } from '@opora/domain/plans/may-move.ts';
import type { Tx } from '../platform/database.ts';
import { takesDate } from './get-instance.ts';
import { holdPlans } from './hold-plans.ts';
import { findInstance, insertInstanceEvents, updateInstance } from './instance-queries.ts';
import { type By, eventOf } from './move-instance.ts';
import { overtakenOf } from './overtaken.ts';

type Dating = {
  readonly instanceId: string;
  readonly version: number;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
};

/** Enters the date of an external schedule or an event. May be corrected until the instance is submitted. */
export async function setInstanceDate(tx: Tx, dating: Dating, by: By): Promise<void> {
  const instance = await findInstance(tx, dating.instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  if (executingScope(by.actor, instance) === null && !mayDirect(by.actor, instance)) {
    throw new Refusal('forbidden');
  }
  if (!takesDate(instance)) throw new Refusal('plans-date-known');
  if (dating.startsOn !== null && dating.dueOn < dating.startsOn) {
    throw new Refusal('plans-date-before-start');
  }
  const dates = { starts_on: dating.startsOn, due_on: dating.dueOn };
  await holdPlans(tx, [instance.planId], 'alone');
  if (!(await updateInstance(tx, instance.id, dating.version, dates)))
    throw await overtakenOf(tx, instance.id);
  const after = { state: instance.state, dueOn: dating.dueOn, note: null };
  await insertInstanceEvents(tx, [eventOf(instance, after, by)]);
}
