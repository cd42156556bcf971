import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type Edition, editionOn, type PlanAt } from '@opora/domain/plans/edition.ts';
import { pastTerms } from '@opora/domain/plans/past-terms.ts';
import type { PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { readDefinition } from './definition-queries.ts';
import { findKeptDefinition, listEditionsOf } from './edition-queries.ts';
import { listChangesSince, listInstancesBefore } from './past-queries.ts';
import { getReadablePlan } from './allowed-plan.ts';
import type { PlanHead } from './plans-queries.ts';

type Moment = { readonly on?: CalendarDate | undefined; readonly edition?: number | undefined };

/** The plan as it was at the end of a day, or as an edition left it: on the last day on which it was in force. */
export async function getPlanAt(planId: string, moment: Moment, call: Call): Promise<PlanAt> {
  const plan = await getReadablePlan(planId, call);
  const editions = await listEditionsOf(call.tx, planId);
  const { edition, on } = chosen(editions, moment, isoDateIn(call.now));
  const definition = await readEdition(call.tx, plan, edition.number);
  const terms = await listTermsOn(planId, on, call);
  return {
    planId,
    scope: plan.scope,
    on,
    edition,
    definition,
    terms: [...terms].map(([activityId, own]) => ({ activityId, terms: own })),
  };
}

export async function readEdition(db: Db, plan: PlanHead, number: number): Promise<PlanDefinition> {
  return (await findKeptDefinition(db, plan.id, number)) ?? readDefinition(db, plan);
}

function chosen(
  editions: readonly Edition[],
  moment: Moment,
  today: CalendarDate,
): { readonly edition: Edition; readonly on: CalendarDate } {
  if (moment.edition !== undefined) {
    const edition = editions.find(({ number }) => number === moment.edition);
    if (edition === undefined) throw new Refusal('not-found');
    const next = editions.find(({ number }) => number === edition.number + 1);
    const last = next === undefined ? today : addDays(next.inForceOn, -1);
    return { edition, on: last < edition.inForceOn ? edition.inForceOn : last };
  }
  const on = moment.on ?? today;
  if (on > today) throw new Refusal('plans-day-to-come');
  const edition = editionOn(editions, on);
  if (edition === undefined) throw new Refusal('plans-not-in-force-yet');
  return { edition, on };
}

async function listTermsOn(planId: string, on: CalendarDate, { tx, parts, actor }: Call) {
  // The first moment of the next day by the clock of the office.
  const end = new Date(`${addDays(on, 1)}T00:00:00`);
  const instances = await listInstancesBefore(tx, planId, end);
  const seen = new Set(instances.map(({ id }) => id));
  // A step of somebody who works beside her counts for an instance that she sees, though the step itself is not for her eyes.
  const later = await withWholeRegion(tx, parts.database, entryOf(actor), (db) =>
    listChangesSince(db, planId, end),
  );
  return pastTerms(instances, new Map([...later].filter(([id]) => seen.has(id))));
}
