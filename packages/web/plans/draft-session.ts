import { applyEdit, applyEdits } from '@opora/domain/plans/apply-edit.ts';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import { type DraftEdit, touchedPlaces } from '@opora/domain/plans/draft-edit.ts';
import { typedInDraft } from '@opora/domain/plans/typed-in-draft.ts';

/** What the server answered to a batch of edits. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string; readonly merged: boolean }
  /** Somebody else changed the same fields. */
  | { readonly kind: 'clash' }
  /** The server will never take these edits; the words say why. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No answer: the line or the server is away for a moment. */
  | { readonly kind: 'lost' };

export type LoadedDraft = { readonly document: DraftDocument; readonly version: number };

export type DraftServer = {
  save(version: number, edits: readonly DraftEdit[]): Promise<SaveAnswer>;
  undo(): Promise<SaveAnswer>;
  load(): Promise<LoadedDraft>;
};

/** Where edits wait that are not yet with the server: survives a reload of the page. */
export type EditStore = {
  read(): readonly DraftEdit[];
  write(edits: readonly DraftEdit[]): void;
};

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline';

export type DraftView = {
  readonly document: DraftDocument;
  readonly version: number;
  readonly saving: SaveState;
  readonly savedAt: string | null;
  /** Own words in fields that somebody else has changed meanwhile; kept until the person decides. */
  readonly clashes: readonly DraftEdit[];
  /** The last thing that went otherwise than the person meant. */
  readonly trouble:
    | { readonly kind: 'clash' }
    | { readonly kind: 'refused'; readonly message: string }
    | null;
};

export type DraftSession = {
  readonly view: () => DraftView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows the edit at once and sends it a moment later. False when there is nothing to act on any more. */
  readonly edit: (edit: DraftEdit) => boolean;
  readonly undo: () => Promise<void>;
  /** `mine`: the own words are put over the other's. */
  readonly settle: (clash: DraftEdit, keep: 'mine' | 'theirs') => void;
  /** Sends what waits; resolves when the server has all of it, or cannot be reached. */
  readonly flush: () => Promise<void>;
  readonly dismissTrouble: () => void;
  readonly close: () => void;
};

const pauseMs = 700;
const retryMs = 4000;
const batchMax = 50;

/**
 * A draft being mended: what the person sees is the server's draft with the edits still on their way. They are sent in order, one batch
 * at a time.
 */
export function openDraftSession(
  loaded: LoadedDraft,
  server: DraftServer,
  { waiting: store, clashing }: { readonly waiting: EditStore; readonly clashing: EditStore },
): DraftSession {
  const kept = store.read();
  let base = loaded;
  let queue: readonly DraftEdit[] = kept;
  let sent = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let view: DraftView = {
    document: applyEdits(loaded.document, kept),
    version: loaded.version,
    saving: kept.length > 0 ? 'waiting' : 'saved',
    savedAt: null,
    clashes: clashing.read(),
    trouble: null,
  };
  const listeners = new Set<() => void>();

  const show = (part: Partial<DraftView>): void => {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
  };
  const hold = (edits: readonly DraftEdit[]): void => {
    queue = edits;
    store.write(edits);
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = closed ? undefined : setTimeout(() => void flush(), ms);
  };
  const reload = async (): Promise<void> => {
    base = await server.load();
    show({ document: applyEdits(base.document, queue), version: base.version });
  };

  const setAside = (edits: readonly DraftEdit[]): void => {
    const typed = edits.filter((edit) => typedInDraft(edit) !== null);
    const clashes = [...view.clashes, ...typed];
    clashing.write(clashes);
    show({ clashes, trouble: typed.length < edits.length ? { kind: 'clash' } : view.trouble });
  };
  /** Of a batch that was refused as a whole: each edit by itself, all from the version that the person saw. Gives how many were told of. */
  const sendEach = async (batch: readonly DraftEdit[]): Promise<number> => {
    for (const [at, edit] of batch.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- in the order in which they were made
      const { kind } =
        batch.length === 1 ? ({ kind: 'clash' } as const) : await server.save(base.version, [edit]);
      if (kind === 'lost') return at;
      if (kind !== 'saved') setAside([edit]);
    }
    return batch.length;
  };

  const sendClashing = async (batch: readonly DraftEdit[]): Promise<boolean> => {
    sent = batch.length;
    const told = await sendEach(batch).finally(() => {
      sent = 0;
    });
    hold(queue.slice(told));
    if (told < batch.length) {
      show({ saving: 'offline' });
      later(retryMs);
      return false;
    }
    show({ saving: queue.length > 0 ? 'waiting' : 'saved' });
    await reload();
    return true;
  };

  const sendBatch = async (): Promise<boolean> => {
    const batch = queue.slice(0, batchMax);
    sent = batch.length;
    show({ saving: 'saving' });
    const answer = await server.save(base.version, batch).finally(() => {
      sent = 0;
    });
    switch (answer.kind) {
      case 'saved':
        base = { document: applyEdits(base.document, batch), version: answer.version };
        hold(queue.slice(batch.length));
        show({
          version: answer.version,
          savedAt: answer.savedAt,
          saving: queue.length > 0 ? 'waiting' : 'saved',
        });
        if (answer.merged) await reload();
        return true;
      case 'clash':
        return sendClashing(batch);
      case 'refused':
        hold(queue.slice(batch.length));
        show({ trouble: answer, saving: queue.length > 0 ? 'waiting' : 'saved' });
        await reload();
        return true;
      case 'lost':
        show({ saving: 'offline' });
        later(retryMs);
        return false;
    }
  };
  const sendAll = async (): Promise<void> => {
    // Batches go one after another: each begins from the version that the one before made.
    // oxlint-disable-next-line no-await-in-loop
    while (queue.length > 0 && (await sendBatch()));
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= sendAll()
      .catch(() => {
        show({ saving: 'offline' });
        later(retryMs);
      })
      .finally(() => {
        sending = null;
      });
    return sending;
  };

  const edit = (made: DraftEdit): boolean => {
    const document = applyEdit(view.document, made);
    if (document === view.document) return false;
    hold(withoutReplaced(queue, made, sent));
    show({ document, saving: sending === null ? 'waiting' : 'saving' });
    later(pauseMs);
    return true;
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      // What was left from the last time is sent when somebody looks at the draft, and not by a session nobody uses.
      if (queue.length > 0 && timer === undefined) later(0);
      return () => listeners.delete(listener);
    },
    edit,
    undo: async () => {
      await flush();
      const answer = await server.undo();
      if (answer.kind === 'saved') show({ savedAt: answer.savedAt });
      else if (answer.kind !== 'lost') show({ trouble: answer });
      await reload();
    },
    settle: (clash, keep) => {
      const clashes = view.clashes.filter((edit) => edit !== clash);
      clashing.write(clashes);
      show({ clashes });
      if (keep === 'mine') edit(clash);
    },
    flush,
    dismissTrouble: () => show({ trouble: null }),
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Typing on in one field keeps only its last text, unless the earlier one is already on its way. */
function withoutReplaced(queue: readonly DraftEdit[], edit: DraftEdit, sent: number): readonly DraftEdit[] {
  const last = queue.length > sent ? queue.at(-1) : undefined;
  const isSameField =
    last !== undefined &&
    edit.kind.startsWith('set-') &&
    last.kind === edit.kind &&
    touchedPlaces(last).join() === touchedPlaces(edit).join();
  return [...(isSameField ? queue.slice(0, -1) : queue), edit];
}
