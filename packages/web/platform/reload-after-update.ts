const lastReload = 'opora.reloadedAfterUpdate';
/** A part that is missing so soon after a reload is missing for another reason: reloading again would go round for ever. */
const quietMs = 60_000;

type Page = {
  readonly now: number;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
};

/** Answers that a part of the bundle could not be loaded, as in a tab left open while the server was updated: takes the new bundle, once. */
export function reloadAfterUpdate({ now, storage, reload }: Page): void {
  if (now - Number(storage.getItem(lastReload) ?? 0) < quietMs) return;
  storage.setItem(lastReload, String(now));
  reload();
}
