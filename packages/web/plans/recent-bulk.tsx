import { Button, Group, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { BulkAct } from '@opora/domain/plans/bulk-act.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { bulkTexts } from './bulk-catalog.ts';
import { useBulkActs } from './use-bulk.ts';
import { useUndoWithWord } from './use-undo-with-word.ts';

/** What the person did to many in the last day, with the way back. Nothing when there was nothing. */
export function RecentBulk() {
  const texts = useTexts(bulkTexts);
  const { data: acts = [] } = useBulkActs();
  if (acts.length === 0) return null;
  return (
    <div className="screen-only">
      <Section title={texts.recent} purpose={texts.recentHint}>
        <ul className="plain-list">
          {acts.map((act) => (
            <li key={act.id} className="event">
              <RecentAct act={act} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function RecentAct({ act }: { readonly act: BulkAct }) {
  const texts = useTexts(bulkTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const undo = useUndoWithWord();
  const onUndo = () =>
    undo(act.id).then(
      () => notify(ui.undone),
      (error: Error) => notify(messageOf(error, ui.connectionLost)),
    );
  const until = act.dueOn === null ? '' : ` ${texts.until(formatDate(act.dueOn))}`;
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div>
        <Text size="sm">
          {texts.done[act.kind](act.doneCount)}
          {until}
        </Text>
        <Text size="xs" c="dimmed">
          {momentText(act.at, language)} · {act.about}
        </Text>
      </div>
      {act.undoneAt === null ? (
        <Button size="compact-sm" variant="default" onClick={() => void onUndo()}>
          {ui.undo}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {texts.undoneAt}
        </Text>
      )}
    </Group>
  );
}
