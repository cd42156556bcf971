import type { z, ZodType } from 'zod';
import type { Action } from './can.ts';

/**
 * One HTTP operation, declared once. From this value come validation and types on both sides, the OpenAPI document and the
 * test that tries every operation as somebody who may not.
 */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with `:name` for parameters. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: ZodType;
  readonly query?: ZodType;
  readonly body?: ZodType;
  readonly output: ZodType;
  /** Tells or asks something and leaves no trace in the database. A GET never does. */
  readonly storesNothing?: true;
  /** Multipart upload: the largest file taken, in bytes. `body` is then the form's text fields. */
  readonly uploadBytesMax?: number;
  /** The bytes of the upload stay in memory and never reach the disk: for files that tell one pupil from another. */
  readonly uploadInMemory?: true;
  /** The answer is a file (bytes), not JSON; `output` is then `z.null()`. */
  readonly download?: true;
  /** The answer stays open and tells of changes (server-sent events); `output` is then `z.null()`. */
  readonly stream?: true;
  /** The answer sends the browser to another address; `output` is then `z.null()`. */
  readonly redirect?: true;
};

export type Permission =
  /** No session is needed (sign-in, health). */
  | { readonly who: 'anyone' }
  /** Any signed-in person; what is seen is limited by row-level security. */
  | { readonly who: 'signed-in' }
  /**
   * Any signed-in person about her own account, whose rows may lie outside the scopes of her roles: the handler's transactions see
   * the whole region, so every query names `actor.personId`. `beforeSecondFactor`: also while the sign-in is not finished.
   */
  | { readonly who: 'self'; readonly beforeSecondFactor?: true }
  /** A role with the action somewhere; what is seen is limited by row-level security. */
  | { readonly who: 'role'; readonly action: Action }
  /** A role with the action on the very thing: the handler must call `allow(action, thing)` before it answers. */
  | { readonly who: 'role-on-thing'; readonly action: Action };

export type Contract = Readonly<Record<string, Operation>>;

type Input<O, K extends string> = O extends { readonly [P in K]: infer S extends ZodType }
  ? { readonly [P in K]: z.input<S> }
  : unknown;
type Parsed<O, K extends string> = O extends { readonly [P in K]: infer S extends ZodType }
  ? { readonly [P in K]: z.output<S> }
  : unknown;

/** What a caller passes. */
export type OperationInput<O> = Input<O, 'params'> & Input<O, 'query'> & Input<O, 'body'>;
/** What a handler receives after validation. */
export type OperationParsed<O> = Parsed<O, 'params'> & Parsed<O, 'query'> & Parsed<O, 'body'>;
/** What a handler returns, before the answer is validated. */
export type OperationAnswer<O extends Operation> = z.input<O['output']>;
/** What a caller receives. */
export type OperationOutput<O extends Operation> = z.output<O['output']>;

/** Keeps the literal types of a contract. */
export function contract<const C extends Contract>(operations: C): C {
  return operations;
}
