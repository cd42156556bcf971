import type { FastifyInstance } from 'fastify';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { nodeWith } from '@opora/domain/plans/may-move.ts';
import { schoolShare, seesAllSchools } from '@opora/domain/plans/school-share.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import type { InstanceMove } from '@opora/domain/plans/instance-state.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { fileAnswer } from '../platform/stored-file-queries.ts';
import { findActivity, type KnownActivity } from './activity-change-queries.ts';
import { addComment } from './add-comment.ts';
import { askQuestionsAfter } from './ask-questions.ts';
import { assignInstance, listAssignees } from './assign-instance.ts';
import { listComments } from './comment-queries.ts';
import { findEvidence } from './evidence-queries.ts';
import { getInstance } from './get-instance.ts';
import { giveEvidence, giveEvidenceFile, removeEvidence } from './give-evidence.ts';
import { listInstances } from './instance-queries.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { listParticipations, listSchoolInstances } from './school-share-queries.ts';
import { moveInstanceBy } from './move-instance.ts';
import { setInstanceDate } from './set-instance-date.ts';

type MoveInput = {
  readonly params: { readonly instanceId: string };
  readonly body: { readonly version: number; readonly note?: string | null; readonly dueOn?: string };
};

/**
 * Who may act on an instance follows from its scope, its executors and the plan's controller together (`may-move.ts`), and each
 * action asks that itself before it writes. What is read afterwards is what row security shows her.
 */
export function mountInstances(app: FastifyInstance, means: Means): void {
  mount(app, means, instancesContract, {
    listTasks: (_input, { tx, actor, now }) => listMyTasks(tx, actor, now),
    listInstances: async ({ params }, call) => {
      await seenActivity(call, params.activityId);
      return listInstances(call.tx, params.activityId);
    },
    getSchoolShare: async ({ params, query }, call) => {
      const activity = await seenActivity(call, params.activityId);
      // A share out of the one school that a director sees would tell her something else.
      if (!seesAllSchools(call.actor, activity.scope)) throw new Refusal('forbidden');
      const participations = await listParticipations(call.tx, activity.planId);
      return schoolShare(participations, await listSchoolInstances(call.tx, params.activityId), query.on);
    },
    getInstance: ({ params }, call) => answer(call, params.instanceId),
    startInstance: mover('start'),
    submitInstance: mover('submit'),
    withdrawInstance: mover('withdraw'),
    acceptInstance: mover('accept'),
    returnInstance: mover('return'),
    postponeInstance: mover('postpone'),
    cancelInstance: mover('cancel'),
    reopenInstance: mover('reopen'),
    setInstanceDate: async ({ params, body }, call) => {
      await setInstanceDate(call.tx, { ...params, ...body }, call);
      return answer(call, params.instanceId);
    },
    assignInstance: async ({ params, body }, call) => {
      await assignInstance(call.tx, { ...params, ...body }, call);
      return answer(call, params.instanceId);
    },
    listAssignees: ({ params, query }, call) => listAssignees(call.tx, { ...params, ...query }, call),
    giveEvidence: async ({ params, body }, call) => {
      await giveEvidence(call.tx, params.instanceId, body, call);
      return answer(call, params.instanceId);
    },
    giveEvidenceFile: async ({ params, body }, call) => {
      const [file] = call.files;
      if (file === undefined) throw new Refusal('plans-file-missing');
      const given = { ...params, expectedResultId: body.expectedResultId ?? null, file };
      await giveEvidenceFile(call.tx, given, call);
      return answer(call, params.instanceId);
    },
    removeEvidence: async ({ params }, call) =>
      answer(call, await removeEvidence(call.tx, params.evidenceId, call)),
    getEvidenceFile: async ({ params }, { tx, parts, actor, allow }) => {
      const evidence = await findEvidence(tx, params.evidenceId);
      if (evidence === undefined || evidence.file === null) throw new Refusal('not-found');
      const { scope, authorScope } = evidence;
      allow('plans.read', { scope: nodeWith(actor, 'plans.read', [scope, authorScope]) ?? scope });
      return fileAnswer(parts.files, evidence.file);
    },
    listComments: async ({ params }, call) => {
      await seenActivity(call, params.activityId);
      return listComments(call.tx, params.activityId);
    },
    addComment: async ({ params, body }, call) => {
      await seenActivity(call, params.activityId);
      return addComment(call.tx, { ...params, ...body }, call);
    },
  });
}

const mover =
  (move: InstanceMove) =>
  async ({ params, body }: MoveInput, call: Call): Promise<InstanceDetail> => {
    const { dueOn } = body;
    const moving = { ...params, move, version: body.version, note: body.note ?? null };
    await moveInstanceBy(call.tx, { ...moving, ...(dueOn === undefined ? {} : { dueOn }) }, call);
    if (looksAnewAfter.has(move)) await askQuestionsAfter(call, [params.instanceId]);
    return answer(call, params.instanceId);
  };

/** What was given begins or ceases to count as proof. */
const looksAnewAfter: ReadonlySet<InstanceMove> = new Set(['submit', 'withdraw', 'return']);

const answer = (call: Call, instanceId: string): Promise<InstanceDetail> =>
  getInstance(call.tx, instanceId, call);

async function seenActivity(call: Call, activityId: string): Promise<KnownActivity> {
  const activity = await findActivity(call.tx, activityId);
  if (activity === undefined) throw new Refusal('not-found');
  const nodes = [activity.scope, ...activity.readers];
  call.allow('plans.read', { scope: nodeWith(call.actor, 'plans.read', nodes) ?? activity.scope });
  return activity;
}
