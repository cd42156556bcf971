import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '../platform/database.ts';
import type { OpenCall, SelfCall } from '../platform/mount.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { type Entry, read, write } from '../platform/transaction.ts';

/** From where somebody signs in, as sessions and the sign-in history show it. */
export type Visitor = { readonly address: string; readonly userAgent: string };

export function visitorOf(request: FastifyRequest): Visitor {
  return { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) };
}

/** A transaction over the whole region, in the name of the person when she is known: for accounts, whose rows no role shows. */
export function asSystem<T>(call: OpenCall | SelfCall, work: (tx: Tx) => Promise<T>): Promise<T> {
  const operating = { name: call.operation, requestId: call.request.id, at: call.now };
  return write(call.parts.database, entryFor(call), operating, work);
}

export function readAsSystem<T>(call: OpenCall | SelfCall, work: (db: Db) => Promise<T>): Promise<T> {
  return read(call.parts.database, entryFor(call), work);
}

function entryFor(call: OpenCall | SelfCall): Entry {
  return 'actor' in call ? { ...systemEntry, personId: call.actor.personId } : systemEntry;
}
