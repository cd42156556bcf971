import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { canSomewhere, can, type Action, type ScopedThing } from '@opora/domain/basics/can.ts';
import type {
  Contract,
  Operation,
  OperationAnswer,
  OperationParsed,
  Permission,
} from '@opora/domain/basics/contract.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Actor, SessionStage } from '@opora/domain/basics/actor.ts';
import type { Tx } from './database.ts';
import { InvalidInput } from './invalid-input.ts';
import { writeLongAnswer } from './long-answer.ts';
import {
  type FileInMemory,
  receiveInMemory,
  receiveUpload,
  takeBack,
  type UploadedFile,
} from './receive-upload.ts';
import type { Identify, ServerParts, SignedIn } from './server-parts.ts';
import { entryOf, read, write } from './transaction.ts';
import { findUnkeptText } from './unkept-text.ts';

/** What a handler of an operation without a session gets beside its input. It opens its own transactions. */
export type OpenCall = {
  /** Name of the operation in its contract. */
  readonly operation: string;
  readonly parts: ServerParts;
  readonly now: Date;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** What a handler of a person's own account gets. It opens its own transactions: a refused attempt has to stay counted. */
export type SelfCall = OpenCall & {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly stage: SessionStage;
};

/** What a handler for a signed-in person gets: one transaction, entered as that person. */
export type Call = OpenCall & {
  readonly actor: Actor;
  readonly sessionId: string;
  /** Read-only when the operation is a GET or stores nothing. */
  readonly tx: Tx;
  /** Throws `forbidden` unless the actor may do this to the thing. An operation on a thing must call it. */
  readonly allow: (action: Action, thing: ScopedThing) => void;
  /** Runs when the transaction is in the database and before the answer is sent; not at all when it is rolled back. */
  readonly afterCommit: (work: () => void | Promise<void>) => void;
};

/** Returned by the handler of a download. */
export type FileAnswer = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
};

/** Returned by the handler of a stream: takes the response, whose head is written, and writes to it until one side ends it. */
export type StreamAnswer = { readonly start: (response: ServerResponse) => void };

/** Returned by the handler of a redirect. */
export type RedirectAnswer = { readonly location: string };

type Answer<O extends Operation> = O extends { readonly download: true }
  ? FileAnswer
  : O extends { readonly redirect: true }
    ? RedirectAnswer
    : O extends { readonly stream: true }
      ? StreamAnswer
      : OperationAnswer<O>;
/** What a handler of an upload gets: the files are in the store before the transaction opens, so that a slow line holds no connection. */
export type UploadCall = Call & { readonly files: readonly UploadedFile[] };

/** As `UploadCall`, for an operation whose files never reach the disk. */
export type MemoryUploadCall = Call & { readonly files: readonly FileInMemory[] };

type CallFor<O extends Operation> = O['permission'] extends { readonly who: 'anyone' }
  ? OpenCall
  : O['permission'] extends { readonly who: 'self' }
    ? SelfCall
    : O extends { readonly uploadInMemory: true }
      ? MemoryUploadCall
      : O extends { readonly uploadBytesMax: number }
        ? UploadCall
        : Call;

export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (input: OperationParsed<C[K]>, call: CallFor<C[K]>) => Promise<Answer<C[K]>>;
};

type AnyHandler = (input: unknown, call: OpenCall | SelfCall | Call) => Promise<unknown>;

/** Looks at what a writing operation of a feature was given and has answered, in its transaction. */
export type AfterWrite = (
  input: Readonly<Record<string, unknown>>,
  answer: unknown,
  call: Pick<Call, 'tx' | 'afterCommit'>,
) => Promise<void>;

export type Means = {
  readonly parts: ServerParts;
  readonly identify: Identify;
  readonly afterWrite?: AfterWrite | undefined;
};

/** Mounts each operation of a contract on its handler below `/api`. */
export function mount<C extends Contract>(
  app: FastifyInstance,
  means: Means,
  contract: C,
  handlers: Handlers<C>,
): void {
  for (const [name, operation] of Object.entries(contract)) {
    // The pair is checked by the type of `handlers`; the loop loses which operation belongs to which handler.
    const handler = handlers[name] as AnyHandler;
    app.route({
      method: operation.method,
      url: `/api${operation.path}`,
      handler: async (request, reply) => {
        const answer = await answerTo({ name, operation, handler, request, reply }, means);
        // The pair of operation and handler is checked by the type of `handlers`, as above.
        if (operation.stream === true) return startStream(request, reply, answer as StreamAnswer);
        if (operation.redirect === true) return reply.redirect((answer as RedirectAnswer).location);
        if (operation.download === true) return sendFile(reply, answer as FileAnswer);
        const long = await writeLongAnswer(operation.output, answer);
        return long === null ? operation.output.parse(answer) : reply.type(jsonType).send(long);
      },
    });
  }
}

const jsonType = 'application/json; charset=utf-8';

