import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  type ControlCard,
  controlFacts,
  controlListMax,
  type ControlMark,
  type ControlRow,
  controlSums,
  isUnderControl,
  mayMarkControl,
} from '@opora/domain/plans/control-card.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import { inPlanOrder } from '@opora/domain/plans/plan-definition.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findActivity } from './activity-change-queries.ts';
import { listActivities } from './activity-queries.ts';
import {
  findPersonName,
  insertControlMark,
  listControlMarks,
  listLatestEvidence,
  listMovedTerms,
} from './control-queries.ts';
import { getReadablePlan } from './allowed-plan.ts';
import { findPlan, listSections } from './plans-queries.ts';

/** The points of an act in its order, each with what became of it as far as the person may see. */
export async function getControlCard(planId: string, call: Call): Promise<ControlCard> {
  const { tx, actor, now } = call;
  const plan = await getReadablePlan(planId, call);
  const on = isoDateIn(now);
  const sections = await listSections(tx, planId);
  const activities = inPlanOrder(sections, await listActivities(tx, actor, planId));
  const ids = activities.map(({ id }) => id);
  const evidence = byActivity(await listLatestEvidence(tx, ids));
  const moved = byActivity(await listMovedTerms(tx, planId));
  const marks = byActivity(await listControlMarks(tx, planId));
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const rows = activities.map((activity): ControlRow => {
    const [given, moves, own] = [evidence, moved, marks].map((of) => of.get(activity.id) ?? []) as [
      ControlRow['evidence'],
      ControlRow['moved'],
      ControlMark[],
    ];
    return {
      activityId: activity.id,
      sectionTitle: titles.get(activity.sectionId ?? '') ?? null,
      no: activity.no,
      title: activity.title,
      deadline: activity.deadline.raw,
      responsible: activity.parties.map(({ raw }) => raw),
      ...controlFacts(activity, on),
      evidence: given.slice(0, controlListMax),
      moreEvidence: given.length > controlListMax,
      moved: moves.slice(0, controlListMax),
      moreMoved: moves.length > controlListMax,
      marks: own,
      isUnderControl: isUnderControl(own),
    };
  });
  return {
    ...plan,
    planId,
    controllerName: plan.controllerId === null ? null : await findPersonName(tx, plan.controllerId),
    on,
    rows,
    sums: controlSums(rows),
    mayMark: mayMarkControl(actor, plan),
  };
}

function byActivity<T>(
  rows: readonly { readonly activityId: string; readonly value: T }[],
): Map<string, T[]> {
  const groups = Map.groupBy(rows, ({ activityId }) => activityId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ value }) => value)]));
}

/** Takes a point off control or puts it back; refuses what it is already. */
export async function markControl(
  activityId: string,
  { kind, ground }: Pick<ControlMark, 'kind' | 'ground'>,
  { tx, allow, actor, now }: Call,
): Promise<void> {
  const activity = await findActivity(tx, activityId);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  allow('plans.read', activity);
  const plan = await findPlan(tx, activity.planId);
  if (plan === undefined) throw new Refusal('not-found');
  if (!mayMarkControl(actor, plan)) throw new Refusal('forbidden');
  const marks = (await listControlMarks(tx, plan.id)).filter((mark) => mark.activityId === activityId);
  const isOn = isUnderControl(marks.map(({ value }) => value));
  if (isOn !== (kind === 'taken-off')) throw new Refusal('changed-meanwhile');
  const place = workPlace(actor, activity.scope);
  if (place === null) throw new Refusal('forbidden');
  await insertControlMark(tx, {
    id: randomUUID(),
    plan_id: plan.id,
    activity_id: activityId,
    // Seen by everybody who sees the plan.
    scope: activity.scope,
    author_scope: place.authorScope,
    number: marks.length + 1,
    kind,
    ground,
    by_id: actor.personId,
    at: now,
  });
}
