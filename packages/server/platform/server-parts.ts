import type { Actor, SessionStage } from '@opora/domain/basics/actor.ts';
import type { FastifyRequest } from 'fastify';
import type { Database } from './database.ts';
import type { FileStore } from './file-store.ts';
import type { SendMail } from './mailer.ts';
import type { Settings } from './settings.ts';

/** Everything a handler may use of the outside world, made once in `main.ts` (or by a test) and passed down. */
export type ServerParts = {
  readonly settings: Settings;
  readonly database: Database;
  readonly files: FileStore;
  /** Null when no mail server is set. */
  readonly sendMail: SendMail | null;
  /** The only clock; tests set it. */
  readonly clock: () => Date;
};

/** Who sends the request, by its session; null for nobody. */
export type Identify = (request: FastifyRequest) => Promise<SignedIn | null>;

export type SignedIn = {
  readonly sessionId: string;
  readonly stage: SessionStage;
  readonly actor: Actor;
};
