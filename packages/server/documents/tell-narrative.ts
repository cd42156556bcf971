import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { CarriedTo } from '@opora/domain/cascade/carry-over-contract.ts';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import type { ActivityFacts, NarrativeFacts } from '@opora/domain/documents/narrative-facts.ts';
import type { narrativeContract, PlanNarrative } from '@opora/domain/documents/narrative-contract.ts';
import { writeNarrative } from '@opora/domain/documents/write-narrative.ts';
import { listCarried } from '../cascade/carry-over-queries.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { requireSection } from '../plans/activity-change-queries.ts';
import { getManagedPlan } from '../plans/allowed-plan.ts';
import { readDefinition } from '../plans/definition-queries.ts';
import { findLastStep, listChangesSince } from '../plans/past-queries.ts';
import type { PlanHead } from '../plans/plans-queries.ts';
import {
  countFacts,
  type FactSpan,
  listCounts,
  listOpenFacts,
  listProofs,
  listReasons,
} from './narrative-facts-queries.ts';
import { listNarrativeEdits, type NarrativePlace, replaceNarrativeEdit } from './narrative-queries.ts';

type Asked = z.output<typeof narrativeContract.getNarrative.query>;
type Editing = z.output<typeof narrativeContract.editNarrative.body>;

export async function tellNarrative(planId: string, asked: Asked, call: Call): Promise<PlanNarrative> {
  const { tx, now } = call;
  const plan = await getManagedPlan(planId, call);
  const today = isoDateIn(now);
  const place = await placeOf(plan, asked, today, call);
  const { sections, activities } = await readDefinition(tx, plan);
  const section = sections.find(({ id }) => id === place.sectionId);
  if (place.sectionId !== null && section === undefined) throw new Refusal('not-found');
  const told = activities.filter(({ sectionId }) => section === undefined || sectionId === section.id);
  const narrative = writeNarrative({
    act: plan,
    planTitle: plan.annexTitle ?? plan.title,
    sectionTitle: section?.title ?? null,
    from: place.from,
    until: place.until,
    on: place.until < today ? place.until : today,
    activities: await gatherFacts(tx, await spanOf(place, told, call), told),
  });
  return {
    ...place,
    planTitle: plan.title,
    scope: plan.scope,
    sections: [...sections],
    ...narrative,
    edits: await listNarrativeEdits(tx, place),
  };
}

/** From the beginning of the plan to today; of a plan that is over, to its end or the last step after it. */
async function placeOf(plan: PlanHead, asked: Asked, today: string, { tx }: Call): Promise<NarrativePlace> {
  const { periodEndsOn } = plan;
  const isOver = periodEndsOn !== null && periodEndsOn < today;
  const end = asked.until === undefined && isOver ? await lastDayOf(tx, plan.id, periodEndsOn) : today;
  const until = asked.until ?? end;
  const begun = plan.periodStartsOn ?? plan.actOn ?? `${until.slice(0, 4)}-01-01`;
  const from = asked.from ?? (begun < until ? begun : until);
  if (until < from) throw new Refusal('plans-date-before-start');
  return { planId: plan.id, sectionId: asked.section ?? null, from, until };
}

async function lastDayOf(db: Db, planId: string, endsOn: string): Promise<string> {
  const last = await findLastStep(db, planId);
  const day = last === null ? endsOn : isoDateIn(last);
  return day > endsOn ? day : endsOn;
}

/** As of the end of the last day when that is past, else as of now. */
async function spanOf(place: NarrativePlace, told: readonly Row[], call: Call): Promise<FactSpan> {
  const { tx, parts, actor, now } = call;
  const end = new Date(`${addDays(place.until, 1)}T00:00:00`);
  // A step of somebody who works beside her counts for an instance that she sees.
  const later =
    end > now
      ? null
      : await withWholeRegion(tx, parts.database, entryOf(actor), (db) =>
          listChangesSince(db, place.planId, end),
        );
  return { ...place, activityIds: told.map(({ id }) => id), later, end };
}

type Row = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly deadline: { readonly raw: string };
};

/** In the order of the rows; one of which nothing was asked is left out. */
async function gatherFacts(
  db: Db,
  span: FactSpan,
  rows: readonly Row[],
): Promise<NarrativeFacts['activities']> {
  const counts = await countFacts(db, span);
  const open = await listOpenFacts(db, span);
  const proofs = await listProofs(db, span);
  const counted = await listCounts(db, span);
  const reasons = await listReasons(db, span);
  const carried = await listCarried(db, span.planId);
  return rows.flatMap(({ id, no, title, deadline }): ActivityFacts[] => {
    const own = counts.get(id);
    if (own === undefined) return [];
    return [
      {
        id,
        no,
        title,
        phrase: deadline.raw,
        ...own,
        open: open.get(id) ?? [],
        ...(proofs.get(id) ?? { documents: [], documentCount: 0, links: [], fileCount: 0 }),
        counts: counted.get(id) ?? [],
        reasons: reasons.get(id) ?? [],
        carried: carriedOf(carried.get(id)),
      },
    ];
  });
}

const carriedOf = (to: CarriedTo | undefined): ActivityFacts['carried'] =>
  to === undefined ? null : { to: to.title, reason: to.reason };

/** Keeps what a person wrote, unless somebody else has written there since she began. */
export async function editNarrative(planId: string, edit: Editing, call: Call): Promise<void> {
  const { tx, actor, now } = call;
  const plan = await getManagedPlan(planId, call);
  const { key, text, instead, seen, sectionId, from, until } = edit;
  if (until < from) throw new Refusal('plans-date-before-start');
  await requireSection(tx, planId, sectionId);
  const place = { planId, sectionId, from, until };
  const known = (await listNarrativeEdits(tx, place)).find((one) => one.key === key);
  if ((known?.text ?? null) !== seen) throw new Refusal('changed-meanwhile');
  const row = {
    id: randomUUID(),
    plan_id: planId,
    scope: plan.scope,
    section_id: place.sectionId,
    from_on: place.from,
    until_on: place.until,
    sentence: key,
    made_by_id: actor.personId,
    made_at: now,
    instead,
  };
  await replaceNarrativeEdit(tx, place, key, text === null ? null : { ...row, text });
}
