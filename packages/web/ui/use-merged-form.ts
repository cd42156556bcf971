import { useState } from 'react';
import { z, type ZodType } from 'zod';
import { rebaseFields, settle } from '@opora/domain/basics/rebase-fields.ts';
import { ServerRefusal } from '../platform/call.ts';
import { useKept } from './use-kept.ts';

/** A thing as the server last told it. */
export type Version<T> = { readonly fields: T; readonly version: number };

type MergedFormInput<T extends object> = {
  /** What is typed is kept on this device under this name until it is saved or given up. */
  readonly key: string;
  readonly shape: ZodType<T>;
  /** As the page shows it now: grows newer while somebody else works. */
  readonly latest: Version<T>;
  readonly refetch: () => Promise<Version<T>>;
};

export type MergedForm<T extends object> = {
  readonly typed: T;
  readonly set: (changes: Partial<T>) => void;
  /** Fields that somebody else has changed and the form has taken over. */
  readonly taken: readonly (keyof T)[];
  /** Fields that both have changed: what the other left, to be chosen from. */
  readonly clashes: readonly { readonly field: keyof T; readonly theirs: T[keyof T] }[];
  readonly choose: (field: keyof T, keep: 'mine' | 'theirs') => void;
  /** True when something typed earlier, and never saved, stands in the form. */
  readonly isRestored: boolean;
  /** Leaves the form as the thing is, and forgets what was typed. */
  readonly reset: () => void;
  /** Sends what is typed; when somebody was faster, joins both and sends again. False: something is to be chosen first. */
  readonly save: (send: (fields: T, version: number) => Promise<unknown>) => Promise<boolean>;
};

const triesMax = 3;

/**
 * A form that two people may have open at once: what the other saves comes into the fields that this one has not touched, and what both
 * have changed is asked about. Nothing typed is lost by a conflict, an ended session or a broken line.
 */
export function useMergedForm<T extends object>(input: MergedFormInput<T>): MergedForm<T> {
  const { key, shape, latest, refetch } = input;
  const kept = z.object({ base: shape, typed: shape }).nullable();
  const [edit, keep, clear] = useKept<{ base: T; typed: T } | null>(key, kept, () => null);
  const [isRestored, setRestored] = useState(
    edit !== null && JSON.stringify(edit.typed) !== JSON.stringify(edit.base),
  );
  const [taken, setTaken] = useState<readonly (keyof T)[]>([]);
  const [opened] = useState(latest.fields);
  const current = edit ?? { base: opened, typed: opened };
  const now = rebaseFields(current.base, current.typed, latest.fields);
  // What was taken over stays told, also when the base has moved on.
  const told = [...new Set([...taken, ...now.taken])];
  const store = (next: { readonly base: T; readonly typed: T }) => {
    setTaken(told);
    keep({ base: next.base, typed: next.typed });
  };
  const save: MergedForm<T>['save'] = async (send) => {
    let tried = now;
    let { version } = latest;
    for (let attempt = 1; tried.clashes.length === 0; attempt += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next attempt begins from what this one was refused for
        await send(tried.typed, version);
        clear();
        return true;
      } catch (error) {
        const isOvertaken = error instanceof ServerRefusal && error.code === 'changed-meanwhile';
        if (!isOvertaken || attempt === triesMax) throw error;
        // oxlint-disable-next-line no-await-in-loop -- as above
        const fresh = await refetch();
        tried = rebaseFields(tried.base, tried.typed, fresh.fields);
        ({ version } = fresh);
        store(tried);
      }
    }
    return false;
  };
  return {
    typed: now.typed,
    set: (changes) => store({ base: now.base, typed: { ...now.typed, ...changes } }),
    taken: told,
    clashes: now.clashes.map((field) => ({ field, theirs: latest.fields[field] })),
    choose: (field, side) => store(settle(now, latest.fields, { field, keep: side })),
    isRestored,
    reset: () => {
      clear();
      setRestored(false);
      setTaken([]);
    },
    save,
  };
}
