import { isSameValue } from '@opora/domain/basics/same-value.ts';
import type { OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import {
  applyMinutesEdit,
  type Minutes,
  type MinutesEdit,
  rebaseMinutesEdit,
} from '@opora/domain/decisions/minutes.ts';

export type MinutesAnswer =
  | { readonly kind: 'saved'; readonly minutes: OpenMinutes; readonly clashes: readonly string[] }
  /** The server will never take the edits: the protocol was closed meanwhile. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No answer: the line or the server is away for a moment. */
  | { readonly kind: 'lost' };

export type MinutesView = {
  /** What the server has, with what is on its way. */
  readonly content: Minutes;
  readonly saving: 'saved' | 'waiting' | 'offline';
  /** Own edits of what somebody else changed meanwhile; they are kept until the person decides. */
  readonly clashes: readonly MinutesEdit[];
  readonly refused: string | null;
};

export type MinutesSession = {
  readonly view: () => MinutesView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (edit: MinutesEdit) => void;
  /** What the server was found to have now. */
  readonly take: (minutes: OpenMinutes) => void;
  /** `mine`: the own words are put over the other's. */
  readonly settle: (id: string, choice: 'mine' | 'theirs') => void;
  /** Sends what waits; resolves when the server has it or cannot be reached. */
  readonly flush: () => Promise<void>;
};

type MinutesServer = { save(edits: readonly MinutesEdit[]): Promise<MinutesAnswer> };

/** Where edits wait that are not yet with the server: survives a reload of the page. */
type EditStore = { read(): readonly MinutesEdit[]; write(edits: readonly MinutesEdit[]): void };

const pauseMs = 700;
const retryMs = 4000;

/** Minutes being typed: each edit is seen at once, kept on this device and sent a moment later. */
export function openMinutesSession(
  first: OpenMinutes,
  server: MinutesServer,
  store: EditStore,
): MinutesSession {
  let known = first.content;
  let waiting: readonly MinutesEdit[] = store.read();
  let clashes: readonly MinutesEdit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  let view: MinutesView = shown('waiting');

  function shown(saving: MinutesView['saving'], refused: string | null = null): MinutesView {
    return {
      content: overlaid(known, waiting),
      saving: waiting.length === 0 ? 'saved' : saving,
      clashes,
      refused,
    };
  }
  const show = (next: MinutesView): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const hold = (edits: readonly MinutesEdit[]): void => {
    waiting = edits;
    store.write([...waiting, ...clashes]);
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const send = async (): Promise<void> => {
    const sent = waiting;
    if (sent.length === 0) return;
    const answer = await server.save(sent);
    if (answer.kind === 'lost') {
      show(shown('offline'));
      later(retryMs);
      return;
    }
    const left = waiting.filter((edit) => !sent.includes(edit));
    if (answer.kind === 'refused') {
      hold(left);
      show(shown('waiting', answer.message));
      return;
    }
    known = answer.minutes.content;
    // Typed on while the earlier words were on their way: these go from what the server has made of them, or wait with them.
    const typedOn = new Map(left.map((edit) => [edit.id, edit]));
    const clashing = sent.filter(({ id }) => answer.clashes.includes(id));
    clashes = [
      ...clashes,
      ...clashing.map((edit) => withEnds(edit, { to: typedOn.get(edit.id)?.to ?? edit.to })),
    ];
    const earlier = new Map(sent.map((edit) => [edit.id, edit]));
    hold(
      left
        .filter(({ id }) => !answer.clashes.includes(id))
        .map((edit) => {
          const gone = earlier.get(edit.id);
          return gone === undefined ? edit : rebaseMinutesEdit(withEnds(edit, { from: gone.to }), known);
        }),
    );
    show(shown('waiting'));
    if (waiting.length > 0) later(0);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= send().finally(() => {
      sending = null;
    });
    return sending;
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      if (waiting.length > 0 && timer === undefined) later(0);
      return () => listeners.delete(listener);
    },
    edit: (edit) => {
      const earlier = waiting.find(({ id }) => id === edit.id);
      const joined = earlier === undefined ? edit : withEnds(edit, { from: earlier.from });
      const others = waiting.filter((each) => each !== earlier);
      hold(isSameValue(joined.from, joined.to) ? others : [...others, joined]);
      show(shown('waiting'));
      later(pauseMs);
    },
    take: (minutes) => {
      known = minutes.content;
      show({ ...shown(view.saving, view.refused) });
    },
    settle: (id, choice) => {
      const own = clashes.find((edit) => edit.id === id);
      clashes = clashes.filter((edit) => edit !== own);
      const others = waiting.filter((edit) => edit.id !== id);
      hold(own !== undefined && choice === 'mine' ? [...others, rebaseMinutesEdit(own, known)] : waiting);
      show(shown('waiting'));
      later(0);
    },
    flush,
  };
}

/** The minutes with edits put over them whatever stands there: the person sees what she typed until the server has said otherwise. */
function overlaid(known: Minutes, edits: readonly MinutesEdit[]): Minutes {
  return edits.reduce(
    (minutes, edit) => applyMinutesEdit(minutes, rebaseMinutesEdit(edit, minutes)) ?? minutes,
    known,
  );
}

/** Both ends of an edit are records of one list: its discriminant says of which. */
const withEnds = (edit: MinutesEdit, ends: Partial<Pick<MinutesEdit, 'from' | 'to'>>): MinutesEdit =>
  ({ ...edit, ...ends }) as MinutesEdit;
