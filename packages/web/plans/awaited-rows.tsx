import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AwaitedRow } from '@opora/domain/plans/awaited-row.ts';
import { useTexts } from '../platform/language.tsx';
import { datesTexts } from './dates-catalog.ts';

/** Rows of a plan that wait for a date, each with the words of its term. */
export function AwaitedRows({
  planId,
  rows,
}: {
  readonly planId: string;
  readonly rows: readonly AwaitedRow[];
}) {
  const texts = useTexts(datesTexts);
  return (
    <List size="sm" spacing={4} mt={4}>
      {rows.map(({ activityId, no, title, deadline, instances }) => {
        const undated = instances.filter(({ dueOn }) => dueOn === null).length;
        return (
          <List.Item key={activityId}>
            <Anchor component={Link} to={`/plans/${planId}?activity=${activityId}`} size="sm">
              {[no, title].filter((part) => part !== '').join(' ')}
            </Anchor>
            <Text size="sm" c="dimmed">
              {`«${deadline.raw}» · ${undated === 0 ? texts.allDated : texts.undatedOf(undated, instances.length)}`}
            </Text>
          </List.Item>
        );
      })}
    </List>
  );
}
