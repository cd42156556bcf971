import { createHash, randomUUID } from 'node:crypto';
import {
  askAboutCounts,
  askAboutDates,
  askAboutFiles,
  askAboutLastHours,
  askAboutRequisites,
  type AskedQuestion,
  requisitesKey,
} from '@opora/domain/plans/ask-questions.ts';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { askAboutLikeness } from '@opora/domain/plans/plan-likeness.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { listComparedPlans } from './compared-plan-queries.ts';
import {
  type ConfirmedUnit,
  listConfirmations,
  listCountProofs,
  listDatedProofs,
  listDocumentsOn,
  listFileProofs,
  listPlansLookedAt,
  type LookedAt,
} from './proof-queries.ts';
import { deleteLooks, insertLook, type Look, markFailed } from './question-look-queries.ts';
import {
  insertQuestions,
  listStoredQuestions,
  type QuestionGroup,
  type StoredQuestion,
  updateQuestion,
} from './question-queries.ts';

/**
 * Looks through evidence when the request is done, with sight of the whole region: the same file may lie in another municipality. What was
 * submitted stays submitted even if this fails; that it was not looked through stands where it is accepted.
 */
export async function askQuestionsAfter(call: Looking, instanceIds: readonly string[]): Promise<void> {
  await lookAfter(call, { kind: 'evidence', instanceIds });
}

/** As `askQuestionsAfter`, whether a plan is nearly alike to those of other owners. */
export async function compareAfter(call: Looking, planId: string): Promise<void> {
  await lookAfter(call, { kind: 'plans-alike', planId });
}

/** Looks at once for somebody who has asked for nothing else: she is told when it fails. */
export function lookNow(call: Looking, look: Look): void {
  call.afterCommit(() => tryLook(call, look));
}

type Looking = Pick<Call, 'tx' | 'actor' | 'afterCommit' | 'parts' | 'request' | 'now'>;

async function lookAfter(call: Looking, look: Look): Promise<void> {
  const { tx, actor, now, parts, request, afterCommit } = call;
  await insertLook(tx, look, { authorScope: actor.grants[0]?.scope ?? '', now });
  afterCommit(async () => {
    try {
      await tryLook(call, look);
    } catch {
      // Each attempt is in the log. Should this fail too, the look counts as broken off in a minute.
      const operating = { name: 'askQuestions', requestId: request.id, at: now };
      await write(parts.database, systemEntry, operating, (own) => markFailed(own, look, now)).catch(
        (error: unknown) => request.log.error(error),
      );
    }
  });
}

async function tryLook({ parts, request, now }: Looking, look: Look): Promise<void> {
  const operating = {
    name: look.kind === 'evidence' ? 'askQuestions' : 'comparePlans',
    requestId: request.id,
    at: now,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next attempt is for when this one has failed
      return await write(parts.database, systemEntry, operating, (tx) => takeLook(tx, look, now));
    } catch (error) {
      request.log.error(error);
      if (attempt === attemptsMax) throw error;
    }
  }
}

/** What waits is taken off first: what is submitted meanwhile waits for its own look. `tx` sees the whole region. */
export async function takeLook(tx: Tx, look: Look, now: Date): Promise<void> {
  await deleteLooks(tx, look);
  if (look.kind === 'evidence') await askQuestions(tx, look, now);
  else await comparePlan(tx, look.planId, now);
}

/** Two that look at once are in each other's way; the third time there is something else amiss. */
const attemptsMax = 3;

async function askQuestions(tx: Tx, lookedAt: LookedAt, now: Date): Promise<void> {
  const dated = await listDatedProofs(tx, lookedAt);
  const units = await listConfirmations(tx, lookedAt);
  const planIds = await listPlansLookedAt(tx, lookedAt);
  const isLookedAt = looker(lookedAt);
  const known = (await listStoredQuestions(tx, planIds, [])).filter(
    ({ plan_id: planId, instance_ids: ids }) => ids.some((id) => isLookedAt(id, planId)),
  );
  const keysOf = (kind: string) => known.flatMap((row) => (row.kind === kind ? [row.group_key] : []));

  const files = await listFileProofs(tx, lookedAt, keysOf('same-file'));
  const documentKeys = new Set([...keysOf('same-requisites'), ...dated.map(requisitesKey)]);
  const days = new Set([...documentKeys].map((key) => key.slice(0, 10)));
  const documents = (await listDocumentsOn(tx, [...days])).filter((proof) =>
    documentKeys.has(requisitesKey(proof)),
  );
  const asked = [
    ...askAboutFiles(files),
    ...askAboutRequisites(documents),
    ...askAboutDates(dated),
    ...askAboutCounts(await listCountProofs(tx, lookedAt)),
    ...units.flatMap(askAboutUnit),
  ];
  const groups: QuestionGroup[] = [
    ...new Set([...files.map(({ sha256 }) => sha256), ...keysOf('same-file')]),
  ].map((groupKey) => ({ kind: 'same-file', groupKey }));
  for (const groupKey of documentKeys) groups.push({ kind: 'same-requisites', groupKey });
  const isOfGroup = new Set(groups.map(({ kind, groupKey }) => `${kind} ${groupKey}`));
  const places = new Set(units.map(({ planId, scope }) => `${planId} ${scope}`));
  const stored = (await listStoredQuestions(tx, planIds, groups)).filter((row) => {
    if (row.kind === 'plans-alike') return false;
    if (row.kind === 'last-hours') return places.has(`${row.plan_id} ${row.scope}`);
    return (
      isOfGroup.has(`${row.kind} ${row.group_key}`) ||
      row.instance_ids.some((id) => isLookedAt(id, row.plan_id))
    );
  });
  await saveQuestions(tx, stored, asked, now);
}

