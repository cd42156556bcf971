/** A person has something open for editing, or (`isEditing` false) has closed it. */
export type Editing = {
  /** What is looked at as a whole and seen under row security: a plan, a hearing. */
  readonly rootId: string;
  /** The part of it that is edited; the whole by its own id. */
  readonly thingId: string;
  readonly personId: string;
  readonly isEditing: boolean;
};

export type Editor = Pick<Editing, 'thingId' | 'personId'>;

export type Editors = {
  note(editing: Editing, at: Date): void;
  /** Who edits parts of the whole, each as long as she is heard of. */
  list(rootId: string, now: Date): Editor[];
};

/** Whoever edits says so three times in this span: a closed window or a lost line is forgotten after it. */
const aliveMs = 60_000;

/** Kept in the memory of a server alone. */
export function openEditors(): Editors {
  const roots = new Map<string, Map<string, Editor & { readonly at: Date }>>();
  const isOver = (at: Date, now: Date) => now.getTime() - at.getTime() >= aliveMs;
  const forget = (now: Date) => {
    for (const [rootId, editors] of roots) {
      for (const [key, { at }] of editors) if (isOver(at, now)) editors.delete(key);
      if (editors.size === 0) roots.delete(rootId);
    }
  };
  return {
    note: ({ rootId, thingId, personId, isEditing }, at) => {
      forget(at);
      const editors = roots.get(rootId) ?? new Map();
      if (isEditing) editors.set(`${thingId} ${personId}`, { thingId, personId, at });
      else editors.delete(`${thingId} ${personId}`);
      roots.set(rootId, editors);
    },
    list: (rootId, now) =>
      [...(roots.get(rootId)?.values() ?? [])]
        .filter(({ at }) => !isOver(at, now))
        .map(({ thingId, personId }) => ({ thingId, personId })),
  };
}
