import pg from 'pg';
import { Refusal, type RefusalCode } from '@opora/domain/basics/refusal.ts';

/**
 * The one place that reads PostgreSQL's errors. Trusts the SQLSTATE and the constraint's name in the text (a distributed database
 * leaves `error.constraint` empty and adds `_102009` to the name). What is not known here is thrown on as it is.
 */
export function translateDatabaseError(error: unknown): never {
  if (error instanceof pg.DatabaseError) {
    const code = codes[error.code ?? ''];
    if (code !== undefined) throw new Refusal(code, { constraint: constraintName(error.message) });
  }
  if (error instanceof Error && poolWaitTexts.includes(error.message)) throw new Refusal('try-again');
  throw error;
}

const codes: Readonly<Record<string, RefusalCode>> = {
  '23505': 'already-exists',
  // An exclusion: periods that overlap.
  '23P01': 'already-exists',
  '23503': 'in-use',
  // A number or a date beyond what the column holds.
  '22003': 'input-invalid',
  '22008': 'input-invalid',
  '42501': 'forbidden',
  '40001': 'try-again',
  '40P01': 'try-again',
  '53300': 'try-again',
  '57014': 'try-again',
};

/** The pool tells by its text alone that no connection came free in time, or that the server took too long to let a new one in. */
const poolWaitTexts = [
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
];

export function constraintName(message: string): string {
  const name = /constraint "([^"]+)"/.exec(message)?.[1] ?? '';
  return name.replace(/_\d{6,}$/, '');
}
