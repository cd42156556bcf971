import { liveContract } from '@opora/domain/plans/live-contract.ts';
import { addressOf } from '../platform/call.ts';

/** What is to be asked for anew: a plan, who edits in it or in a hearing, tasks, or all. */
export type ChangeLine = 'all' | 'tasks' | `plan ${string}` | `editing ${string}`;

/** Null: of none, but of the person's tasks. */
type Watched = { readonly planId: string | null; readonly hearingId?: string };

type Watcher = Watched & { readonly onChange: (line: ChangeLine) => void };

/** A browser opens six connections to a server over HTTP/1.1; pages of this many windows may hold one each. */
const slots = 3;
const waitMsFirst = 5_000;
const waitMsMax = 60_000;
/** Turning from page to page does not open a stream for each. */
const settleMs = 200;

const watchers = new Set<Watcher>();
let current: { readonly watched: string; readonly close: () => void } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let isListening = false;
let isBehind = false;

/** Hears what changes in the plan (null: in the person's tasks alone), and who edits a hearing, until the given function is called. One stream a page, none while it is hidden. */
export function watchChanges(watcher: Watcher): () => void {
  if (!isListening) document.addEventListener('visibilitychange', adjustSoon);
  isListening = true;
  watchers.add(watcher);
  adjustSoon();
  return () => {
    watchers.delete(watcher);
    adjustSoon();
  };
}

function adjustSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(adjust, settleMs);
}

function adjust(): void {
  const wanted = watchers.size === 0 || document.hidden ? null : addressWatched();
  if (wanted === (current?.watched ?? null)) return;
  // What happens until the next stream is open is not heard.
  if (current !== null) isBehind = true;
  current?.close();
  current = wanted === null ? null : { watched: wanted, close: openStream(wanted) };
}

function addressWatched(): string {
  const all = [...watchers];
  const joined = (ids: readonly string[]) => [...new Set(ids)].sort().join(',');
  const plans = joined(all.flatMap(({ planId }) => planId ?? []));
  const hearings = joined(all.flatMap(({ hearingId }) => hearingId ?? []));
  return addressOf(liveContract.followChanges, { query: { plans, hearings } });
}

/** Opens a stream again whenever it breaks, later each time, and asks for everything anew after a gap. */
function openStream(address: string): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let release: (() => void) | null = null;
  let isClosed = false;
  let waitMs = waitMsFirst;
  const retry = () => {
    // Not all at once after a restart of the server.
    again = setTimeout(() => void connect(), waitMs * (0.5 + Math.random()));
    waitMs = Math.min(waitMs * 2, waitMsMax);
  };
  const connect = async () => {
    release ??= await takeSlot();
    if (isClosed) return release?.();
    if (release === null) return retry();
    source = new EventSource(address);
    source.addEventListener('open', () => {
      waitMs = waitMsFirst;
      if (isBehind) tell('all');
      isBehind = false;
    });
    source.addEventListener('message', ({ data }) => tell(String(data) as ChangeLine));
    source.addEventListener('error', () => {
      isBehind = true;
      // A refusal ends it for good; a broken line is opened again by the browser itself.
      if (source?.readyState === EventSource.CLOSED) retry();
    });
  };
  void connect();
  return () => {
    isClosed = true;
    clearTimeout(again);
    source?.close();
    release?.();
  };
}

/** One of the few places that all windows of this browser share; null when they are taken. Where a page is not told of the others it takes its own. */
async function takeSlot(): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => undefined;
  for (let slot = 0; slot < slots; slot += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the next is asked for only when this one is taken
    const release = await new Promise<(() => void) | null>((taken) => {
      void navigator.locks.request(`opora-changes-${slot}`, { ifAvailable: true }, (lock) => {
        if (lock === null) return taken(null);
        return new Promise<void>((done) => taken(done));
      });
    });
    if (release !== null) return release;
  }
  return null;
}

function tell(line: ChangeLine): void {
  for (const watcher of watchers) watcher.onChange(line);
}
