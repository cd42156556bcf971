import { isSameValue } from './same-value.ts';

export type Rebased<T> = {
  /** From which the form's changes are reckoned from now on. */
  readonly base: T;
  /** What stands in the form. */
  readonly typed: T;
  /** Fields that somebody else changed and the person had not: now as the other left them. */
  readonly taken: readonly (keyof T)[];
  /** Fields that both changed, each in her own way: the form keeps the person's, and she is asked. */
  readonly clashes: readonly (keyof T)[];
};

/**
 * Joins what a person has typed since `base` with what stands in the database by now (`latest`), field by field. No change of either is
 * lost: what one of them changed stays changed, what both changed is a clash until `settle` decides it.
 */
export function rebaseFields<T extends object>(base: T, typed: T, latest: T): Rebased<T> {
  const keys = Object.keys(base) as (keyof T)[];
  const isTheirs = (key: keyof T): boolean => !isSameValue(base[key], latest[key]);
  const isMine = (key: keyof T): boolean => !isSameValue(base[key], typed[key]);
  const clashes = keys.filter((key) => isTheirs(key) && isMine(key) && !isSameValue(typed[key], latest[key]));
  const taken = keys.filter((key) => isTheirs(key) && !isMine(key));
  return {
    base: { ...latest, ...pick(base, clashes) },
    typed: { ...typed, ...pick(latest, taken) },
    taken,
    clashes,
  };
}

/** Decides a clash: the person's own words become a change of what the other left, or give way to it. */
export function settle<T extends object>(
  { base, typed }: Pick<Rebased<T>, 'base' | 'typed'>,
  latest: T,
  { field, keep }: { readonly field: keyof T; readonly keep: 'mine' | 'theirs' },
): Pick<Rebased<T>, 'base' | 'typed'> {
  const theirs = pick(latest, [field]);
  return {
    base: { ...base, ...theirs },
    typed: keep === 'mine' ? typed : { ...typed, ...theirs },
  };
}

function pick<T extends object>(from: T, keys: readonly (keyof T)[]): Partial<T> {
  // Keys of T with their values of T are a part of T; the library's type of `fromEntries` has forgotten which.
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
}
