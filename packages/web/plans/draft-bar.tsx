import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import { type DraftEdit, touchedPlaces } from '@opora/domain/plans/draft-edit.ts';
import { typedInDraft } from '@opora/domain/plans/typed-in-draft.ts';
import { useTexts } from '../platform/language.tsx';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import type { DraftSession, DraftView } from './draft-session.ts';
import { titleOf } from './plan-table.tsx';

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
      <Clashes session={session} view={view} />
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

/** What this person and another have both written in one field: her words stay here until she has chosen. */
function Clashes({ session, view }: Pick<DraftBarProps, 'session' | 'view'>) {
  const { clashIn } = useTexts(draftTexts);
  const texts = useTexts(mergeTexts);
  return view.clashes.map((edit) => (
    <WaitsAlert key={touchedPlaces(edit).join(' ')} title={texts.changedByOther} role="alert">
      <Stack gap={4}>
        <Text size="sm">{clashIn(rowOf(view.document, edit))}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {texts.mine}: {typedInDraft(edit) || '—'}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => session.settle(edit, 'mine')}>
            {texts.keepMine}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => session.settle(edit, 'theirs')}>
            {texts.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </WaitsAlert>
  ));
}

/** Of an edit in a row. */
function rowOf({ activities }: DraftDocument, edit: DraftEdit): string {
  const row = 'row' in edit ? activities.find(({ id }) => id === edit.row) : undefined;
  return row === undefined ? '' : titleOf(row);
}

function savedWords(view: DraftView, words: (typeof draftTexts)['en']['save']): string {
  if (view.saving !== 'saved') return words[view.saving];
  if (view.savedAt === null) return words.saved;
  return words.savedAt(new Date(view.savedAt).toLocaleTimeString('ru', { timeStyle: 'short' }));
}
