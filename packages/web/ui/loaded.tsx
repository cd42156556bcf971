import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

type LoadedProps<T> = {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
};

/** Shows what was loaded; while it loads, its outline; when it fails, what happened and how to try again. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const texts = useTexts(uiTexts);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) {
    const message = query.error instanceof ServerRefusal ? query.error.message : texts.connectionLost;
    return (
      <Alert color="red" role="alert" title={message}>
        <Group>
          <Button variant="default" onClick={() => void query.refetch()}>
            {texts.retry}
          </Button>
        </Group>
      </Alert>
    );
  }
  return (
    <Stack gap="xs" role="status" aria-label={texts.loading}>
      {[1, 2, 3, 4].map((line) => (
        <Skeleton key={line} height={28} />
      ))}
    </Stack>
  );
}
