import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { applyEdit } from '@opora/domain/plans/apply-edit.ts';
import { type DraftDocument, startDraft } from '@opora/domain/plans/draft-document.ts';
import { type DraftEdit, editsClash, touchedPlaces } from '@opora/domain/plans/draft-edit.ts';
import { summarise } from '@opora/domain/plans/draft-summary.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findReading } from './draft-content.ts';
import { insertEdit, markUndone, replaceEdit } from './draft-edit-queries.ts';
import {
  composeFrom,
  findDraft,
  type KnownDraft,
  type KnownEdit,
  listEdits,
  lockDraft,
  setDraft,
} from './draft-queries.ts';

type By = Pick<Call, 'tx' | 'allow' | 'now'> & { readonly personId: string };
type Saved = { readonly version: number; readonly savedAt: string; readonly merged: boolean };

/** A pause after which the same field typed on is an edit of its own: what «Отменить» takes back at once. */
const onePauseMs = 60_000;

/** Saves edits that began from a version; those of other people since then stay, unless they concern the same fields. */
export async function editDraft(
  draftId: string,
  change: { readonly version: number; readonly edits: readonly DraftEdit[] },
  by: By,
): Promise<Saved> {
  const open = await openForEditing(draftId, by);
  const since = open.edits.filter((one) => Math.max(one.version, one.undoneVersion ?? 0) > change.version);
  if (since.some((one) => change.edits.some((edit) => editsClash(one.edit, edit)))) {
    throw new Refusal('changed-meanwhile');
  }
  let { document } = open;
  let { version } = open.draft;
  let last = open.edits.at(-1);
  for (const edit of change.edits) {
    const next = applyEdit(document, edit);
    // Its row is gone, or what it would change is not there.
    if (next === document) throw new Refusal('changed-meanwhile');
    document = next;
    version += 1;
    // One after another: the order is the meaning.
    // oxlint-disable-next-line no-await-in-loop
    last = await keep(by, { ...open, edit, version, last });
  }
  await saveSummary(by.tx, { draftId, document, version, now: by.now });
  return { version, savedAt: by.now.toISOString(), merged: since.length > 0 };
}

/** Takes back the person's own last edit that stands; refuses when somebody has changed the same fields after it. */
export async function undoEdit(draftId: string, by: By): Promise<Saved> {
  const { draft, start, edits } = await openForEditing(draftId, by);
  const standing = edits.filter((one) => one.undoneVersion === null);
  const mine = standing.findLast((one) => one.madeBy === by.personId);
  if (mine === undefined) throw new Refusal('draft-nothing-to-undo');
  const later = standing.filter((one) => one.version > mine.version);
  if (later.some((one) => editsClash(one.edit, mine.edit))) throw new Refusal('changed-meanwhile');
  const version = draft.version + 1;
  await markUndone(by.tx, mine.id, version);
  const document = composeFrom(
    start,
    standing.filter((one) => one !== mine),
  );
  await saveSummary(by.tx, { draftId, document, version, now: by.now });
  return { version, savedAt: by.now.toISOString(), merged: true };
}

type OpenDraft = {
  readonly draft: KnownDraft;
  readonly start: DraftDocument;
  readonly document: DraftDocument;
  readonly edits: readonly KnownEdit[];
};

/** The draft, held against other writers until the transaction ends. */
export async function openForEditing(
  draftId: string,
  { tx, allow }: Pick<Call, 'tx' | 'allow'>,
): Promise<OpenDraft> {
  await lockDraft(tx, draftId);
  const draft = await findDraft(tx, draftId);
  if (draft === undefined) throw new Refusal('not-found');
  allow('plans.manage', draft);
  const reading = await findReading(tx, draftId);
  if (draft.state !== 'read' || reading === null) throw new Refusal('draft-not-open');
  const start = startDraft(reading);
  const edits = await listEdits(tx, draftId);
  return { draft, start, document: composeFrom(start, edits), edits };
}

async function keep(
  { tx, now, personId }: By,
  made: OpenDraft & {
    readonly edit: DraftEdit;
    readonly version: number;
    readonly last: KnownEdit | undefined;
  },
): Promise<KnownEdit> {
  const { draft, edit, version, last } = made;
  const kept = { edit, version, madeBy: personId, madeAt: now, undoneVersion: null };
  if (last !== undefined && isTypedOn(last, kept)) {
    await replaceEdit(tx, last.id, kept);
    return { ...kept, id: last.id };
  }
  const id = randomUUID();
  await insertEdit(tx, { ...kept, id, draftId: draft.id, scope: draft.scope });
  return { ...kept, id };
}

function isTypedOn(last: KnownEdit, next: Omit<KnownEdit, 'id'>): boolean {
  const field = (edit: DraftEdit): string =>
    edit.kind.startsWith('set-') ? touchedPlaces(edit).join(' ') : '';
  return (
    last.undoneVersion === null &&
    last.madeBy === next.madeBy &&
    field(last.edit) !== '' &&
    field(last.edit) === field(next.edit) &&
    next.madeAt.getTime() - last.madeAt.getTime() < onePauseMs
  );
}

async function saveSummary(
  tx: Tx,
  saved: {
    readonly draftId: string;
    readonly document: DraftDocument;
    readonly version: number;
    readonly now: Date;
  },
): Promise<void> {
  const { activities, doubts } = summarise(saved.document);
  const { title } = saved.document.requisites;
  await setDraft(tx, saved.draftId, {
    activities,
    doubts,
    title,
    version: saved.version,
    changedAt: saved.now,
  });
}
