import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { OrgUnitAlias } from '@opora/domain/registry/org-unit.ts';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { registryTexts } from './registry-catalog.ts';
import { useAliases } from './use-registry.ts';

type AliasListProps = {
  readonly orgUnitId: string;
  readonly aliases: readonly OrgUnitAlias[];
  readonly mayManage: boolean;
};

export function AliasList({ orgUnitId, aliases, mayManage }: AliasListProps) {
  const texts = useTexts(registryTexts);
  const words = useTexts(uiTexts);
  const { add, remove } = useAliases(orgUnitId);
  const [typed, setTyped] = useState('');
  const failure = add.error ?? remove.error;
  return (
    <Stack gap="xs">
      {aliases.length === 0 && <Text c="dimmed">{texts.noAliases}</Text>}
      {aliases.map((alias) => (
        <Group key={alias.id} gap="xs">
          <Text>{alias.name}</Text>
          {mayManage && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`${texts.remove}: ${alias.name}`}
              onClick={() =>
                remove.mutate(alias.id, {
                  onSuccess: () => notify(texts.removed, () => add.mutateAsync(alias.name)),
                })
              }
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {failure !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(failure, words.connectionLost)}
        </Text>
      )}
      {mayManage && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') add.mutate(typed, { onSuccess: () => setTyped('') });
          }}
        >
          <Group align="flex-end" gap="xs">
            <TextInput
              flex={1}
              label={texts.addAlias}
              description={texts.aliasHint}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={add.isPending}>
              {texts.save}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}
