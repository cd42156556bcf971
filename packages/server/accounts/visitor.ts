import type { FastifyRequest } from 'fastify';
import type { Tx } from '../platform/database.ts';
import type { OpenCall } from '../platform/mount.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';

/** From where somebody signs in, as sessions and the sign-in history show it. */
export type Visitor = { readonly address: string; readonly userAgent: string };

export function visitorOf(request: FastifyRequest): Visitor {
  return { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) };
}

/** A transaction of the system for an operation that nobody has signed in for yet. */
export function asSystem<T>(call: OpenCall, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const operating = { name, requestId: call.request.id, at: call.now };
  return write(call.parts.database, systemEntry, operating, work);
}
