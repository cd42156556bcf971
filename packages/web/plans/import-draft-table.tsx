import './import-draft-table.css';
import { Anchor, Button, Group, Progress, Stack, Switch, Table, Text, Title } from '@mantine/core';
import type { Texts } from '@opora/domain/basics/catalog.ts';
import { draftFailureTexts, isDraftFailureCode } from '@opora/domain/plans/draft-failure-catalog.ts';
import type { DraftState, PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';
import { importTexts } from './import-catalog.ts';
import { useDraftMoves } from './use-import.ts';

const tones: Readonly<Record<DraftState, StateTone>> = {
  waiting: 'waits',
  reading: 'current',
  read: 'current',
  failed: 'late',
  approved: 'accepted',
  discarded: 'ended',
};

export function ImportDraftTable({ drafts }: { readonly drafts: readonly PlanDraftEntry[] }) {
  const texts = useTexts(importTexts);
  const [withDiscarded, setWithDiscarded] = useState(false);
  const shown = drafts.filter((draft) => withDiscarded || draft.state !== 'discarded');
  const hasDiscarded = drafts.some((draft) => draft.state === 'discarded');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {texts.drafts}
        </Title>
        {hasDiscarded && (
          <Switch
            label={texts.showDiscarded}
            checked={withDiscarded}
            onChange={(event) => setWithDiscarded(event.currentTarget.checked)}
          />
        )}
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed">{texts.empty}</Text>
      ) : (
        <Table className="draft-table" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.document}</Table.Th>
              <Table.Th scope="col">{texts.state}</Table.Th>
              <Table.Th scope="col">{texts.contents}</Table.Th>
              <Table.Th scope="col">{texts.brought}</Table.Th>
              <Table.Th scope="col">{texts.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((draft) => (
              <DraftLine key={draft.id} draft={draft} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function DraftLine({ draft }: { readonly draft: PlanDraftEntry }) {
  const { language } = useLanguage();
  const texts = useTexts(importTexts);
  const { discard, restore, readAgain } = useDraftMoves();
  const putAway = () =>
    discard.mutate(draft.id, {
      onSuccess: () => notify(texts.discarded(draft.fileName), () => restore.mutateAsync(draft.id)),
    });
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor
          renderRoot={(props) => (
            <Link {...props} to="/plans/drafts/$draftId" params={{ draftId: draft.id }} />
          )}
        >
          {draft.title ?? draft.fileName}
        </Anchor>
        {draft.title !== null && (
          <Text size="sm" c="dimmed">
            {draft.fileName}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <StateBadge tone={tones[draft.state]} word={texts.states[draft.state]} />
      </Table.Td>
      <Table.Td>
        <DraftContents draft={draft} />
      </Table.Td>
      <Table.Td>
        {draft.createdBy}
        <Text size="sm" c="dimmed">
          {momentText(draft.createdAt, language)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {draft.state === 'failed' && (
            <Button size="compact-sm" variant="default" onClick={() => readAgain.mutate(draft.id)}>
              {texts.readAgain}
            </Button>
          )}
          {draft.state === 'discarded' ? (
            <Button size="compact-sm" variant="default" onClick={() => restore.mutate(draft.id)}>
              {texts.restore}
            </Button>
          ) : (
            draft.state !== 'approved' && (
              <Button size="compact-sm" variant="default" onClick={putAway}>
                {texts.discard}
              </Button>
            )
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function DraftContents({ draft }: { readonly draft: PlanDraftEntry }) {
  const texts = useTexts(importTexts);
  const reason = useFailure(draft);
  if (reason !== null) return <Text size="sm">{reason}</Text>;
  if (draft.state === 'waiting' || draft.state === 'reading') return <ReadingProgress draft={draft} />;
  return <Text size="sm">{texts.counted(draft.activities, draft.doubts)}</Text>;
}

/** Pages read of all; only that it goes on where the document has no pages. */
export function ReadingProgress({ draft }: { readonly draft: PlanDraftEntry }) {
  const texts = useTexts(importTexts);
  const { pagesDone, pagesTotal } = draft;
  const known = pagesDone !== null && pagesTotal !== null && pagesTotal > 0;
  const words = known ? texts.pages(pagesDone, pagesTotal) : texts.states[draft.state];
  return (
    <div role="status">
      <Text size="sm">{words}</Text>
      <Progress value={known ? (pagesDone / pagesTotal) * 100 : 100} animated aria-label={words} />
    </div>
  );
}

/** Why the document was not read and what to do; null when it was. */
export function useFailure(draft: PlanDraftEntry): string | null {
  const texts = useTexts(draftFailureTexts as Texts<(typeof draftFailureTexts)['ru']>);
  if (draft.failure === null || !isDraftFailureCode(draft.failure.code)) return null;
  const { limit, found } = draft.failure;
  return texts[draft.failure.code]({ fileName: draft.fileName, limit, found });
}
