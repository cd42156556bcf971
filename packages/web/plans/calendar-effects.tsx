import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { CalendarEffect } from '@opora/domain/plans/calendar-effect.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { plansTexts } from './plans-catalog.ts';
import { useRefreshPlans } from './use-plans.ts';

/** What the calendar of a territory moves in the open terms of its plans, and the step that lets them follow. */
export function CalendarEffects({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(plansTexts);
  const words = useTexts(uiTexts);
  const refresh = useRefreshPlans();
  const { data: effects = [] } = useQuery({
    queryKey: ['plans', 'calendar-effects', orgUnitId],
    queryFn: () => call(plansContract.listCalendarEffects, { params: { orgUnitId } }),
  });
  const following = useMutation({
    mutationFn: () =>
      call(plansContract.followCalendar, {
        params: { orgUnitId },
        body: { activityIds: effects.map(({ activityId }) => activityId) },
      }),
    onSuccess: async () => {
      notify(texts.calendarFollowed);
      await refresh();
    },
  });
  if (effects.length === 0) return null;
  return (
    <Alert color="gray" title={texts.calendarMoves(effects.length)}>
      <Text>{texts.calendarMovesHint}</Text>
      <Table.ScrollContainer minWidth={480} mah={320} tabIndex={0}>
        <Table>
          <Table.Tbody>
            {effects.map((effect) => (
              <EffectRow key={effect.activityId} effect={effect} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {following.error !== null && (
        <Text role="alert">{messageOf(following.error, words.connectionLost)}</Text>
      )}
      <Group mt="sm">
        <Button loading={following.isPending} onClick={() => following.mutate()}>
          {texts.followCalendar}
        </Button>
      </Group>
    </Alert>
  );
}

function EffectRow({ effect }: { readonly effect: CalendarEffect }) {
  const texts = useTexts(plansTexts);
  const day = (date: string | null) => (date === null ? texts.withoutDate : formatDate(date));
  const [first] = effect.moves;
  const rest = effect.moves.length - 1 + effect.added + effect.closed;
  return (
    <Table.Tr>
      <Table.Td>
        {[effect.no, effect.title].filter((word) => word !== '').join(' ')}
        <Text size="sm" c="dimmed">
          {effect.planTitle}
        </Text>
      </Table.Td>
      <Table.Td>{effect.deadline}</Table.Td>
      <Table.Td>
        {first !== undefined && `${day(first.before)} → ${day(first.after)}`}
        {rest > 0 && <Text size="sm">{texts.moreTerms(rest)}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}
