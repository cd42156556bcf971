import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { awaitedEvents, type AwaitedRow } from '@opora/domain/plans/awaited-row.ts';
import type { AwaitedDates } from '@opora/domain/plans/dates-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { AwaitedEventCard } from './awaited-event-card.tsx';
import { AwaitedRows } from './awaited-rows.tsx';
import { datesTexts } from './dates-catalog.ts';
import { DatingLine } from './dating-line.tsx';
import { ScheduleReviewView } from './schedule-review-view.tsx';
import { ScheduleUpload } from './schedule-upload.tsx';
import { useAwaitedDates } from './use-dates.ts';

const route = getRouteApi('/signed-in/plans/$planId/dates');

/** What a plan leaves to schedules of others and to events; with a schedule in the address, what that one answers. */
export function DatesPage() {
  const { planId } = route.useParams();
  const { schedule } = route.useSearch();
  return schedule === undefined ? <PlanDates planId={planId} /> : <ScheduleReviewView datingId={schedule} />;
}

function PlanDates({ planId }: { readonly planId: string }) {
  const dates = useAwaitedDates(planId);
  return <Loaded query={dates}>{(loaded) => <Dates dates={loaded} />}</Loaded>;
}

function Dates({ dates }: { readonly dates: AwaitedDates }) {
  const texts = useTexts(datesTexts);
  const events = awaitedEvents(dates.rows);
  const isOpened = ({ deadline }: AwaitedRow): boolean =>
    deadline.schedule === null && deadline.event !== null;
  const scheduled = dates.rows.filter((row) => !isOpened(row));
  const owners = Map.groupBy(scheduled, ({ deadline }) => deadline.schedule ?? '');
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose(dates.planTitle)}
      action={
        <Anchor component={Link} to={`/plans/${dates.planId}`}>
          {texts.toPlan}
        </Anchor>
      }
    >
      {dates.rows.length === 0 && <Text>{texts.nothingWaits}</Text>}
      {events.length > 0 && (
        <Section title={texts.events} purpose={texts.eventsHint}>
          {events.map((event) => (
            <AwaitedEventCard key={event.rows[0]?.activityId} dates={dates} event={event} />
          ))}
        </Section>
      )}
      {scheduled.length > 0 && (
        <Section title={texts.schedules} purpose={texts.schedulesHint}>
          <ScheduleUpload planId={dates.planId} />
          {[...owners].map(([owner, rows]) => (
            <Paper key={owner} withBorder p="sm">
              <Text fw={600}>{owner === '' ? texts.noOwner : owner}</Text>
              <AwaitedRows planId={dates.planId} rows={rows} />
            </Paper>
          ))}
        </Section>
      )}
      <Section title={texts.done}>
        <Stack gap="xs">
          {dates.datings.length === 0 && <Text c="dimmed">{texts.nothingDone}</Text>}
          {dates.datings.map((dating) => (
            <DatingLine key={dating.id} planId={dates.planId} dating={dating} />
          ))}
        </Stack>
      </Section>
    </Page>
  );
}
