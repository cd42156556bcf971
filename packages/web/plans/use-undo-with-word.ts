import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { bulkTexts } from './bulk-catalog.ts';
import { countRefused } from './refused-list.tsx';
import { useUndoBulk } from './use-bulk.ts';

/** Takes an action on many back and says what could not be. */
export function useUndoWithWord() {
  const texts = useTexts(bulkTexts);
  const undo = useUndoBulk();
  return async (bulkActId: string): Promise<void> => {
    const { doneIds, refused } = await undo.mutateAsync(bulkActId);
    const count = countRefused(refused);
    if (count === 0) return;
    const names = refused.flatMap(({ reason, instances }) =>
      instances.slice(0, 3).map(({ title, schoolName }) => `${schoolName ?? title} — ${reason}`),
    );
    notify(`${texts.notUndone(count, count + doneIds.length)} ${names.slice(0, 3).join(' ')}`);
  };
}
