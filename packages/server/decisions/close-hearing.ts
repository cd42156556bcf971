import { randomUUID } from 'node:crypto';
import { yearOf } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import type { Protocol } from '@opora/domain/decisions/hearing.ts';
import type { Decision, Minutes } from '@opora/domain/decisions/minutes.ts';
import { numberOfDecision } from '@opora/domain/decisions/minutes.ts';
import { minutesGaps } from '@opora/domain/decisions/minutes-gaps.ts';
import { decisionProof, partyOf, protocolPlan, tasksOf } from '@opora/domain/decisions/protocol-plan.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { activityVersions } from '../plans/activity-change-queries.ts';
import { executorsOf, namedIn } from '../plans/activity-rows.ts';
import { addActivity } from '../plans/add-activity.ts';
import { changeActivity } from '../plans/change-activity.ts';
import { createPlan } from '../plans/create-plan.ts';
import { getPartyScopes } from '../plans/party-queries.ts';
import { removeActivity, restoreActivity } from '../plans/place-activity.ts';
import { getReckoning } from '../plans/reckoning-queries.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { type KnownHearing, setReaders, updateHearing } from './hearing-queries.ts';
import { getMinutes, isOpen } from './keep-minutes.ts';
import { insertProtocol, listNumbers, listProtocols } from './minutes-queries.ts';
import { holdHearing } from './plan-hearings.ts';

type Closing = {
  /** Of the minutes that the person saw. */
  readonly version: number;
  readonly number: string;
  readonly reasons: string | null;
};

/** Makes the minutes the next edition of the protocol and its decisions tasks, whose plan it gives. Nothing is written when it is refused. */
export async function closeHearing(hearingId: string, closing: Closing, call: Call): Promise<string> {
  const { tx, actor, now } = call;
  const hearing = await holdHearing(hearingId, call);
  if (!isOpen(hearing)) throw new Refusal('hearing-not-open');
  if (hearing.onDate > isoDateIn(now)) throw new Refusal('hearing-not-yet');
  const { content, version } = await getMinutes(call, hearingId);
  if (version !== closing.version) throw new Refusal('changed-meanwhile');
  const reckoning = await getReckoning(tx, hearing.scope);
  const gaps = minutesGaps(content, { heldOn: hearing.onDate, reckoning });
  if (gaps.length > 0) throw new Refusal('hearing-incomplete', { count: gaps.length });
  const [before] = await listProtocols(tx, hearingId);
  const reasons = await requireReasons({ hearing, content, closing, before }, call);
  const host = await findOrgUnit(tx, hearing.hostId);
  const hostName = before?.hostName ?? host?.name ?? hearing.hostName ?? '';
  const number = before?.number ?? closing.number;
  const planId =
    hearing.planId === null
      ? await createPlan(
          tx,
          protocolPlan(content, { ...hearing, number, heldOn: hearing.onDate, hostName, reckoning }),
          {
            ...call,
            personId: actor.personId,
            protocol: { scope: hearing.scope, activityIds: tasksOf(content).map(({ id }) => id) },
          },
        )
      : await followCorrection(hearing.planId, before, content, call);
  await letExecutorsRead(planId, content, call);
  await insertProtocol(tx, {
    id: randomUUID(),
    hearing_id: hearingId,
    scope: hearing.scope,
    host_id: hearing.hostId,
    edition: (before?.edition ?? 0) + 1,
    number,
    held_on: hearing.onDate,
    place: hearing.place,
    title: hearing.title,
    host_name: hostName,
    content,
    reasons,
    closed_by_id: actor.personId,
    closed_at: now,
  });
  const saved = await updateHearing(tx, hearing, { state: 'held', plan_id: planId });
  if (!saved) throw new Refusal('changed-meanwhile');
  return planId;
}

type Correcting = {
  readonly hearing: KnownHearing;
  readonly content: Minutes;
  readonly closing: Closing;
  readonly before: Protocol | undefined;
};

/** Of a first edition null, and its number must be free; of a correction why it was made. */
async function requireReasons(
  { hearing, content, closing, before }: Correcting,
  call: Call,
): Promise<string | null> {
  const { number } = closing;
  if (before === undefined) {
    const used = await listNumbers(call, hearing.hostId, yearOf(hearing.onDate));
    if (used.includes(number)) throw new Refusal('hearing-number-used', { number });
    return null;
  }
  if (isSameValue(before.content, content)) throw new Refusal('hearing-unchanged');
  if (closing.reasons === null || closing.reasons === '') throw new Refusal('hearing-reasons-missing');
  return closing.reasons;
}

/** What the correction changed in the tasks: taken out, put back, worded anew, added. What was accepted stays. */
async function followCorrection(
  planId: string,
  before: Protocol | undefined,
  content: Minutes,
  call: Call,
): Promise<string> {
  const { tx } = call;
  const versions = await activityVersions(tx, planId);
  const wanted = tasksOf(content);
  for (const [id, { version, isRemoved }] of versions) {
    if (isRemoved || wanted.some((task) => task.id === id)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one connection, a handful of decisions
    await removeActivity(tx, id, version, call);
  }
  for (const task of wanted) {
    const row = versions.get(task.id);
    const fields = fieldsOf(content, task);
    const known = before?.content.decisions.find(({ id }) => id === task.id);
    const isSame =
      before !== undefined && known !== undefined && isSameValue(fieldsOf(before.content, known), fields);
    /* oxlint-disable no-await-in-loop -- as above */
    if (row === undefined) await addActivity(tx, planId, fields, { ...call, newId: task.id });
    else if (row.isRemoved) {
      await restoreActivity(tx, task.id, row.version, call);
      await changeActivity(tx, task.id, { ...fields, version: row.version + 1 }, call);
    } else if (!isSame) await changeActivity(tx, task.id, { ...fields, version: row.version }, call);
    /* oxlint-enable no-await-in-loop */
  }
  return planId;
}

const fieldsOf = (content: Minutes, task: Decision) => ({
  no: numberOfDecision(content, task),
  sectionId: null,
  title: task.text,
  deadline: task.deadline,
  parties: [partyOf(task)],
  expected: [decisionProof],
});

/** Who is to carry a decision out may work beside the school, where its protocol is not seen otherwise. */
async function letExecutorsRead(planId: string, content: Minutes, { tx }: Pick<Call, 'tx'>): Promise<void> {
  const parties = tasksOf(content).map(partyOf);
  const known = await getPartyScopes(tx, namedIn(parties));
  await setReaders(tx, planId, executorsOf(parties, known));
}