const looker = (lookedAt: LookedAt) => (instanceId: string, planId: string) =>
  'planId' in lookedAt ? planId === lookedAt.planId : lookedAt.instanceIds.includes(instanceId);

function askAboutUnit(unit: ConfirmedUnit): AskedQuestion[] {
  const days = new Set(unit.confirmations.map(({ dueOn }) => dueOn));
  return [...days].flatMap((dueOn) =>
    askAboutLastHours(unit, { dueOn, ends: endOf(dueOn) }, unit.confirmations),
  );
}

/** Midnight of the office's own clock. */
const endOf = (day: CalendarDate): Date => new Date(`${addDays(day, 1)}T00:00:00`);

/** Asks about what a plan has in common with those of other owners; `tx` sees the whole region. */
async function comparePlan(tx: Tx, planId: string, now: Date): Promise<void> {
  const plans = await listComparedPlans(tx);
  const plan = plans.find(({ id }) => id === planId);
  if (plan === undefined) return;
  const others = plans.filter(({ id }) => id !== planId);
  const asked = askAboutLikeness(plan, others);
  const known = (await listStoredQuestions(tx, [planId], [])).filter(({ kind }) => kind === 'plans-alike');
  // Each pair of plans is asked about in both.
  const keys = [...known.map((row) => row.group_key), ...asked.map(({ groupKey }) => groupKey)];
  const groups = [...new Set(keys)].map((groupKey) => ({ kind: 'plans-alike', groupKey }));
  const stored = await listStoredQuestions(tx, [], groups);
  await saveQuestions(tx, stored, asked, now);
}

/** New ones are asked, changed ones are asked anew, those without their facts are over. What was written on them stays. */
async function saveQuestions(
  tx: Tx,
  stored: readonly StoredQuestion[],
  asked: readonly AskedQuestion[],
  now: Date,
): Promise<void> {
  const known = new Map(
    stored.map((row) => [keyOf(row.plan_id, row.kind, row.group_key, row.scope), row] as const),
  );
  const keyOfAsked = (each: AskedQuestion) => keyOf(each.planId, each.facts.kind, each.groupKey, each.scope);
  const fresh = asked.filter((each) => !known.has(keyOfAsked(each)));
  await insertQuestions(
    tx,
    fresh.map((each) => ({ id: randomUUID(), ...columnsOf(each, now), version: 1 })),
  );
  const standing = new Map(asked.map((each) => [keyOfAsked(each), each]));
  for (const [key, row] of known) {
    const each = standing.get(key);
    const changes = each === undefined ? goneChanges(row, now) : changesOf(row, each, now);
    // Few change at once. Whoever has written on one meanwhile has grown its version: it is looked through anew.
    // oxlint-disable-next-line no-await-in-loop
    if (changes !== null && !(await updateQuestion(tx, row.id, row.version, changes)))
      throw new Refusal('changed-meanwhile');
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('\n');

const goneChanges = (row: StoredQuestion, now: Date) => (row.gone_at === null ? { gone_at: now } : null);

function changesOf(row: StoredQuestion, each: AskedQuestion, now: Date) {
  const columns = columnsOf(each, now);
  if (columns.fingerprint !== row.fingerprint) return columns;
  return row.gone_at === null ? null : { gone_at: null };
}

function columnsOf(each: AskedQuestion, now: Date) {
  const facts = JSON.stringify(each.facts);
  const fingerprint = createHash('sha256')
    .update(`${facts}\n${each.instanceIds.join(' ')}`)
    .digest('hex');
  return {
    plan_id: each.planId,
    scope: each.scope,
    kind: each.facts.kind,
    group_key: each.groupKey,
    instance_ids: [...each.instanceIds],
    given_by_ids: [...each.givenByIds],
    facts,
    fingerprint,
    asked_at: now,
    gone_at: null,
  };
}
