import { addWorkingDays, federalCalendar } from '@opora/domain/basics/production-calendar.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { planReminders } from '../reminders/plan-reminders.ts';

/** The digests of the last working day, so that there are some on a day off too; their letters are not sent. */
export async function loadDemoReminders(parts: ServerParts): Promise<void> {
  const { date: day } = addWorkingDays(isoDateIn(parts.clock()), -1, federalCalendar);
  const startsAt = parts.settings.remindersAt;
  const now = new Date(`${day}T${startsAt}:00`);
  await planReminders({ ...parts, sendMail: null }, { day, startsAt, now });
}
