import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { SchoolAttendance } from '@opora/domain/plans/attendance-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { schoolCycleTexts } from './school-cycle-catalog.ts';
import { useSchoolEvents } from './use-school-cycle.ts';

/** Events of the plans at which the school was marked; nothing when there were none. */
export function SchoolEvents({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(schoolCycleTexts);
  const { data: events = [] } = useSchoolEvents(orgUnitId);
  if (events.length === 0) return null;
  return (
    <Section title={texts.events}>
      <ul className="due-list">
        {events.map((event) => (
          <li key={event.instanceId}>
            <EventLine event={event} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function EventLine({ event }: { readonly event: SchoolAttendance }) {
  const texts = useTexts(schoolCycleTexts);
  const notes = [
    event.dueOn === null ? texts.undated : formatDate(event.dueOn),
    event.tookPart ? texts.tookPart : texts.tookNoPart,
    event.people === null ? null : texts.people(event.people),
  ];
  return (
    <>
      <Anchor
        component={Link}
        to={`/plans/${event.planId}?activity=${event.activityId}&instance=${event.instanceId}`}
      >
        {[event.no, event.title].filter((word) => word !== '').join(' ')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {notes.filter((note) => note !== null).join(' · ')}
      </Text>
    </>
  );
}
