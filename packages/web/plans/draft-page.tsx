import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { addressOf } from '../platform/call.ts';
import { type PlanDraftEntry, importContract } from '@opora/domain/plans/import-contract.ts';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { DraftEditorView } from './draft-editor.tsx';
import { importTexts } from './import-catalog.ts';
import { ReadingProgress, useFailure } from './import-draft-table.tsx';
import { useDraftMoves, usePlanDraft } from './use-import.ts';

export function DraftPage() {
  const { draftId } = useParams({ from: '/signed-in/plans/drafts/$draftId' });
  const query = usePlanDraft(draftId);
  return (
    <Loaded query={query}>
      {({ draft, document }) =>
        draft.state === 'read' && document !== null ? (
          <DraftEditorView key={draft.id} draft={draft} document={document} />
        ) : (
          <DraftState draft={draft} />
        )
      }
    </Loaded>
  );
}

/** A draft that cannot be mended now: why, and what can be done. */
function DraftState({ draft }: { readonly draft: PlanDraftEntry }) {
  const texts = useTexts(importTexts);
  const { readAgain, restore, discard } = useDraftMoves();
  const failure = useFailure(draft);
  return (
    <Page title={draft.title ?? draft.fileName}>
      <Stack gap="md" maw={640}>
        {(draft.state === 'waiting' || draft.state === 'reading') && (
          <>
            <Text fw={600}>{texts.readingTitle}</Text>
            <ReadingProgress draft={draft} />
            <Text c="dimmed">{texts.readingHint}</Text>
          </>
        )}
        {draft.state === 'failed' && (
          <Alert color="red" title={texts.failedTitle}>
            {failure}
          </Alert>
        )}
        {draft.state === 'discarded' && <Alert color="gray" title={texts.discardedTitle} />}
        {draft.state === 'approved' && <Alert color="green" title={texts.approvedTitle} />}
        <Group>
          {draft.state === 'failed' && (
            <Button onClick={() => readAgain.mutate(draft.id)} loading={readAgain.isPending}>
              {texts.readAgain}
            </Button>
          )}
          {draft.state === 'discarded' && (
            <Button onClick={() => restore.mutate(draft.id)} loading={restore.isPending}>
              {texts.restore}
            </Button>
          )}
          {draft.state === 'approved' && draft.planId !== null && (
            <Button component="a" href={`/plans/${draft.planId}`}>
              {texts.toPlan}
            </Button>
          )}
          <Button
            component="a"
            variant="default"
            href={addressOf(importContract.downloadDraftFile, { params: { draftId: draft.id } })}
          >
            {texts.download}
          </Button>
          <Button component={Link} to="/plans/import" variant="default">
            {texts.toDrafts}
          </Button>
          {draft.state !== 'approved' && draft.state !== 'discarded' && (
            <Button variant="default" onClick={() => discard.mutate(draft.id)}>
              {texts.discard}
            </Button>
          )}
        </Group>
      </Stack>
    </Page>
  );
}
