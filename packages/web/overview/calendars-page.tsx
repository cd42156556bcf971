import { CalendarEffects } from '../plans/calendar-effects.tsx';
import { CalendarsPage as TerritoryCalendars } from '../registry/calendars-page.tsx';

/** The calendars of a territory together with what they move in its plans. */
export function CalendarsPage() {
  return <TerritoryCalendars effects={CalendarEffects} />;
}
