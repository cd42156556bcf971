import type { CalendarDate } from '../basics/calendar-date.ts';
import { schoolYear, schoolYearStartOf } from '../basics/school-calendar.ts';
import type { Deadline } from '../plans/deadline.ts';
import { draftInstances } from '../plans/draft-instances.ts';
import { deadlineContextOf } from '../plans/plan-context.ts';
import { readDeadline } from '../plans/read-deadline.ts';
import type { Reckoning } from '../plans/reckoning.ts';

/** Decisions of a hearing are for the rest of its school year: so «до 15 января» said in November is the next one. */
export function protocolPeriod(heldOn: CalendarDate): {
  readonly periodStartsOn: CalendarDate;
  readonly periodEndsOn: CalendarDate;
} {
  return { periodStartsOn: heldOn, periodEndsOn: schoolYear(schoolYearStartOf(heldOn)).end };
}

export function readDecisionDeadline(raw: string, heldOn: CalendarDate, reckoning: Reckoning): Deadline {
  return readDeadline(raw, deadlineContextOf({ ...protocolPeriod(heldOn), actOn: heldOn }, reckoning));
}

/** The days by which a decision is to be carried out; empty when the phrase names none, null among them when one is not known yet. */
export function decisionDays(
  raw: string,
  heldOn: CalendarDate,
  reckoning: Reckoning,
): (CalendarDate | null)[] {
  const deadline = readDecisionDeadline(raw, heldOn, reckoning);
  const context = { ...protocolPeriod(heldOn), actOn: heldOn, schoolIds: [], reckoning };
  return draftInstances(deadline, context).map(({ dueOn }) => dueOn);
}
