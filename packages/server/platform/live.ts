import type { ServerResponse } from 'node:http';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Actor, isWithin, type ScopePath } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Database } from './database.ts';
import { type Editing, type Editor, openEditors } from './editors.ts';

/** What has changed, for those who look at it. Goes through the database, so that every server on it hears. */
const Change = z.object({
  region: z.string(),
  plans: z.array(z.object({ id: z.string(), scope: z.string() })).default([]),
  editing: z
    .object({
      rootId: z.string(),
      thingId: z.string(),
      personId: z.string(),
      isEditing: z.boolean(),
      at: z.coerce.date(),
    })
    .optional(),
});
export type ChangedPlan = z.infer<typeof Change>['plans'][number];

export type StreamOf = {
  readonly actor: Actor;
  /** Plans and hearings that she looks at and was found to see. */
  readonly rootIds: readonly string[];
};

export type Live = {
  /** Tells every server on this database. Never throws: what was written stays written when nobody hears of it. */
  announce(plans: readonly ChangedPlan[]): Promise<void>;
  /** As `announce`, that a person edits something; nothing is stored. */
  tellEditing(editing: Editing, at: Date): Promise<void>;
  /** As far as this server has heard: what began before it listened it hears within half a minute. */
  listEditing(rootId: string, now: Date): Editor[];
  /** Resolves once this server hears: who is answered before would not be told of what is written right after. */
  listening(): Promise<void>;
  /** Refuses when there are too many. Gives what keeps a response open and writes to it what to ask for anew. */
  open(of: StreamOf): (response: ServerResponse) => void;
  close(): Promise<void>;
};

export const liveChannel = 'opora_live';
/** A message of PostgreSQL holds 8,000 bytes. */
const plansOfMessage = 40;
const usualStreamsMax = 2_000;
/** Below the minute after which proxies cut what is silent. */
const heartbeatMs = 25_000;
/** Each of those told then asks for pages; all at once they would keep everybody else waiting: the two hundredth is told after 20 s. */
const turnMs = 100;
/** Then the browser asks anew, and is asked who she is: a role that has ended hears nothing for longer than this. */
const lifetimeBeats = 12;

type Stream = StreamOf & { readonly response: ServerResponse; beats: number };

/**
 * Server-sent events that carry no data: «a plan» or «who edits in it», which the person has asked for by its id and sees under row security, or «tasks» for
 * those along whose line something has changed. The browser then asks for the rest as ever.
 */
export function openLive(database: Database, streamsMax = usualStreamsMax): Live {
  const streams = new Set<Stream>();
  const editors = openEditors();
  let stop: Promise<() => Promise<void>> | null = null;
  const tell = (message: string) => {
    const change = Change.safeParse(JSON.parse(message));
    if (!change.success || change.data.region !== database.region) return;
    const { plans, editing } = change.data;
    if (editing !== undefined) {
      editors.note(editing, editing.at);
      tellInTurn((stream) => linesOfEditing(stream, editing));
    }
    tellInTurn((stream) => linesFor(stream, plans));
  };
  // What was said while the line to the database was down is not known.
  const tellAll = () => tellInTurn(() => ['all']);
  const tellInTurn = (linesOf: (stream: Stream) => readonly string[]) => {
    const told = [...streams]
      .map((stream) => ({ stream, lines: linesOf(stream) }))
      .filter(({ lines }) => lines.length > 0);
    for (const [turn, { stream, lines }] of told.entries()) {
      setTimeout(() => write(stream, lines), turn * turnMs).unref();
    }
  };
  // The first who asks opens the line; a server that nobody looks at holds none.
  const hear = () => {
    stop ??= database.listen(liveChannel, { onMessage: tell, onGap: tellAll });
    return stop;
  };
  const say = (message: z.input<typeof Change>) =>
    sql`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`.execute(database.kysely).then(
      () => undefined,
      () => undefined,
    );
  const beat = setInterval(() => {
    for (const stream of streams) {
      stream.beats += 1;
      if (stream.response.destroyed) streams.delete(stream);
      else if (stream.beats > lifetimeBeats) stream.response.end();
      else stream.response.write(':\n\n');
    }
  }, heartbeatMs);
  beat.unref();
  return {
    announce: async (plans) => {
      for (let from = 0; from < plans.length; from += plansOfMessage) {
        const message = { region: database.region, plans: plans.slice(from, from + plansOfMessage) };
        // oxlint-disable-next-line no-await-in-loop -- rarely more than one
        await say(message);
      }
    },
    tellEditing: (editing, at) =>
      say({ region: database.region, editing: { ...editing, at: at.toISOString() } }),
    listEditing: (rootId, now) => {
      void hear();
      return editors.list(rootId, now);
    },
    listening: async () => void (await hear()),
    open: (of) => {
      if (streams.size >= streamsMax) throw new Refusal('too-many-requests', { seconds: 60 });
      return (response) => {
        // Who has left while she was asked for will not be heard to leave again.
        if (response.destroyed) return;
        void hear();
        const stream: Stream = { ...of, response, beats: 0 };
        streams.add(stream);
        response.on('close', () => streams.delete(stream));
      };
    },
    close: async () => {
      clearInterval(beat);
      for (const stream of streams) stream.response.end();
      await (
        await stop
      )?.();
    },
  };
}

function linesFor({ actor, rootIds }: StreamOf, plans: readonly ChangedPlan[]): string[] {
  const seen = plans.filter(({ id }) => rootIds.includes(id)).map(({ id }) => `plan ${id}`);
  return plans.some(({ scope }) => isAlong(actor, scope)) ? [...seen, 'tasks'] : seen;
}

const linesOfEditing = ({ actor, rootIds }: StreamOf, { rootId, personId }: Editing): string[] =>
  rootIds.includes(rootId) && personId !== actor.personId ? [`editing ${rootId}`] : [];

const isAlong = ({ grants }: Actor, scope: ScopePath): boolean =>
  grants.some((grant) => isWithin(scope, grant.scope) || isWithin(grant.scope, scope));

function write({ response }: Stream, lines: readonly string[]): void {
  if (!response.writableEnded && !response.destroyed)
    response.write(lines.map((line) => `data: ${line}\n\n`).join(''));
}
