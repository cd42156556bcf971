import { isoDateIn } from '../platform/clock.ts';
import type { Job } from '../platform/schedule.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { planReminders } from './plan-reminders.ts';
import { sendDigests } from './send-digests.ts';

/** Each morning the digests of the day are planned; their letters go out at once and, when the mail server was away, later. */
export function reminderJobs(parts: ServerParts, report: (text: string) => void): Job[] {
  const { remindersAt } = parts.settings;
  return [
    {
      name: 'planReminders',
      run: async (now) => {
        if (timeOfDay(now) < remindersAt) return;
        await planReminders(parts, { day: isoDateIn(now), startsAt: remindersAt, now });
      },
    },
    {
      name: 'sendDigests',
      run: async () => {
        const { lost } = await sendDigests(parts);
        if (lost > 0)
          report(
            `Письма с напоминаниями: неизвестно, ушли ли ${lost}: сервер остановился во время отправки. Повторно не отправлены.`,
          );
      },
    },
  ];
}

/** «07:05» in the time zone of the machine, which is the office's own. */
function timeOfDay(now: Date): string {
  return now.toTimeString().slice(0, 5);
}
