import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { Refusal, type RefusalCode } from '@opora/domain/basics/refusal.ts';
import {
  type AmendmentAct,
  type AmendmentObstacle,
  amendmentObstacles,
} from '@opora/domain/plans/amendment.ts';
import type { AmendmentEffect } from '@opora/domain/plans/editions-contract.ts';
import { countFollowing, followAmendment, redatedActivities } from '@opora/domain/plans/follow-amendment.ts';
import { schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import type { Tx } from '../platform/database.ts';
import { amendPlanTo, type By } from './amend-plan.ts';
import {
  findAmendment,
  type KnownAmendment,
  lockAmendment,
  setAmendment,
  setNextEditionDay,
} from './amendment-queries.ts';
import { lockPlan } from './definition-queries.ts';
import { insertEdition, keepDefinition } from './edition-queries.ts';
import { holdPlans } from './hold-plans.ts';
import { listFollowed } from './following-queries.ts';
import { type ReadAmendment, readAmendment, requireDraft } from './open-amendment.ts';
import { listParticipations } from './school-share-queries.ts';

type Approved = {
  readonly planId: string;
  readonly edition: number;
  readonly inForceOn: CalendarDate;
  readonly isInForce: boolean;
};

/**
 * Makes the draft, as the person saw it at the version, the edition in force, on the day of its act: until then the former edition is the
 * law, and the plan shows the law. Nothing is changed when it is refused.
 */
export async function approveAmendment(amendmentId: string, version: number, call: Call): Promise<Approved> {
  const { tx, now, actor } = call;
  await holdAmendment(tx, amendmentId);
  const read = await readAmendment(amendmentId, call);
  const { amendment, plan, edition } = read;
  requireDraft(amendment);
  if (amendment.version !== version) throw new Refusal('changed-meanwhile');
  const today = isoDateIn(now);
  const inForceOn = requireReady(read) ?? today;
  const approved = { planId: plan.id, edition: edition.number + 1, inForceOn, isInForce: inForceOn <= today };
  if (approved.isInForce) await enforce(read, { id: actor.personId, at: now }, call);
  else {
    await setAmendment(tx, amendmentId, {
      state: 'waiting',
      in_force_on: inForceOn,
      approved_by_id: actor.personId,
      approved_at: now,
      version: version + 1,
      now,
    });
    await setNextEditionDay(tx, plan.id, inForceOn);
  }
  return approved;
}

/** An approved amendment that waits for its day becomes a draft again. */
export async function recallAmendment(
  amendmentId: string,
  version: number,
  call: Call,
): Promise<{ version: number }> {
  await lockAmendment(call.tx, amendmentId);
  const { amendment } = await readAmendment(amendmentId, call);
  if (amendment.state !== 'waiting') throw new Refusal('amendment-not-open');
  if (amendment.version !== version) throw new Refusal('changed-meanwhile');
  await returnToDraft(call.tx, amendment, call.now);
  return { version: version + 1 };
}

export async function returnToDraft(
  tx: Tx,
  { id, planId, version }: Pick<KnownAmendment, 'id' | 'planId' | 'version'>,
  now: Date,
): Promise<void> {
  await setNextEditionDay(tx, planId, null);
  const cleared = { in_force_on: null, approved_by_id: null, approved_at: null };
  await setAmendment(tx, id, { state: 'draft', ...cleared, version: version + 1, now });
}

/** Of two servers and two people the later one waits, and finds what the other has done. */
export async function holdAmendment(tx: Tx, amendmentId: string): Promise<void> {
  await lockAmendment(tx, amendmentId);
  const planId = (await findAmendment(tx, amendmentId))?.planId;
  if (planId === undefined) return;
  await holdPlans(tx, [planId], 'alone');
  await lockPlan(tx, planId);
}

/** The plan becomes what the amendment says; `approved`: by whom and when the act was entered. */
export async function enforce(
  read: ReadAmendment,
  approved: { readonly id: string; readonly at: Date },
  by: By,
): Promise<void> {
  const { amendment, plan, edition, before, reckoning, content } = read;
  const { act, definition: after } = content;
  const inForceOn = requireReady(read) ?? isoDateIn(by.now);
  await keepDefinition(by.tx, plan.id, edition.number, before);
  await insertEdition(by.tx, {
    id: randomUUID(),
    plan_id: plan.id,
    scope: plan.scope,
    number: edition.number + 1,
    act_type: act.actType,
    act_number: act.actNumber,
    act_on: act.actOn,
    act_authority: act.actAuthority,
    in_force_on: inForceOn,
    reasons: act.reasons,
    approved_by_id: approved.id,
    approved_at: approved.at,
  });
  await amendPlanTo({ plan, before, after, reckoning, inForceOn, note: nameOfAct(act) }, by);
  if (amendment.state === 'waiting') await setNextEditionDay(by.tx, plan.id, null);
  await setAmendment(by.tx, amendment.id, {
    state: 'approved',
    version: amendment.version + 1,
    now: by.now,
  });
}

/** The day from which it is in force, as the act says it. */
function requireReady({ content, before, edition }: ReadAmendment): CalendarDate | null {
  const obstacles = amendmentObstacles(content, { before, lastInForceOn: edition.inForceOn });
  const missing = obstacles.filter((obstacle) => !(obstacle in refusals));
  if (missing.length > 0) throw new Refusal('amendment-incomplete', { count: missing.length });
  const [first] = obstacles;
  if (first !== undefined) throw new Refusal(refusals[first] ?? 'amendment-incomplete');
  return content.act.inForceOn;
}

/** Those that are no empty fields. */
const refusals: Readonly<Partial<Record<AmendmentObstacle, RefusalCode>>> = {
  'nothing-changed': 'amendment-nothing-changed',
  'in-force-before-act': 'amendment-in-force-before-act',
  'in-force-before-edition': 'amendment-in-force-before-edition',
  'period-reversed': 'plans-date-before-start',
};

const nameOfAct = ({ actType, actOn, actNumber }: AmendmentAct): string =>
  `${actType ?? ''} от ${actOn === null ? '' : formatDate(actOn)} № ${actNumber ?? ''}`;

/** What approval would do to instances, by the very rule by which it does it. */
export async function getAmendmentEffect(amendmentId: string, call: Call): Promise<AmendmentEffect> {
  const { plan, before, reckoning, content } = await readAmendment(amendmentId, call);
  const given = {
    before,
    after: content.definition,
    planActOn: plan.actOn,
    reckoning,
    days: (await listParticipations(call.tx, plan.id)).map(schoolDaysOf),
    inForceOn: content.act.inForceOn ?? isoDateIn(call.now),
  };
  const existing = await listFollowed(call.tx, redatedActivities(given));
  const activities = followAmendment(given, existing)
    .map(({ activityId, following }) => ({ activityId, ...countFollowing(following) }))
    .filter(({ added, moved, removed, cancelled }) => added + moved + removed + cancelled > 0);
  const sum = (key: 'added' | 'moved' | 'removed' | 'cancelled') =>
    activities.reduce((total, each) => total + each[key], 0);
  const total = {
    added: sum('added'),
    moved: sum('moved'),
    removed: sum('removed'),
    cancelled: sum('cancelled'),
  };
  return { total, activities };
}
