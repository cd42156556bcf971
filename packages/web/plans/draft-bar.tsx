import { Alert, Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import type { DraftSession, DraftView } from './draft-session.ts';

type DraftBarProps = {
  readonly session: DraftSession;
  readonly view: DraftView;
  readonly onStep: (by: 1 | -1) => void;
};

/** How many doubts are left and the way to the next, what is saved, and the way back. */
export function DraftBar({ session, view, onStep }: DraftBarProps) {
  const texts = useTexts(draftTexts);
  const { doubts } = useDraftEditor();
  return (
    <>
      <div className="draft-bar">
        <Text fw={600} aria-live="polite">
          {doubts.length === 0 && <IconCircleCheck size={16} aria-hidden />} {texts.doubtsLeft(doubts.length)}
        </Text>
        {doubts.length > 0 && (
          <>
            <Button size="compact-md" onClick={() => onStep(1)} title={texts.keys}>
              {texts.nextDoubt}
            </Button>
            <Button size="compact-md" variant="default" visibleFrom="sm" onClick={() => onStep(-1)}>
              {texts.previousDoubt}
            </Button>
          </>
        )}
        <span className="draft-bar-rest" />
        <Text size="sm" c="dimmed" role="status">
          {savedWords(view, texts.save)}
        </Text>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void session.undo()}
        >
          {texts.undo}
        </Button>
      </div>
      {view.trouble !== null && (
        <Alert
          color="yellow"
          role="alert"
          withCloseButton
          onClose={() => session.dismissTrouble()}
          title={view.trouble.kind === 'clash' ? texts.clash : view.trouble.message}
        />
      )}
    </>
  );
}

function savedWords(view: DraftView, words: (typeof draftTexts)['en']['save']): string {
  if (view.saving !== 'saved') return words[view.saving];
  if (view.savedAt === null) return words.saved;
  return words.savedAt(new Date(view.savedAt).toLocaleTimeString('ru', { timeStyle: 'short' }));
}
