import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  type BulkKind,
  type BulkOutcome,
  overtaken,
  requireAmongExecutors,
  requireAssignable,
  undoHours,
} from '@opora/domain/plans/bulk-act.ts';
import { decideMove } from '@opora/domain/plans/decide-move.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import {
  countMissing,
  dropBulkActs,
  insertBulkAct,
  lockInstances,
  nameInstances,
  type SavedInstance,
  saveInstances,
} from './bulk-queries.ts';
import { holdPlans, listPlansOf } from './hold-plans.ts';
import {
  findInstances,
  insertInstanceEvents,
  type KnownInstance,
  listLastEvents,
} from './instance-queries.ts';
import { eventOf, marks } from './move-instance.ts';
import { tellOvertaken } from './overtaken.ts';
import { getPartyScopes } from './party-queries.ts';
import { type NotDone, presentRefused } from './refused-instances.ts';

export type ManyAsked =
  | { readonly kind: 'submit' | 'accept'; readonly note: string | null }
  | { readonly kind: 'postpone'; readonly note: string; readonly dueOn: CalendarDate }
  | { readonly kind: 'assign'; readonly personId: string | null };

/**
 * Does to each instance what can be done, all of it in one transaction, and tells of the others why not. So many statements whether it is
 * ten or a thousand.
 */
export async function actOnMany(ids: readonly string[], asked: ManyAsked, call: Call): Promise<BulkOutcome> {
  const { tx, actor, now } = call;
  const changeOf = await changer(asked, call);
  const { instances, notDone } = await takeInstances(tx, ids);
  const missing = asked.kind === 'submit' ? await countMissing(tx, instances) : new Map<string, number>();
  const note = asked.kind === 'assign' ? null : asked.note;
  const done: Done[] = [];
  for (const before of instances) {
    try {
      const changes = changeOf(before, missing.get(before.id) ?? 0);
      const after = { ...savedOf(before), ...changes, version: before.version + 1 };
      // Who does it is no state of the instance: the audit has it.
      const event = asked.kind === 'assign' ? null : eventOf(before, { ...after, note }, call);
      done.push({ before, after, event });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notDone.push({ id: before.id, refusal: error });
    }
  }
  await saveInstances(
    tx,
    done.map(({ after }) => after),
  );
  await insertInstanceEvents(
    tx,
    done.flatMap(({ event }) => event ?? []),
  );
  const bulkActId = await keepBulkAct(call, asked, done);
  await dropBulkActs(tx, actor.personId, undoSince(now));
  return {
    bulkActId,
    doneIds: done.map(({ before }) => before.id),
    refused: await presentRefused(call, await nameOvertakers(tx, notDone)),
  };
}

type Done = {
  readonly before: KnownInstance;
  readonly after: SavedInstance;
  readonly event: ReturnType<typeof eventOf> | null;
};

/** What the action makes of an instance; throws the refusal. */
async function changer(asked: ManyAsked, { tx, actor, now }: Call) {
  const today = isoDateIn(now);
  if (asked.kind === 'assign') {
    const { personId } = asked;
    const persons =
      personId === null
        ? new Map<string, string>()
        : (await getPartyScopes(tx, { orgUnitIds: [], personIds: [personId] })).persons;
    return (instance: KnownInstance): Partial<SavedInstance> => {
      requireAssignable(instance, { actor });
      if (personId !== null) requireAmongExecutors(instance, persons.get(personId) ?? '');
      return { assigneeId: personId };
    };
  }
  const move = asked.kind;
  const dueOn = asked.kind === 'postpone' ? asked.dueOn : undefined;
  return (instance: KnownInstance, missing: number): Partial<SavedInstance> => {
    const moved = decideMove(instance, { move, note: asked.note, dueOn }, { actor, today, missing });
    const left = marks(move, instance, { actor, now });
    return {
      ...moved,
      ...('submitted_by_id' in left
        ? { submittedById: left.submitted_by_id ?? null, submittedAt: left.submitted_at ?? null }
        : {}),
      ...('accepted_at' in left ? { acceptedAt: left.accepted_at ?? null } : {}),
    };
  };
}

/** Holds the plans and the instances for this transaction; tells of those that are not there or may not be changed. */
export async function takeInstances(
  tx: Tx,
  ids: readonly string[],
): Promise<{ instances: KnownInstance[]; notDone: NotDone[] }> {
  await holdPlans(tx, await listPlansOf(tx, ids), 'alone');
  const open = await lockInstances(tx, ids);
  const seen = await findInstances(tx, ids);
  const seenIds = new Set(seen.map(({ id }) => id));
  return {
    instances: seen.filter(({ id }) => open.has(id)),
    notDone: [
      ...[...new Set(ids)]
        .filter((id) => !seenIds.has(id))
        .map((id) => ({ id, refusal: new Refusal('not-found') })),
      ...seen.filter(({ id }) => !open.has(id)).map(({ id }) => ({ id, refusal: new Refusal('forbidden') })),
    ],
  };
}

/** «The state has changed» becomes who has changed it. */
export async function nameOvertakers(tx: Tx, notDone: readonly NotDone[]): Promise<NotDone[]> {
  const ids = notDone.filter(({ refusal }) => overtaken.includes(refusal.code)).map(({ id }) => id);
  if (ids.length === 0) return [...notDone];
  const last = await listLastEvents(tx, ids);
  return notDone.map(({ id, refusal }) =>
    overtaken.includes(refusal.code) ? { id, refusal: tellOvertaken(last.get(id)) } : { id, refusal },
  );
}

async function keepBulkAct(
  { tx, actor, now }: Call,
  asked: ManyAsked,
  done: readonly Done[],
): Promise<string | null> {
  const [first] = done;
  const place = first === undefined ? null : workPlace(actor, first.before.scope, first.before.executors);
  if (first === undefined || place === null) return null;
  const id = randomUUID();
  const named = (await nameInstances(tx, [first.before.id])).get(first.before.id);
  await insertBulkAct(tx, {
    id,
    scope: place.authorScope,
    person_id: actor.personId,
    kind: asked.kind satisfies BulkKind,
    at: now,
    done_count: done.length,
    about: named?.title ?? '',
    due_on: asked.kind === 'postpone' ? asked.dueOn : null,
    before: JSON.stringify(done.map(({ before, after }) => ({ ...savedOf(before), version: after.version }))),
    undone_at: null,
  });
  return id;
}

export const undoSince = (now: Date): Date => new Date(now.getTime() - undoHours * 3_600_000);

function savedOf(instance: KnownInstance): SavedInstance {
  const { id, state, dueOn, assigneeId, submittedById, submittedAt, acceptedAt, rounds, version } = instance;
  return { id, state, dueOn, assigneeId, submittedById, submittedAt, acceptedAt, rounds, version };
}
