import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { AwaitedRow } from '@opora/domain/plans/awaited-row.ts';
import type { ScheduleAnswer } from '@opora/domain/plans/match-schedule.ts';
import type { ReviewedEvent } from '@opora/domain/plans/schedule-review.ts';
import { useTexts } from '../platform/language.tsx';
import { datesTexts } from './dates-catalog.ts';

type LineProps = {
  readonly event: ReviewedEvent;
  readonly rows: readonly AwaitedRow[];
  readonly onChoose: (answer: ScheduleAnswer | null) => void;
};

/** An event of the file, the row of the plan that it answers, and what is doubtful. */
export function ScheduleEventLine({ event, rows, onChoose }: LineProps) {
  const texts = useTexts(datesTexts);
  const { answer, offered } = event;
  const nameOf = ({ no, title }: AwaitedRow): string => [no, title].filter((part) => part !== '').join(' ');
  const meant = rows.find(({ activityId }) => activityId === (answer ?? offered)?.activityId);
  const days = [...new Set([event.startsOn, event.endsOn])].map(formatDate).join(' – ');
  return (
    <Paper withBorder p="sm">
      <Group align="flex-start" justify="space-between" gap="md">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {days}
          </Text>
          <Text>{event.title}</Text>
          {event.about !== '' && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {event.about}
            </Text>
          )}
        </div>
        <Stack gap={6} style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Select
            label={texts.row}
            placeholder={texts.noRow}
            value={answer?.activityId ?? null}
            searchable
            clearable
            data={rows.map((row) => ({ value: row.activityId, label: nameOf(row) }))}
            onChange={(activityId) => onChoose(activityId === null ? null : { activityId, schoolIds: null })}
          />
          {answer !== null && meant !== undefined && (
            <SchoolSelect row={meant} answer={answer} onChoose={onChoose} />
          )}
          {offered !== null && meant !== undefined && (
            <Button
              size="xs"
              variant="default"
              h="auto"
              py={4}
              styles={{ label: { whiteSpace: 'normal' } }}
              onClick={() => onChoose(offered)}
            >
              {texts.confirm(nameOf(meant))}
            </Button>
          )}
        </Stack>
      </Group>
      <Doubts event={event} />
    </Paper>
  );
}

function SchoolSelect({
  row,
  answer,
  onChoose,
}: Pick<LineProps, 'onChoose'> & { readonly row: AwaitedRow; readonly answer: ScheduleAnswer }) {
  const texts = useTexts(datesTexts);
  const schools = row.instances.flatMap(({ schoolId, schoolName }) =>
    schoolId === null ? [] : [{ value: schoolId, label: schoolName ?? '' }],
  );
  const chosen = answer.schoolIds ?? [];
  if (schools.length < 2) return null;
  const several =
    chosen.length > 1
      ? [
          {
            value: 'several',
            label: schools
              .filter(({ value }) => chosen.includes(value))
              .map(({ label }) => label)
              .join(', '),
          },
        ]
      : [];
  return (
    <Select
      label={texts.school}
      value={chosen.length > 1 ? 'several' : (chosen[0] ?? '')}
      allowDeselect={false}
      searchable
      data={[{ value: '', label: texts.allSchools }, ...several, ...schools]}
      onChange={(value) => {
        if (value !== null && value !== 'several')
          onChoose({ ...answer, schoolIds: value === '' ? null : [value] });
      }}
    />
  );
}

function Doubts({ event }: Pick<LineProps, 'event'>) {
  const texts = useTexts(datesTexts);
  if (event.doubts.length === 0 && !event.isByHand) return null;
  return (
    <Stack gap={2} mt={6}>
      {event.isByHand && (
        <Text size="sm" c="dimmed">
          {texts.byHand}
        </Text>
      )}
      {event.doubts.map((doubt) => (
        <Group key={doubt} gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text size="sm">{texts.doubts[doubt]}</Text>
        </Group>
      ))}
    </Stack>
  );
}
