import ical from 'ical-generator';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import type { CalendarEvent } from '@opora/domain/basics/calendar-event.ts';

type CalendarHead = {
  readonly name: string;
  /** When the answer was made; RFC 5545 asks for it in every event. */
  readonly stampedAt: Date;
};

/** How often a subscriber is asked to look again. */
const refreshSeconds = 3_600;

/** A calendar as iCalendar text (RFC 5545). */
export function writeCalendar(events: readonly CalendarEvent[], { name, stampedAt }: CalendarHead): string {
  const calendar = ical({
    name,
    prodId: { company: 'Opora', product: 'Opora', language: 'RU' },
    ttl: refreshSeconds,
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      start: midnight(event.startsOn),
      // The end of a whole day is the next one.
      end: midnight(addDays(event.endsOn, 1)),
      allDay: true,
      stamp: stampedAt,
      summary: event.title,
      description: event.description,
      ...(event.address === null ? {} : { url: event.address }),
    });
  }
  return calendar.toString();
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
