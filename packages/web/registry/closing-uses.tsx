import { Button, List, Stack, Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useOrgUnitUse } from './use-registry.ts';

type ClosingUsesProps = {
  readonly orgUnitId: string;
  readonly closedOn: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
};

/** What would stay open on a closed unit, to be seen before it is closed all the same. */
export function ClosingUses({ orgUnitId, closedOn, isBusy, onClose }: ClosingUsesProps) {
  const texts = useTexts(registryTexts);
  const uses = useOrgUnitUse(orgUnitId, closedOn);
  return (
    <WaitsAlert role="alert" title={texts.stillUsed}>
      <Loaded query={uses}>
        {(known) => (
          <Stack gap="sm" align="flex-start">
            <List size="sm">
              {known.map(({ kind, count, names }) => (
                <List.Item key={kind}>
                  {texts.uses[kind]}: {count}
                  {kind !== 'category' && <Text size="sm">{namesOf(count, names)}</Text>}
                </List.Item>
              ))}
            </List>
            <Button color="red" loading={isBusy} onClick={onClose}>
              {texts.closeAllTheSame}
            </Button>
          </Stack>
        )}
      </Loaded>
    </WaitsAlert>
  );
}

/** Each name once: an activity that repeats every month has many executions of one name. */
function namesOf(count: number, names: readonly string[]): string {
  return `${[...new Set(names)].join(', ')}${count > names.length ? '…' : ''}`;
}
