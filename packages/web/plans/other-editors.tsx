import { Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { OtherEditor } from '@opora/domain/plans/live-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { editingTexts } from './editing-catalog.ts';
import { usePlanEditors } from './use-editing.ts';

type OtherEditorsProps = {
  readonly editors: readonly OtherEditor[];
  /** An activity, or the plan or the hearing itself. */
  readonly thingId: string;
};

/** «Сейчас правит: …»; the place stays when nobody does, so that a screen reader hears who comes. */
export function OtherEditors({ editors, thingId }: OtherEditorsProps) {
  const texts = useTexts(editingTexts);
  const names = editors
    .filter((editor) => editor.thingId === thingId)
    .map(({ name }) => name ?? texts.somebody);
  const word = names.length === 1 ? texts.nowEdits : texts.nowEdit;
  return (
    <Text size="sm" role="status" className="screen-only">
      {names.length > 0 && (
        <>
          <IconPencil size={14} aria-hidden /> {word(names.join(', '))}{' '}
          <Text span inherit c="dimmed">
            · {texts.nothingIsLost}
          </Text>
        </>
      )}
    </Text>
  );
}

/** As above, of an activity or (by its own id) the head of a plan. */
export function OtherEditorsOfPlan({
  planId,
  thingId,
}: {
  readonly planId: string;
  readonly thingId: string;
}) {
  return <OtherEditors editors={usePlanEditors(planId)} thingId={thingId} />;
}
