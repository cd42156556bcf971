import { IndicatorValue } from '@opora/domain/indicators/indicator-value.ts';
import type { CellChange, FormValue, SavedCells } from '@opora/domain/indicators/school-form.ts';
import { z } from 'zod';

/** What a person has put into a line and the server does not have yet. */
export const FormEdit = z.object({
  code: z.string(),
  texts: z.object({ amount: z.string(), total: z.string() }),
  value: IndicatorValue.omit({ indicator: true }).nullable(),
  /** It is no value yet («двести»): kept on this device until it is mended, never sent. */
  isHeld: z.boolean(),
  /** Version of the value that the person saw; null: there was none. */
  base: z.number().int().nullable(),
});
export type FormEdit = z.infer<typeof FormEdit>;

export const FormClash = z.object({
  edit: FormEdit,
  theirs: z.custom<FormValue | null>(),
  /** A total that another form was sent with: there is nothing to choose. */
  isSettled: z.boolean().default(false),
});
export type FormClash = z.infer<typeof FormClash>;

export type CellsAnswer =
  | ({ readonly kind: 'saved' } & SavedCells)
  /** The server will never take them: the form has left the school meanwhile. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No answer: the line or the server is away for a moment. */
  | { readonly kind: 'lost' };

export type FormView = {
  /** What the server was last known to have. */
  readonly values: ReadonlyMap<string, FormValue>;
  readonly edits: ReadonlyMap<string, FormEdit>;
  readonly clashes: readonly FormClash[];
  readonly saving: 'saved' | 'waiting' | 'offline';
  readonly savedAt: string | null;
  readonly refused: string | null;
};

export type NewEdit = Omit<FormEdit, 'base'>;

export type FormSession = {
  readonly view: () => FormView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (edits: readonly NewEdit[]) => void;
  /** What the server was found to have now. */
  readonly take: (values: readonly FormValue[]) => void;
  /** `mine`: the own value is put over the other's. */
  readonly settle: (code: string, choice: 'mine' | 'theirs') => void;
  /** Sends what waits; resolves when the server has it or cannot be reached. */
  readonly flush: () => Promise<void>;
};

export type FormStore = {
  read(): { readonly edits: readonly FormEdit[]; readonly clashes: readonly FormClash[] };
  write(kept: { readonly edits: readonly FormEdit[]; readonly clashes: readonly FormClash[] }): void;
};

const pauseMs = 700;
const retryMs = 4000;
const batchMax = 200;

/** A form being filled: each line is seen at once, kept on this device and sent a moment later. */
export function openFormSession(
  first: readonly FormValue[],
  save: (cells: CellChange[]) => Promise<CellsAnswer>,
  store: FormStore,
): FormSession {
  const kept = store.read();
  let values = byCode(first);
  let edits: ReadonlyMap<string, FormEdit> = new Map(kept.edits.map((edit) => [edit.code, edit]));
  let { clashes } = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const sendable = () => [...edits.values()].filter(({ isHeld }) => !isHeld);
  let view: FormView = shown({ saving: 'waiting', savedAt: null, refused: null });

  function shown(how: Pick<FormView, 'saving' | 'savedAt' | 'refused'>): FormView {
    return { values, edits, clashes, ...how, saving: sendable().length === 0 ? 'saved' : how.saving };
  }
  const show = (how: Partial<Pick<FormView, 'saving' | 'savedAt' | 'refused'>>): void => {
    store.write({ edits: [...edits.values()], clashes });
    view = shown({ saving: view.saving, savedAt: view.savedAt, refused: null, ...how });
    for (const listener of listeners) listener();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const take = (sent: readonly FormEdit[], answer: SavedCells): void => {
    const next = new Map(values);
    for (const value of answer.values) next.set(value.indicator, value);
    for (const code of answer.cleared) next.delete(code);
    for (const { indicator, theirs } of answer.conflicts) {
      if (theirs === null) next.delete(indicator);
      else next.set(indicator, theirs);
    }
    values = next;
    const lost = new Map(answer.conflicts.map((conflict) => [conflict.indicator, conflict]));
    const left = new Map(edits);
    for (const edit of sent) {
      const now = left.get(edit.code);
      const conflict = lost.get(edit.code);
      if (conflict !== undefined) {
        // Typed on while the earlier value was on its way: all of it waits for the choice.
        const { theirs, isSettled } = conflict;
        const clash = { edit: now ?? edit, theirs, isSettled };
        clashes = [...clashes.filter((one) => one.edit.code !== edit.code), clash];
        left.delete(edit.code);
      } else if (now === edit) left.delete(edit.code);
      else if (now !== undefined) left.set(edit.code, { ...now, base: next.get(edit.code)?.version ?? null });
    }
    edits = left;
  };
  const send = async (): Promise<void> => {
    const sent = sendable().slice(0, batchMax);
    if (sent.length === 0) return;
    const answer = await save(sent.map(({ code, base, value }) => ({ indicator: code, base, value })));
    if (answer.kind === 'lost') {
      show({ saving: 'offline' });
      later(retryMs);
      return;
    }
    if (answer.kind === 'refused') {
      show({ saving: 'waiting', refused: answer.message });
      return;
    }
    take(sent, answer);
    show({ saving: 'waiting', savedAt: answer.savedAt });
    if (sendable().length > 0) later(0);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= send().finally(() => {
      sending = null;
    });
    return sending;
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      if (sendable().length > 0 && timer === undefined) later(0);
      return () => listeners.delete(listener);
    },
    edit: (made) => {
      const next = new Map(edits);
      for (const one of made) {
        const earlier = next.get(one.code);
        const base = earlier === undefined ? (values.get(one.code)?.version ?? null) : earlier.base;
        const isBack = sending === null && !one.isHeld && isSaid(one.value, values.get(one.code) ?? null);
        if (isBack) next.delete(one.code);
        else next.set(one.code, { ...one, base });
      }
      edits = next;
      show({ saving: view.saving === 'offline' ? 'offline' : 'waiting' });
      later(pauseMs);
    },
    take: (found) => {
      values = byCode(found);
      show({});
    },
    settle: (code, choice) => {
      const clash = clashes.find(({ edit }) => edit.code === code);
      clashes = clashes.filter((one) => one !== clash);
      if (clash !== undefined && choice === 'mine') {
        edits = new Map(edits).set(code, { ...clash.edit, base: values.get(code)?.version ?? null });
      }
      show({ saving: 'waiting' });
      later(0);
    },
    flush,
  };
}

const byCode = (values: readonly FormValue[]): ReadonlyMap<string, FormValue> =>
  new Map(values.map((value) => [value.indicator, value]));

/** The value is what the server has already: nothing is to be sent. */
function isSaid(value: FormEdit['value'], known: FormValue | null): boolean {
  if (value === null || known === null) return value === known;
  return (
    value.state === known.state &&
    value.amount === known.amount &&
    value.total === known.total &&
    value.typed === known.typed
  );
}
