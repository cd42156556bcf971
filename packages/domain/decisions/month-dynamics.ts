import { z } from 'zod';
import { addDays, type CalendarDate } from '../basics/calendar-date.ts';
import { canBeLate } from '../plans/instance-state.ts';
import type { StateCounts } from '../plans/plan.ts';
import type { InstanceState } from '../plans/instance-state.ts';

const Share = z.object({ done: z.number().int(), total: z.number().int() });

/** What was due in one month and how it stands today. */
export const MonthDynamics = z.object({
  /** `YYYY-MM`. */
  month: z.string(),
  /** Due in the month, cancelled ones left out. */
  planned: z.number().int(),
  accepted: z.number().int(),
  /** Past their day and still waiting for the executor. */
  late: z.number().int(),
  /** Of all schools of the same plans together; null for who does not see them. */
  all: Share.nullable(),
});
export type MonthDynamics = z.infer<typeof MonthDynamics>;

/** Instances that were due on one day, by state. */
export type DueCounts = { readonly dueOn: CalendarDate; readonly counts: StateCounts };

/** The last `months` months up to today's, each with what was due in it; those before the first term are left out. */
export function monthDynamics(
  own: readonly DueCounts[],
  all: readonly DueCounts[] | null,
  { today, months }: { readonly today: CalendarDate; readonly months: number },
): MonthDynamics[] {
  const ofAll = all === null ? null : Map.groupBy(all, monthOfDue);
  const ofOwn = Map.groupBy(own, monthOfDue);
  const shown = monthsBack(today, months);
  const first = shown.findIndex((month) => ofOwn.has(month) || ofAll?.has(month) === true);
  return (first === -1 ? [] : shown.slice(first)).map((month) => {
    const rows = ofOwn.get(month) ?? [];
    return {
      month,
      planned: sum(rows, (state) => state !== 'cancelled'),
      accepted: sum(rows, isAccepted),
      late: sum(
        rows.filter(({ dueOn }) => dueOn < today),
        canBeLate,
      ),
      all:
        ofAll === null
          ? null
          : {
              done: sum(ofAll.get(month) ?? [], isAccepted),
              total: sum(ofAll.get(month) ?? [], (state) => state !== 'cancelled'),
            },
    };
  });
}

const monthOfDue = ({ dueOn }: DueCounts): string => dueOn.slice(0, 7);
const isAccepted = (state: InstanceState): boolean => state === 'accepted';

function sum(rows: readonly DueCounts[], counts: (state: InstanceState) => boolean): number {
  return rows
    .flatMap((row) => Object.entries(row.counts) as [InstanceState, number][])
    .filter(([state]) => counts(state))
    .reduce((total, [, count]) => total + count, 0);
}

/** The earliest first. */
function monthsBack(today: CalendarDate, count: number): string[] {
  const months = [today.slice(0, 7)];
  while (months.length < count) months.unshift(addDays(`${months[0] ?? ''}-01`, -1).slice(0, 7));
  return months;
}
