import '../ui/due-list.css';
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { daysBetween } from '@opora/domain/basics/calendar-date.ts';
import type { DueInstance } from '@opora/domain/overview/overview.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { overviewTexts } from './overview-catalog.ts';

type DueListProps = {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly DueInstance[];
};

/** What is late or near, each line a link to the activity in its plan. */
export function DueList({ title, empty, rows }: DueListProps) {
  const texts = useTexts(overviewTexts);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {rows.length === 0 && <Text c="dimmed">{empty}</Text>}
      <ul className="due-list">
        {rows.map((row) => (
          <li key={row.instanceId}>
            <Anchor component={Link} to={`/plans/${row.planId}?activity=${row.activityId}`}>
              {[row.no, row.title].filter((part) => part !== '').join(' ')}
            </Anchor>
            <Text size="sm" c="dimmed">
              {row.schoolName ?? planName(row)}
              {' · '}
              <DateText date={row.dueOn} />
              {row.dueOn < today() && (
                <strong className="due-late">{` · ${texts.daysLate(daysBetween(row.dueOn, today()))}`}</strong>
              )}
            </Text>
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function planName({ actType, actNumber, planTitle }: DueInstance): string {
  return actType === null || actNumber === null ? planTitle : `${actType} №\u00A0${actNumber}`;
}
