import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/** Remembers that the server no longer knows the session, so that a sign-in dialog can be shown over what she is typing. */
export function setSessionEnded(next: boolean): void {
  ended = next;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => ended);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
