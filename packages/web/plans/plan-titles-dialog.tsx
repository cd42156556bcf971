import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { plansTexts } from './plans-catalog.ts';
import { useChangePlanTitles } from './use-plans.ts';

type PlanTitlesDialogProps = { readonly plan: Plan; readonly onClose: () => void };

/** Mends the titles of the act and of its annex. */
export function PlanTitlesDialog({ plan, onClose }: PlanTitlesDialogProps) {
  const texts = useTexts(plansTexts);
  const ui = useTexts(uiTexts);
  const [title, setTitle] = useState(plan.title);
  const [annexTitle, setAnnexTitle] = useState(plan.annexTitle ?? '');
  const change = useChangePlanTitles(plan.id);
  const save = () =>
    change.mutate(
      { title, annexTitle: annexTitle.trim() === '' ? null : annexTitle, version: plan.version },
      {
        onSuccess: () => {
          notify(texts.titlesSaved);
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={texts.editTitles}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack>
        <Textarea
          label={texts.title}
          required
          autosize
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={texts.annexTitle}
          description={texts.annexTitleHint}
          autosize
          value={annexTitle}
          onChange={(event) => setAnnexTitle(event.currentTarget.value)}
        />
        {change.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(change.error, ui.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button disabled={title.trim() === ''} loading={change.isPending} onClick={save}>
            {ui.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
