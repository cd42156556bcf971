import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { mergeTexts } from './merge-catalog.ts';
import type { MergedForm } from './use-merged-form.ts';

type MergeNotesProps<T extends object> = {
  readonly form: MergedForm<T>;
  readonly labelOf: (field: keyof T) => string;
  readonly print: (field: keyof T, value: T[keyof T]) => string;
  /** Who changed it and when, as far as it is known. */
  readonly who?: ReactNode;
};

/** What somebody else has done to the thing while it was being edited: what is taken over, and what is to be chosen. */
export function MergeNotes<T extends object>({ form, labelOf, print, who }: MergeNotesProps<T>) {
  const texts = useTexts(mergeTexts);
  const { taken, clashes, isRestored, typed } = form;
  if (taken.length + clashes.length === 0 && !isRestored) return null;
  return (
    <Stack gap="xs" aria-live="polite">
      {isRestored && (
        <Group gap="xs">
          <Text size="sm">{texts.restored}</Text>
          <Button size="compact-xs" variant="default" onClick={form.reset}>
            {texts.startAnew}
          </Button>
        </Group>
      )}
      {taken.length + clashes.length > 0 && (
        <Alert color="blue" variant="light" title={texts.changedByOther}>
          <Stack gap="xs">
            {who !== undefined && <Text size="sm">{who}</Text>}
            {taken.length > 0 && <Text size="sm">{texts.taken(taken.map(labelOf).join(', '))}</Text>}
            {clashes.map(({ field, theirs }) => (
              <Stack key={String(field)} gap={4} role="group" aria-label={labelOf(field)}>
                <Text size="sm" fw={600}>
                  {texts.bothChanged(labelOf(field))}
                </Text>
                <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                  {texts.theirs}: {print(field, theirs) || '—'}
                </Text>
                <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                  {texts.mine}: {print(field, typed[field]) || '—'}
                </Text>
                <Group gap="xs">
                  <Button size="compact-sm" variant="default" onClick={() => form.choose(field, 'mine')}>
                    {texts.keepMine}
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => form.choose(field, 'theirs')}>
                    {texts.takeTheirs}
                  </Button>
                </Group>
              </Stack>
            ))}
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
