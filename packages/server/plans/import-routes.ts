import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { draftBytesMax, importContract } from '@opora/domain/plans/import-contract.ts';
import { keepMergedRows } from '@opora/domain/plans/pasted-table.ts';
import type { Tx } from '../platform/database.ts';
import { type Means, mount } from '../platform/mount.ts';
import { fileAnswer, listStoredFiles } from '../platform/stored-file-queries.ts';
import { addDraft, oneChunk } from './add-draft.ts';
import { compareAfter } from './ask-questions.ts';
import { approveDraft } from './approve-draft.ts';
import { findSource } from './draft-content.ts';
import { composeDocument, listDrafts } from './draft-queries.ts';
import { editDraft, undoEdit } from './edit-draft.ts';
import { matchDraft } from './match-draft.ts';
import { discardDraft, getDraft, readDraftAgain, restoreDraft } from './move-draft.ts';
import { startDraftReading } from './read-drafts.ts';

type ImportMeans = Means & {
  /** What later features do when a draft has become a plan, in the same transaction. */
  readonly afterApproval: (
    tx: Tx,
    approved: { readonly draftId: string; readonly planId: string },
  ) => Promise<void>;
};

export function mountImport(app: FastifyInstance, means: ImportMeans): void {
  const reading = startDraftReading(means.parts);
  app.addHook('onReady', async () => reading.wake());
  app.addHook('onClose', () => reading.close());

  mount(app, means, importContract, {
    listPlanDrafts: (_input, { tx }) => listDrafts(tx),
    uploadPlanDrafts: async (_input, call) => {
      if (call.files.length === 0) throw new Refusal('input-invalid');
      call.afterCommit(() => reading.wake());
      const added = [];
      // oxlint-disable-next-line no-await-in-loop -- they share a transaction
      for (const file of call.files) added.push(await addDraft(call, file));
      return added;
    },
    pastePlanDraft: async ({ body }, call) => {
      const stored = await call.parts.files.put(oneChunk(keepMergedRows(body.text)), draftBytesMax);
      call.afterCommit(() => reading.wake());
      return addDraft(call, {
        ...stored,
        name: pastedName(body.text),
        mediaType: 'text/plain; charset=utf-8',
      });
    },
    getPlanDraft: async ({ params }, call) => {
      const draft = await getDraft(params.draftId, call);
      const isRead = draft.state === 'read' || draft.state === 'approved';
      return { draft, document: isRead ? await composeDocument(call.tx, draft.id) : null };
    },
    getDraftSource: async ({ params }, call) => {
      const draft = await getDraft(params.draftId, call);
      const source = await findSource(call.tx, draft.id);
      if (source === null) throw new Refusal('draft-not-open');
      return source;
    },
    downloadDraftFile: async ({ params }, call) => {
      const draft = await getDraft(params.draftId, call);
      const [file] = await listStoredFiles(call.tx, { kind: 'plan-draft', id: draft.id });
      if (file === undefined) throw new Refusal('not-found');
      return fileAnswer(call.parts.files, file);
    },
    editPlanDraft: ({ params, body }, call) =>
      editDraft(params.draftId, body, { ...call, personId: call.actor.personId }),
    undoDraftEdit: ({ params }, call) => undoEdit(params.draftId, { ...call, personId: call.actor.personId }),
    listDraftParties: async ({ params }, call) => {
      const draft = await getDraft(params.draftId, call);
      const document = await composeDocument(call.tx, draft.id);
      return document === null ? [] : matchDraft(call.tx, document);
    },
    readDraftAgain: ({ params }, call) => {
      call.afterCommit(() => reading.wake());
      return readDraftAgain(params.draftId, call);
    },
    discardPlanDraft: ({ params }, call) => {
      call.afterCommit(() => reading.cancel(params.draftId));
      return discardDraft(params.draftId, call);
    },
    restorePlanDraft: ({ params }, call) => {
      call.afterCommit(() => reading.wake());
      return restoreDraft(params.draftId, call);
    },
    approvePlanDraft: async ({ params, body }, call) => {
      const approved = await approveDraft(params.draftId, body.version, call);
      await compareAfter(call, approved.planId);
      await means.afterApproval(call.tx, { ...params, ...approved });
      return approved;
    },
  });
}

/** The first line with words in it stands for a file name. */
function pastedName(text: string): string {
  const line = text.split('\n').find((one) => /\p{L}/u.test(one)) ?? '';
  return line.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
}
