import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { datesContract, type DatingEntry, type ScheduleReview } from '@opora/domain/plans/dates-contract.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { getManagedPlan } from './allowed-plan.ts';
import { listAwaited } from './awaited-queries.ts';
import { applyDating, openByEvent, reviewDating, undoDating } from './date-instances.ts';
import {
  type Dating,
  deleteDating,
  findDating,
  findDatingEntry,
  listDatings,
  updateDating,
} from './dating-queries.ts';
import { findPlan } from './plans-queries.ts';
import { openScheduleReader, uploadSchedule } from './upload-schedule.ts';

export function mountDates(app: FastifyInstance, means: Means): void {
  const reader = openScheduleReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, datesContract, {
    listAwaitedDates: async ({ params }, call) => {
      const plan = await getManagedPlan(params.planId, call);
      const { rows } = await listAwaited(call.tx, plan.id);
      const datings = await listDatings(call.tx, plan.id);
      return { planId: plan.id, planTitle: plan.title, actOn: plan.actOn, rows, datings };
    },
    uploadSchedule: async ({ params }, call) => {
      const plan = await getManagedPlan(params.planId, call);
      return entry(call, (await uploadSchedule(call, plan, reader)).id);
    },
    getScheduleReview: async ({ params }, call) => review(call, await managedDating(call, params.datingId)),
    answerBySchedule: async ({ params, body }, call) => {
      const draft = await managedDating(call, params.datingId);
      if (draft.state !== 'draft') throw new Refusal('plans-dating-closed');
      const chosen = Object.fromEntries(body.answers.map(({ event, answer }) => [event, answer]));
      const changed = { ...draft, answers: { ...draft.answers, ...chosen }, version: body.version + 1 };
      await updateDating(call.tx, changed);
      return review(call, changed);
    },
    applySchedule: async ({ params, body }, call) => {
      const draft = await managedDating(call, params.datingId);
      await applyDating(call, { ...draft, version: body.version });
      return entry(call, draft.id);
    },
    discardSchedule: async ({ params }, call) => {
      const draft = await managedDating(call, params.datingId);
      if (draft.state !== 'draft') throw new Refusal('plans-dating-closed');
      await deleteDating(call.tx, draft.id);
      return {};
    },
    openByEvent: async ({ params, body }, call) => {
      const plan = await getManagedPlan(params.planId, call);
      return entry(call, await openByEvent(call, plan, body));
    },
    undoDating: async ({ params }, call) => undoDating(call, await managedDating(call, params.datingId)),
  });
}

async function managedDating(call: Call, id: string): Promise<Dating> {
  const dating = await findDating(call.tx, id);
  if (dating === undefined) throw new Refusal('not-found');
  await getManagedPlan(dating.planId, call);
  return dating;
}

async function entry({ tx }: Pick<Call, 'tx'>, id: string): Promise<DatingEntry> {
  const found = await findDatingEntry(tx, id);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

async function review(call: Call, dating: Dating): Promise<ScheduleReview> {
  const plan = await findPlan(call.tx, dating.planId);
  const { events, expected, awaited } = await reviewDating(call, dating);
  return {
    ...(await entry(call, dating.id)),
    planId: dating.planId,
    planTitle: plan?.title ?? '',
    events,
    rows: awaited.rows,
    expected,
    unread: dating.unread.rows,
    unreadCount: dating.unread.count,
  };
}
