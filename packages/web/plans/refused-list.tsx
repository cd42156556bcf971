import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BulkRefused } from '@opora/domain/plans/bulk-act.ts';
import { useTexts } from '../platform/language.tsx';
import { bulkTexts } from './bulk-catalog.ts';

type RefusedListProps = { readonly title: string; readonly refused: readonly BulkRefused[] };

/** What was left as it is, by reason, each with the way to it. */
export function RefusedList({ title, refused }: RefusedListProps) {
  const texts = useTexts(bulkTexts);
  return (
    <Stack gap="xs" role="alert">
      <Text fw={600}>{title}</Text>
      {refused.map(({ reason, count, instances }) => (
        <div key={reason}>
          <Text size="sm">{reason}</Text>
          <List size="sm">
            {instances.map(({ instanceId, planId, activityId, title: name, schoolName }) => (
              <List.Item key={instanceId}>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link
                      to="/plans/$planId"
                      params={{ planId }}
                      search={{ activity: activityId, instance: instanceId }}
                      {...props}
                    />
                  )}
                >
                  {[name, schoolName].filter((part) => part !== null).join(' · ')}
                </Anchor>
              </List.Item>
            ))}
            {count > instances.length && <List.Item>{texts.andMore(count - instances.length)}</List.Item>}
          </List>
        </div>
      ))}
    </Stack>
  );
}

export const countRefused = (refused: readonly BulkRefused[]): number =>
  refused.reduce((sum, { count }) => sum + count, 0);
