import '../ui/due-list.css';
import { Anchor, Button, Group, Loader, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Hearing } from '@opora/domain/decisions/hearing.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { HearingBadge } from './hearing-badge.tsx';
import { useHearings } from './use-hearings.ts';

const PlanHearingsForm = lazy(async () => ({
  default: (await import('./plan-hearings-form.tsx')).PlanHearingsForm,
}));

/** The schedule of hearings: day by day, schools of one day in the order in which they are heard. */
export function HearingsPage() {
  const texts = useTexts(hearingTexts);
  const me = useMe().data;
  const hearings = useHearings();
  const [isPlanning, setPlanning] = useState(false);
  const mayPlan = me !== undefined && canSomewhere(me, 'hearings.manage');
  return (
    <Page
      title={texts.hearings}
      purpose={texts.hearingsPurpose}
      action={mayPlan && <Button onClick={() => setPlanning(true)}>{texts.planHearing}</Button>}
    >
      <Loaded query={hearings}>{(list) => <Days hearings={list} />}</Loaded>
      {isPlanning && (
        <Suspense fallback={<Loader />}>
          <PlanHearingsForm onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Days({ hearings }: { readonly hearings: readonly Hearing[] }) {
  const texts = useTexts(hearingTexts);
  if (hearings.length === 0) return <Text>{texts.noHearings}</Text>;
  return [...Map.groupBy(hearings, ({ onDate }) => onDate)].map(([day, own]) => (
    <section key={day} aria-labelledby={`hearings-${day}`}>
      <Title order={2} size="h4" id={`hearings-${day}`}>
        {formatDate(day)}
      </Title>
      <HearingList hearings={own} />
    </section>
  ));
}

/** Hearings of one day, each opening. */
export function HearingList({ hearings }: { readonly hearings: readonly Hearing[] }) {
  const texts = useTexts(hearingTexts);
  return (
    <ul className="due-list">
      {hearings.map((hearing) => (
        <li key={hearing.id}>
          <Group justify="space-between" gap="xs">
            <Anchor component={Link} to={`/hearings/${hearing.id}`}>
              {[hearing.startsAt, hearing.schoolName].filter((part) => part !== null).join(' · ')}
            </Anchor>
            <HearingBadge state={hearing.state} />
          </Group>
          <Text size="sm" c="dimmed">
            {[
              hearing.place,
              hearing.hostName,
              hearing.protocolNumber === null ? null : texts.protocolNo(hearing.protocolNumber),
              hearing.taskCount === 0 ? null : texts.tasksDone(hearing.doneCount, hearing.taskCount),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
