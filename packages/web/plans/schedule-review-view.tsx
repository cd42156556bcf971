import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ScheduleReview } from '@opora/domain/plans/dates-contract.ts';
import type { ScheduleAnswer } from '@opora/domain/plans/match-schedule.ts';
import type { ReviewedEvent } from '@opora/domain/plans/schedule-review.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { datesTexts } from './dates-catalog.ts';
import { ScheduleEventLine } from './schedule-event-line.tsx';
import { useDatingActions, useScheduleAnswers, useScheduleReview } from './use-dates.ts';

/** A schedule before its dates are given: what each event answers, and what would change. */
export function ScheduleReviewView({ datingId }: { readonly datingId: string }) {
  const review = useScheduleReview(datingId);
  return <Loaded query={review}>{(loaded) => <Review review={loaded} />}</Loaded>;
}

const groups = ['answered', 'offered', 'other'] as const;
const groupOf = ({ answer, offered }: ReviewedEvent): (typeof groups)[number] =>
  answer !== null ? 'answered' : offered !== null ? 'offered' : 'other';

function Review({ review }: { readonly review: ScheduleReview }) {
  const texts = useTexts(datesTexts);
  const answers = useScheduleAnswers(review.id);
  const choose = (event: string) => (answer: ScheduleAnswer | null) => answers.mutate({ event, answer });
  const found = Map.groupBy(review.events, groupOf);
  return (
    <Page
      title={review.title}
      purpose={texts.reviewPurpose(review.planTitle)}
      action={
        <Anchor component={Link} to={`/plans/${review.planId}/dates`}>
          {texts.toDates}
        </Anchor>
      }
    >
      <ApplyBar review={review} failure={answers.error} isBusy={answers.isPending} />
      {groups.map((group) => (
        <EventGroup
          key={group}
          group={group}
          review={review}
          events={found.get(group) ?? []}
          choose={choose}
        />
      ))}
      {review.unreadCount > 0 && (
        <Section title={texts.unread(review.unreadCount)}>
          <List size="sm">
            {review.unread.map((words, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file may be the same, and never move
              <List.Item key={at}>{words}</List.Item>
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
}

type BarProps = { readonly review: ScheduleReview; readonly failure: Error | null; readonly isBusy: boolean };

function ApplyBar({ review, failure, isBusy }: BarProps) {
  const texts = useTexts(datesTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const { apply, undo } = useDatingActions();
  const count = review.expected.dated + review.expected.changed;
  const error = failure ?? apply.error;
  const run = () =>
    apply.mutate(review, {
      onSuccess: ({ id }) => {
        notify(texts.applied(count), () => undo.mutateAsync(id));
        void navigate({ to: '/plans/$planId/dates', params: { planId: review.planId } });
      },
    });
  return (
    <Stack gap="xs">
      <Text role="status">{texts.reviewCounts(review.expected, review.events.length)}</Text>
      {error !== null && (
        <Alert color="red" role="alert">
          {messageOf(error, words.connectionLost)}
        </Alert>
      )}
      <Group>
        {count === 0 ? (
          <Text c="dimmed">{texts.nothingToApply}</Text>
        ) : (
          <Button loading={apply.isPending || isBusy} onClick={run}>
            {texts.apply(count)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** A schedule of a year has hundreds of events, most of them of no concern to the plan. */
const shownAtFirst = 50;

type GroupProps = {
  readonly group: (typeof groups)[number];
  readonly review: ScheduleReview;
  readonly events: readonly ReviewedEvent[];
  readonly choose: (event: string) => (answer: ScheduleAnswer | null) => void;
};

function EventGroup({ group, review, events, choose }: GroupProps) {
  const texts = useTexts(datesTexts);
  const [shown, setShown] = useState(group === 'other' ? 10 : shownAtFirst);
  if (events.length === 0) return null;
  return (
    <Section title={`${texts.groups[group]}: ${events.length}`} purpose={texts.groupHints[group]}>
      <Stack gap="xs">
        {events.slice(0, shown).map((event) => (
          <ScheduleEventLine key={event.key} event={event} rows={review.rows} onChoose={choose(event.key)} />
        ))}
      </Stack>
      {events.length > shown && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setShown(shown + shownAtFirst)}>
            {texts.more(Math.min(shownAtFirst, events.length - shown))}
          </Button>
        </Group>
      )}
    </Section>
  );
}