type Incoming = {
  readonly name: string;
  readonly operation: Operation;
  readonly handler: AnyHandler;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

async function answerTo(incoming: Incoming, means: Means): Promise<unknown> {
  const { name, operation, handler, request, reply } = incoming;
  const open: OpenCall = { operation: name, parts: means.parts, now: means.parts.clock(), request, reply };
  if (operation.permission.who === 'anyone')
    return handler(parseInput(operation, request, request.body), open);
  const signedIn = await means.identify(request);
  if (signedIn === null) throw new Refusal('not-signed-in');
  if (signedIn.stage !== 'open' && !isBeforeSecondFactor(operation.permission)) {
    throw new Refusal('second-factor-needed');
  }
  if ('action' in operation.permission && !canSomewhere(signedIn.actor, operation.permission.action)) {
    throw new Refusal('forbidden');
  }
  if (operation.permission.who === 'self') {
    return handler(parseInput(operation, request, request.body), { ...open, ...signedIn });
  }
  if (operation.uploadBytesMax === undefined) {
    const input = parseInput(operation, request, request.body);
    return inTransaction(incoming, { ...open, afterWrite: means.afterWrite }, signedIn, input);
  }
  if (operation.uploadInMemory === true) {
    return receiveInMemory(request, operation.uploadBytesMax, (fields, files) => {
      const input = parseInput(operation, request, fields);
      return inTransaction(incoming, { ...open, files, afterWrite: means.afterWrite }, signedIn, input);
    });
  }
  const upload = await receiveUpload(request, means.parts.files, operation.uploadBytesMax);
  try {
    const input = parseInput(operation, request, upload.fields);
    const { afterWrite } = means;
    return await inTransaction(incoming, { ...open, files: upload.files, afterWrite }, signedIn, input);
  } catch (error) {
    // Only what was surely refused: a commit whose answer was lost may have been done. The rest is for the sweep.
    if (error instanceof Refusal) await takeBack(means.parts.files, upload.files);
    throw error;
  }
}

async function inTransaction(
  incoming: Incoming,
  {
    afterWrite,
    ...open
  }: OpenCall &
    Pick<Means, 'afterWrite'> & { readonly files?: MemoryUploadCall['files'] | UploadCall['files'] },
  signedIn: SignedIn,
  input: Record<string, unknown>,
): Promise<unknown> {
  const { name, operation, handler, request } = incoming;
  const { actor, sessionId } = signedIn;
  const isReading = operation.method === 'GET' || operation.storesNothing === true;
  const afterwards: (() => void | Promise<void>)[] = [];
  const afterCommit: Call['afterCommit'] = (task) => void afterwards.push(task);
  const work = async (tx: Tx): Promise<unknown> => {
    let allowed = operation.permission.who !== 'role-on-thing';
    const allow = (action: Action, thing: ScopedThing): void => {
      if (!can(actor, action, thing)) throw new Refusal('forbidden');
      allowed = true;
    };
    const answer = await handler(input, { ...open, actor, sessionId, tx, allow, afterCommit });
    if (!isReading) await afterWrite?.(input, answer, { tx, afterCommit });
    if (!allowed) throw new Error(`${name} answered without asking whether the actor may`);
    return answer;
  };
  const entry = entryOf(actor);
  // The type of a reading transaction only hides the writing methods; `read` also makes PostgreSQL refuse them.
  const answer = isReading
    ? await read(open.parts.database, entry, (db) => work(db as Tx))
    : await write(open.parts.database, entry, { name, requestId: request.id, at: open.now }, work);
  // oxlint-disable-next-line no-await-in-loop -- in the order in which they were asked for
  for (const task of afterwards) await task();
  return answer;
}

function isBeforeSecondFactor(permission: Permission): boolean {
  return permission.who === 'self' && permission.beforeSecondFactor === true;
}

function parseInput(operation: Operation, request: FastifyRequest, body: unknown): Record<string, unknown> {
  return {
    ...part(operation, 'params', request.params),
    ...part(operation, 'query', request.query),
    ...part(operation, 'body', body),
  };
}

function part(
  operation: Operation,
  key: 'params' | 'query' | 'body',
  value: unknown,
): Record<string, unknown> {
  const schema: ZodType | undefined = operation[key];
  if (schema === undefined) return {};
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw new InvalidInput(key, parsed.error.issues);
  const unkept = findUnkeptText(parsed.data);
  if (unkept !== null) throw new InvalidInput(key, [{ path: unkept, code: 'custom' }]);
  return { [key]: parsed.data };
}

/** `x-accel-buffering`: a proxy before the server passes each line on at once. Who does not ask for a stream gets only its beginning. */
function startStream(request: FastifyRequest, reply: FastifyReply, answer: StreamAnswer): FastifyReply {
  const head = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  };
  const beginning = 'retry: 3000\n\n';
  if (!(request.headers.accept ?? '').includes('text/event-stream'))
    return reply.headers(head).send(beginning);
  const own = reply.getHeaders();
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries({ ...own, ...head }))
    if (value !== undefined) raw.setHeader(name, value);
  raw.write(beginning);
  answer.start(raw);
  return reply;
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${headerText(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.bytes));
}

/** As RFC 5987 writes a text in a header; half of a letter, as a cut name may end with, has no code of its own. */
const headerText = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
