import { Button, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../platform/language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { StateBadge } from './state-badge.tsx';
import { momentText } from './moment-text.ts';

const tones = { draft: 'waits', applied: 'accepted', undone: 'ended' } as const;

type BatchLineProps = {
  readonly batch: { readonly state: keyof typeof tones; readonly createdAt: string };
  readonly title: string;
  /** Beside the moment: who, and what it came to. */
  readonly about: readonly string[];
  /** Where a draft is gone on with. */
  readonly to: string;
  readonly discard: () => void;
  readonly undo: {
    readonly run: () => Promise<void>;
    readonly isDangerous: boolean;
    readonly text: ReactNode;
  };
  readonly texts: {
    readonly states: Readonly<Record<keyof typeof tones, string>>;
    readonly continue: string;
    readonly discard: string;
    readonly undo: string;
    readonly undoTitle: (title: string) => string;
  };
};

/** Many changes out of one file: a draft to go on with, or what was applied, with the way back. */
export function BatchLine({ batch, title, about, to, discard, undo, texts }: BatchLineProps) {
  const { language } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const at = momentText(batch.createdAt, language);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StateBadge tone={tones[batch.state]} word={texts.states[batch.state]} />
          </Group>
          <Text size="sm" c="dimmed">
            {[at, ...about].join(' · ')}
          </Text>
        </div>
        {batch.state === 'draft' && (
          <Group gap="xs">
            <Button size="xs" component={Link} to={to}>
              {texts.continue}
            </Button>
            <Button size="xs" variant="default" onClick={discard}>
              {texts.discard}
            </Button>
          </Group>
        )}
        {batch.state === 'applied' && (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {texts.undo}
          </Button>
        )}
      </Group>
      {isAsked && (
        <ConfirmDialog
          title={texts.undoTitle(title)}
          action={texts.undo}
          isDangerous={undo.isDangerous}
          onConfirm={undo.run}
          onClose={() => setAsked(false)}
        >
          {undo.text}
        </ConfirmDialog>
      )}
    </Paper>
  );
}
