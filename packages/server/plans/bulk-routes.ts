import type { FastifyInstance } from 'fastify';
import { bulkContract } from '@opora/domain/plans/bulk-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { actOnMany, undoSince } from './act-on-many.ts';
import { askQuestionsAfter } from './ask-questions.ts';
import { listBulkActs } from './bulk-queries.ts';
import { chooseForBulk } from './choose-for-bulk.ts';
import { undoBulkAct } from './undo-bulk-act.ts';

/** Who may is asked of every instance by itself, as when it is moved alone; one that may not be moved is refused by itself. */
export function mountBulk(app: FastifyInstance, means: Means): void {
  const { chooseForBulk: choice, ...acts } = bulkContract;
  // Writes nothing that anybody would have to be told of.
  const silent = { ...means, afterWrite: undefined };
  mount(
    app,
    silent,
    { chooseForBulk: choice },
    {
      chooseForBulk: ({ body: { kind, ...targets } }, call) => chooseForBulk(kind, targets, call),
    },
  );
  mount(app, means, acts, {
    submitMany: async ({ body: { instanceIds, note } }, call) => {
      const outcome = await actOnMany(instanceIds, { kind: 'submit', note }, call);
      await askQuestionsAfter(call, outcome.doneIds);
      return outcome;
    },
    acceptMany: ({ body: { instanceIds, note } }, call) =>
      actOnMany(instanceIds, { kind: 'accept', note }, call),
    postponeMany: ({ body: { instanceIds, ...asked } }, call) =>
      actOnMany(instanceIds, { kind: 'postpone', ...asked }, call),
    assignMany: ({ body: { instanceIds, personId } }, call) =>
      actOnMany(instanceIds, { kind: 'assign', personId }, call),
    listBulkActs: (_input, { tx, actor, now }) => listBulkActs(tx, actor.personId, undoSince(now)),
    undoBulkAct: ({ params }, call) => undoBulkAct(params.bulkActId, call),
  });
}
