import type { ServerResponse } from 'node:http';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Actor, isWithin, type ScopePath } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Database } from './database.ts';

/** What has changed, for those who look at it. Goes through the database, so that every server on it hears. */
const Change = z.object({
  region: z.string(),
  plans: z.array(z.object({ id: z.string(), scope: z.string() })),
});
export type ChangedPlan = z.infer<typeof Change>['plans'][number];

export type StreamOf = {
  readonly actor: Actor;
  /** Plans that she looks at and was found to see. */
  readonly planIds: readonly string[];
};

export type Live = {
  /** Tells every server on this database. Never throws: what was written stays written when nobody hears of it. */
  announce(plans: readonly ChangedPlan[]): Promise<void>;
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
 * Server-sent events that carry no data: «a plan», which the person has asked for by its id and sees under row security, or «tasks» for
 * those along whose line something has changed. The browser then asks for the rest as ever.
 */
export function openLive(database: Database, streamsMax = usualStreamsMax): Live {
  const streams = new Set<Stream>();
  let stop: Promise<() => Promise<void>> | null = null;
  const tell = (message: string) => {
    const change = Change.safeParse(JSON.parse(message));
    if (!change.success || change.data.region !== database.region) return;
    tellInTurn((stream) => linesFor(stream, change.data.plans));
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
        await sql`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`
          .execute(database.kysely)
          .catch(() => undefined);
      }
    },
    open: (of) => {
      if (streams.size >= streamsMax) throw new Refusal('too-many-requests', { seconds: 60 });
      return (response) => {
        // Who has left while she was asked for will not be heard to leave again.
        if (response.destroyed) return;
        // The first stream opens the line; a server that nobody looks at holds none.
        stop ??= database.listen(liveChannel, { onMessage: tell, onGap: tellAll });
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

function linesFor({ actor, planIds }: StreamOf, plans: readonly ChangedPlan[]): string[] {
  const seen = plans.filter(({ id }) => planIds.includes(id)).map(({ id }) => `plan ${id}`);
  return plans.some(({ scope }) => isAlong(actor, scope)) ? [...seen, 'tasks'] : seen;
}

const isAlong = ({ grants }: Actor, scope: ScopePath): boolean =>
  grants.some((grant) => isWithin(scope, grant.scope) || isWithin(grant.scope, scope));

function write({ response }: Stream, lines: readonly string[]): void {
  if (!response.writableEnded && !response.destroyed)
    response.write(lines.map((line) => `data: ${line}\n\n`).join(''));
}
