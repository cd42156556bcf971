import { importContract } from '@opora/domain/plans/import-contract.ts';
import { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { call, ServerRefusal } from '../platform/call.ts';
import {
  type DraftServer,
  type DraftSession,
  type DraftView,
  type EditStore,
  type LoadedDraft,
  openDraftSession,
  type SaveAnswer,
} from './draft-session.ts';

/** The session of the draft for as long as its editor is on the screen; what waits is sent when it is left. */
export function useDraftSession(
  draftId: string,
  loaded: LoadedDraft,
): { readonly session: DraftSession; readonly view: DraftView } {
  const [session] = useState(() => openDraftSession(loaded, serverOf(draftId), storesOf(draftId)));
  const view = useSyncExternalStore(session.subscribe, session.view);
  useEffect(() => () => void session.flush(), [session]);
  return { session, view };
}

function serverOf(draftId: string): DraftServer {
  const params = { draftId };
  return {
    save: (version, edits) =>
      answered(call(importContract.editPlanDraft, { params, body: { version, edits: [...edits] } })),
    undo: () => answered(call(importContract.undoDraftEdit, { params })),
    load: async () => {
      const { draft, document } = await call(importContract.getPlanDraft, { params });
      if (document === null) throw new Error('the draft is being read again');
      return { document, version: draft.version };
    },
  };
}

async function answered(asked: Promise<Omit<SaveAnswer & { kind: 'saved' }, 'kind'>>): Promise<SaveAnswer> {
  try {
    return { kind: 'saved', ...(await asked) };
  } catch (error) {
    if (!(error instanceof ServerRefusal)) return { kind: 'lost' };
    if (error.code === 'changed-meanwhile') return { kind: 'clash' };
    // A session that ended or a server that is busy is no verdict on the edits.
    return error.status === 401 || error.status >= 429
      ? { kind: 'lost' }
      : { kind: 'refused', message: error.message };
  }
}

/** Edits under way and those that wait for a choice, on this computer only; gone as soon as the server has them. */
const storesOf = (draftId: string) => ({
  waiting: storeOf(`opora-draft-${draftId}`),
  clashing: storeOf(`opora-draft-clashes-${draftId}`),
});

function storeOf(key: string): EditStore {
  return {
    read: () => {
      try {
        return z.array(DraftEdit).parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
      } catch {
        return [];
      }
    },
    write: (edits) => {
      if (edits.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(edits));
    },
  };
}
