import { addDays, calendarDate, monthOf, yearOf, type CalendarDate } from '../basics/calendar-date.ts';
import { actIn } from '../plans/act-words.ts';
import { deadlineContextOf } from '../plans/draft-document.ts';
import { readDeadline } from '../plans/read-deadline.ts';
import type { Requisites } from '../plans/read-document.ts';
import { type MadeDraft, sourceLine, textDocument } from './draft-from-above.ts';
import { shiftYears } from './shift-years.ts';

/** An activity that was not done, or in part, as it goes into the plan of the next year. */
export type CarriedActivity = {
  readonly activityId: string;
  readonly no: string;
  readonly section: string | null;
  readonly title: string;
  readonly phrase: string;
  readonly parties: readonly string[];
  readonly expected: readonly string[];
  /** Where it was not done; empty: it is nobody's own. */
  readonly schools: readonly string[];
  /** Why it was not done. */
  readonly reason: string;
};

export type CarriedPlan = {
  readonly title: string;
  readonly actType: string | null;
  readonly actNumber: string | null;
  readonly actOn: CalendarDate | null;
  readonly actAuthority: string | null;
  readonly periodStartsOn: CalendarDate | null;
  readonly periodEndsOn: CalendarDate | null;
  readonly goal: string | null;
  readonly tasks: readonly string[];
  /** Participants, by name. */
  readonly schools: readonly string[];
};

/** «перенесено из п. 3.4 плана «…», причина: …». */
export function originOf({
  no,
  planTitle,
  reason,
}: {
  readonly no: string;
  readonly planTitle: string;
  readonly reason: string;
}): string {
  const place = no === '' ? '' : `п. ${no.replace(/\.$/, '')} `;
  return `перенесено из ${place}плана «${planTitle}»${reason === '' ? '' : `, причина: ${reason}`}`;
}

/** The draft of the next year's plan: phrases as printed with their years moved forward, each row with the line that tells its origin. */
export function carryOverDraft(plan: CarriedPlan, carried: readonly CarriedActivity[]): MadeDraft {
  const requisites: Requisites = {
    type: null,
    number: null,
    date: null,
    place: null,
    authority: plan.actAuthority,
    title: shiftYears(plan.title, 1),
    annexTitle: null,
    signatory: null,
    controller: null,
    basis: [],
    region: null,
    municipality: null,
    periodStart: yearLater(plan.periodStartsOn),
    periodEnd: yearLater(plan.periodEndsOn),
  };
  const context = deadlineContextOf(requisites);
  const activities = carried.map((activity, at) => ({
    no: String(at + 1),
    section: activity.section,
    title: activity.title,
    deadline: readDeadline(shiftYears(activity.phrase, 1), context),
    responsible: activity.parties,
    expected: activity.expected,
    source: sourceLine(at + 1),
  }));
  const lines = carried.map(({ no, title, phrase, schools, reason }) => {
    const where = schools.length === 0 ? '' : `. Не исполнено: ${schools.join(', ')}`;
    const term = phrase === '' ? '' : `. Срок был: ${phrase}`;
    return `${title} – ${originOf({ no, planTitle: plan.title, reason })}${term}${where}`;
  });
  return {
    reading: {
      requisites,
      goal: plan.goal,
      tasks: plan.tasks,
      expectedResults: [],
      schools: plan.schools.map((name) => ({ name, branchOf: null })),
      people: [],
      abbreviations: {},
      sections: [...new Set(carried.flatMap(({ section }) => section ?? []))],
      activities,
      indicators: [],
      warnings: [],
    },
    source: textDocument([...lines, `Исходный план: ${actIn(plan, 'nominative')} «${plan.title}»`]),
  };
}

/** The same day a year later; the last of February stays the last of February. */
function yearLater(day: CalendarDate | null): CalendarDate | null {
  if (day === null) return null;
  const next = calendarDate(yearOf(day) + 1, monthOf(day), Number(day.slice(8)));
  const isLastOfFebruary = monthOf(day) === 2 && monthOf(addDays(day, 1)) === 3;
  return isLastOfFebruary ? addDays(`${yearOf(day) + 1}-03-01`, -1) : next;
}
