import { Text } from '@mantine/core';
import type { DatingEntry } from '@opora/domain/plans/dates-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { BatchLine } from '../ui/batch-line.tsx';
import { notify } from '../ui/notice.ts';
import { datesTexts } from './dates-catalog.ts';
import { useDatingActions } from './use-dates.ts';

/** Dates that were given at once, and the way back. */
export function DatingLine({ planId, dating }: { readonly planId: string; readonly dating: DatingEntry }) {
  const texts = useTexts(datesTexts);
  const { undo, discard } = useDatingActions();
  const about = [
    ...(dating.by === null ? [] : [texts.by(dating.by)]),
    ...(dating.counts === null ? [] : [texts.counts(dating.counts)]),
  ];
  return (
    <BatchLine
      batch={dating}
      title={dating.title}
      about={about}
      to={`/plans/${planId}/dates?schedule=${dating.id}`}
      discard={() => discard.mutate(dating.id, { onSuccess: () => notify(texts.discarded) })}
      undo={{
        run: async () => {
          const { restored, kept } = await undo.mutateAsync(dating.id);
          notify(texts.undone(restored, kept));
        },
        isDangerous: false,
        text: <Text>{texts.undoText}</Text>,
      }}
      texts={texts}
    />
  );
}
