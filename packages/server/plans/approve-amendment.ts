import { randomUUID } from 'node:crypto';
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
import { amendPlanTo } from './amend-plan.ts';
import { findAmendment, lockAmendment, setAmendment } from './amendment-queries.ts';
import { lockPlan } from './definition-queries.ts';
import { insertEdition, keepDefinition } from './edition-queries.ts';
import { holdPlans } from './hold-plans.ts';
import { listFollowed } from './following-queries.ts';
import { type ReadAmendment, readAmendment, requireDraft } from './open-amendment.ts';
import { listParticipations } from './school-share-queries.ts';

/** Makes the draft, as the person saw it at the version, the edition in force. Nothing is changed when it is refused. */
export async function approveAmendment(
  amendmentId: string,
  version: number,
  call: Call,
): Promise<{ planId: string; edition: number }> {
  const { tx, now, actor } = call;
  await lockAmendment(tx, amendmentId);
  const planId = (await findAmendment(tx, amendmentId))?.planId;
  if (planId !== undefined) {
    await holdPlans(tx, [planId], 'alone');
    await lockPlan(tx, planId);
  }
  const read = await readAmendment(amendmentId, call);
  const { amendment, plan, edition, before, reckoning, content } = read;
  requireDraft(amendment);
  if (amendment.version !== version) throw new Refusal('changed-meanwhile');
  const { act, definition: after } = content;
  const { inForceOn } = requireReady(read, isoDateIn(now));
  const number = edition.number + 1;
  await keepDefinition(tx, plan.id, edition.number, before);
  await insertEdition(tx, {
    id: randomUUID(),
    plan_id: plan.id,
    scope: plan.scope,
    number,
    act_type: act.actType,
    act_number: act.actNumber,
    act_on: act.actOn,
    act_authority: act.actAuthority,
    in_force_on: inForceOn,
    reasons: act.reasons,
    approved_by_id: actor.personId,
    approved_at: now,
  });
  await amendPlanTo({ plan, before, after, reckoning, inForceOn, note: nameOfAct(act) }, call);
  await setAmendment(tx, amendmentId, { state: 'approved', version: version + 1, now });
  return { planId: plan.id, edition: number };
}

function requireReady({ content, before, edition }: ReadAmendment, today: string): { inForceOn: string } {
  const { inForceOn } = edition;
  const obstacles = amendmentObstacles(content, { before, today, lastInForceOn: inForceOn });
  const missing = obstacles.filter((obstacle) => !(obstacle in refusals));
  if (missing.length > 0) throw new Refusal('amendment-incomplete', { count: missing.length });
  const [first] = obstacles;
  if (first !== undefined) throw new Refusal(refusals[first] ?? 'amendment-incomplete');
  return { inForceOn: content.act.inForceOn ?? today };
}

/** Those that are no empty fields. */
const refusals: Readonly<Partial<Record<AmendmentObstacle, RefusalCode>>> = {
  'nothing-changed': 'amendment-nothing-changed',
  'in-force-before-act': 'amendment-in-force-before-act',
  'in-force-before-edition': 'amendment-in-force-before-edition',
  'in-force-later': 'amendment-in-force-later',
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
