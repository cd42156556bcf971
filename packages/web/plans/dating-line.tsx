import { Button, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DatingEntry } from '@opora/domain/plans/dates-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { notify } from '../ui/notice.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { datesTexts } from './dates-catalog.ts';
import { useDatingActions } from './use-dates.ts';

const tones = { draft: 'waits', applied: 'accepted', undone: 'ended' } as const;

/** Dates that were given at once, and the way back. */
export function DatingLine({ planId, dating }: { readonly planId: string; readonly dating: DatingEntry }) {
  const texts = useTexts(datesTexts);
  const { language } = useLanguage();
  const { undo, discard } = useDatingActions();
  const [isAsked, setAsked] = useState(false);
  const at = new Date(dating.createdAt).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  const about = [at, ...(dating.by === null ? [] : [texts.by(dating.by)])];
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={600}>{dating.title}</Text>
            <StateBadge tone={tones[dating.state]} word={texts.states[dating.state]} />
          </Group>
          <Text size="sm" c="dimmed">
            {[...about, ...(dating.counts === null ? [] : [texts.counts(dating.counts)])].join(' · ')}
          </Text>
        </div>
        {dating.state === 'draft' && (
          <Group gap="xs">
            <Button size="xs" component={Link} to={`/plans/${planId}/dates?schedule=${dating.id}`}>
              {texts.continue}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => discard.mutate(dating.id, { onSuccess: () => notify(texts.discarded) })}
            >
              {texts.discard}
            </Button>
          </Group>
        )}
        {dating.state === 'applied' && (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {texts.undo}
          </Button>
        )}
      </Group>
      {isAsked && (
        <ConfirmDialog
          title={texts.undoTitle(dating.title)}
          action={texts.undo}
          onConfirm={async () => {
            const { restored, kept } = await undo.mutateAsync(dating.id);
            notify(texts.undone(restored, kept));
          }}
          onClose={() => setAsked(false)}
        >
          <Text>{texts.undoText}</Text>
        </ConfirmDialog>
      )}
    </Paper>
  );
}
