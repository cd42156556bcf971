import { Group, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { foldText } from '@opora/domain/basics/fold-text.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Instance } from '@opora/domain/plans/instance.ts';
import { printInstanceLabel } from '@opora/domain/plans/print-deadline.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { shownState } from './activity-state.ts';
import { instanceTexts } from './instance-catalog.ts';
import { ShownBadge } from './shown-badge.tsx';

type InstanceListProps = {
  readonly instances: readonly Instance[];
  readonly onOpen: (instanceId: string) => void;
};

/** From so many on a person looks for a school instead of reading. */
const searchFrom = 12;
const shownMax = 100;

export function InstanceList({ instances, onOpen }: InstanceListProps) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const [sought, setSought] = useState('');
  const found = instances.filter((instance) =>
    foldText(instance.schoolName ?? '').includes(foldText(sought)),
  );
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {texts.instances(instances.length)}
      </Title>
      {instances.length === 0 && <Text size="sm">{texts.noInstances}</Text>}
      {instances.length >= searchFrom && (
        <TextInput
          label={texts.findSchool}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul className="plain-list">
        {found.slice(0, shownMax).map((instance) => (
          <li key={instance.id}>
            <UnstyledButton className="list-row" onClick={() => onOpen(instance.id)}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Text span size="sm">
                  {nameOf(instance, language)}
                </Text>
                <ShownBadge state={shownState(instance, today())} />
              </Group>
              <Text span size="xs" c="dimmed">
                {instance.dueOn === null ? texts.undated : `${texts.dueOn} ${formatDate(instance.dueOn)}`}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** What tells an instance from its neighbours: school, then period or phase, else its last day. */
export function nameOf(
  instance: Pick<Instance, 'schoolName' | 'label' | 'dueOn'>,
  language: 'ru' | 'en',
): string {
  const label = instance.label === null ? null : printInstanceLabel(instance.label, language);
  const parts = [instance.schoolName, label].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(', ');
  return instance.dueOn === null ? '—' : formatDate(instance.dueOn);
}
