import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import { isInForce } from '@opora/domain/registry/school-period.ts';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { registryTexts } from './registry-catalog.ts';

type Dated = { readonly id: string; readonly fromOn: string; readonly untilOn: string | null };

type PeriodSectionProps<T extends Dated> = {
  readonly title: string;
  readonly empty: string;
  readonly add: string;
  readonly periods: readonly T[];
  readonly mayManage: boolean;
  readonly nameOf: (period: T) => string;
  /** What stands under the name. */
  readonly noteOf: (period: T) => ReactNode;
  /** False for one that another act gave and takes away. */
  readonly mayRemove?: (period: T) => boolean;
  readonly onRemove: (period: T) => void;
  /** The form of a period; null for a new one. */
  readonly form: (known: T | null, onDone: () => void) => ReactNode;
};

/** What holds for a school from one day to another: a list with a form in the place of the line that is edited. */
export function PeriodSection<T extends Dated>(props: PeriodSectionProps<T>) {
  const { title, empty, add, periods, mayManage, form } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const close = () => setEdited(null);
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        {mayManage && edited === null && (
          <Button
            className="screen-only"
            size="compact-sm"
            variant="default"
            onClick={() => setEdited('new')}
          >
            {add}
          </Button>
        )}
      </Group>
      {edited === 'new' && (
        <Paper withBorder p="sm">
          {form(null, close)}
        </Paper>
      )}
      {periods.length === 0 && edited === null && <Text c="dimmed">{empty}</Text>}
      {periods.map((period) =>
        period.id === edited ? (
          <Paper key={period.id} withBorder p="sm">
            {form(period, close)}
          </Paper>
        ) : (
          <PeriodLine key={period.id} {...props} period={period} onEdit={() => setEdited(period.id)} />
        ),
      )}
    </Stack>
  );
}

type PeriodLineProps<T extends Dated> = PeriodSectionProps<T> & {
  readonly period: T;
  readonly onEdit: () => void;
};

function PeriodLine<T extends Dated>({
  period,
  nameOf,
  noteOf,
  mayManage,
  onEdit,
  onRemove,
  mayRemove = () => true,
}: PeriodLineProps<T>) {
  const texts = useTexts(registryTexts);
  const note = noteOf(period);
  const until = period.untilOn === null ? null : formatDate(period.untilOn);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
      <div>
        <Group gap="xs">
          <Text>{nameOf(period)}</Text>
          <PeriodBadge period={period} />
        </Group>
        <Text size="sm" c="dimmed">
          {texts.period(formatDate(period.fromOn), until)}
          {note !== null && <> · {note}</>}
        </Text>
      </div>
      {mayManage && (
        <Group gap={4} wrap="nowrap" className="screen-only">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${texts.edit}: ${nameOf(period)}`}
            onClick={onEdit}
          >
            <IconPencil size={16} />
          </ActionIcon>
          {mayRemove(period) && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${texts.remove}: ${nameOf(period)}`}
              onClick={() => onRemove(period)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      )}
    </Group>
  );
}

function PeriodBadge({ period }: { readonly period: Dated }) {
  const texts = useTexts(registryTexts);
  if (isInForce(period, today())) return <StateBadge tone="current" word={texts.inForce} />;
  return period.fromOn > today() ? (
    <StateBadge tone="waits" word={texts.willBegin} />
  ) : (
    <StateBadge tone="ended" word={texts.ended} />
  );
}
