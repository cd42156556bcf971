/** A short word about what has just been done, with a way back when there is one. */
export type Notice = {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => Promise<unknown>) | null;
};

type Listener = () => void;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<Listener>();

/** Shows the notice until the person closes it or some seconds have passed. Gives its id, for `dropNotice`. */
export function notify(text: string, undo: (() => Promise<unknown>) | null = null): number {
  lastId += 1;
  // More than three at once are not read.
  change([...notices, { id: lastId, text, undo }].slice(-3));
  return lastId;
}

export function dropNotice(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

export function currentNotices(): readonly Notice[] {
  return notices;
}

export function onNotices(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}
