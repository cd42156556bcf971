import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import type { SourceDocument } from '../basics/source-document.ts';
import type { DraftDocument } from './draft-document.ts';
import { DraftEdit } from './draft-edit.ts';
import { PartyChoice, PartyOption } from './party-choice.ts';

const DraftId = z.object({ draftId: z.uuid() });
const Version = z.object({ version: z.number().int() });

export const draftStates = ['waiting', 'reading', 'read', 'failed', 'approved', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

/** A document on its way to become a plan. */
export const PlanDraftEntry = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(draftStates),
  /** Pages read so far and in all; null until they are known. */
  pagesDone: z.number().int().nullable(),
  pagesTotal: z.number().int().nullable(),
  /** A `DraftFailureCode` with its numbers. */
  failure: z
    .object({ code: z.string(), limit: z.number().nullable(), found: z.number().nullable() })
    .nullable(),
  /** Title of the act as it was read and mended. */
  title: z.string().nullable(),
  activities: z.number().int(),
  doubts: z.number().int(),
  /** Name of the person who brought the document. */
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  planId: z.uuid().nullable(),
  version: z.number().int(),
});
export type PlanDraftEntry = z.infer<typeof PlanDraftEntry>;

const Saved = z.object({
  version: z.number().int(),
  savedAt: z.iso.datetime(),
  /** Somebody else's edits stand between the version the person knew and this one; what she sees is to be loaded anew. */
  merged: z.boolean(),
});

/** A printed name with whom it may mean, the likeliest first. */
export const MatchedParty = z.object({
  printed: z.string(),
  role: z.enum(['party', 'school', 'controller']),
  /** With the chosen one; a text is none. */
  candidates: z.array(PartyOption),
  chosen: PartyChoice,
});
export type MatchedParty = z.infer<typeof MatchedParty>;

// Both are made by our own readers and edits, and kept as they were made; what comes from a person is checked by `DraftEdit`.
const Document = z.custom<DraftDocument>((value) => typeof value === 'object');
const Source = z.custom<SourceDocument>((value) => typeof value === 'object');

const onDraft = { who: 'role-on-thing', action: 'plans.manage' } as const;

/** The largest document taken, in bytes. */
export const draftBytesMax = 50 * 1_048_576;

export const importContract = contract({
  listPlanDrafts: {
    method: 'GET',
    path: '/plans/drafts',
    summary: 'Documents on their way to become plans, the newest first',
    permission: { who: 'role', action: 'plans.manage' },
    output: z.array(PlanDraftEntry),
  },
  uploadPlanDrafts: {
    method: 'POST',
    path: '/plans/drafts',
    summary: 'Bring documents (up to 50 MB each) to be read as plans; each is read in the background',
    permission: { who: 'role', action: 'plans.manage' },
    uploadBytesMax: draftBytesMax,
    output: z.array(PlanDraftEntry),
  },
  pastePlanDraft: {
    method: 'POST',
    path: '/plans/drafts/pasted',
    summary: 'Read text copied from an editor or a workbook as a plan',
    permission: { who: 'role', action: 'plans.manage' },
    body: z.object({ text: z.string().trim().min(1).max(2_000_000) }),
    output: PlanDraftEntry,
  },
  getPlanDraft: {
    method: 'GET',
    path: '/plans/drafts/:draftId',
    summary: 'What was read of a document, with all edits',
    permission: onDraft,
    params: DraftId,
    output: z.object({ draft: PlanDraftEntry, document: Document.nullable() }),
  },
  getDraftSource: {
    method: 'GET',
    path: '/plans/drafts/:draftId/source',
    summary: 'The document as it stood in the file: paragraphs and tables with their places',
    permission: onDraft,
    params: DraftId,
    output: Source,
  },
  downloadDraftFile: {
    method: 'GET',
    path: '/plans/drafts/:draftId/file',
    summary: 'The file itself',
    permission: onDraft,
    params: DraftId,
    output: z.null(),
    download: true,
  },
  editPlanDraft: {
    method: 'PATCH',
    path: '/plans/drafts/:draftId',
    summary: 'Save edits; refused when somebody else changed the same fields since the version',
    permission: onDraft,
    params: DraftId,
    body: Version.extend({ edits: z.array(DraftEdit).min(1).max(50) }),
    output: Saved,
  },
  undoDraftEdit: {
    method: 'POST',
    path: '/plans/drafts/:draftId/undo',
    summary: 'Take back one’s own last edit',
    permission: onDraft,
    params: DraftId,
    output: Saved,
  },
  listDraftParties: {
    method: 'GET',
    path: '/plans/drafts/:draftId/parties',
    summary: 'Printed names of the document with the organisations and people they may mean',
    permission: onDraft,
    params: DraftId,
    output: z.array(MatchedParty),
  },
  readDraftAgain: {
    method: 'POST',
    path: '/plans/drafts/:draftId/read-again',
    summary: 'Read the file anew; edits are dropped',
    permission: onDraft,
    params: DraftId,
    output: PlanDraftEntry,
  },
  discardPlanDraft: {
    method: 'POST',
    path: '/plans/drafts/:draftId/discard',
    summary: 'Put a draft away; reading stops',
    permission: onDraft,
    params: DraftId,
    output: PlanDraftEntry,
  },
  approvePlanDraft: {
    method: 'POST',
    path: '/plans/drafts/:draftId/approve',
    summary: 'Make the plan out of the draft as it was at the version',
    permission: onDraft,
    params: DraftId,
    body: Version,
    output: z.object({ planId: z.uuid() }),
  },
  restorePlanDraft: {
    method: 'POST',
    path: '/plans/drafts/:draftId/restore',
    summary: 'Take a discarded draft back as it was',
    permission: onDraft,
    params: DraftId,
    output: PlanDraftEntry,
  },
});
