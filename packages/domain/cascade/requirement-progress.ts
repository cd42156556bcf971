import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline } from '../plans/deadline.ts';

/** An activity below, its instances counted. */
export type AnswerProgress = {
  /** Accepted. */
  readonly done: number;
  /** All that were not cancelled. */
  readonly total: number;
  readonly late: number;
};

export type AnswerOutcome = 'done' | 'late' | 'under-way';

/** Nothing counted is nothing done. */
export function outcomeOf({ done, total, late }: AnswerProgress): AnswerOutcome {
  if (late > 0) return 'late';
  return total > 0 && done === total ? 'done' : 'under-way';
}

/** How many of those asked answer, and how they stand: one late activity makes its unit late, all done make it done. */
export type RequirementProgress = {
  readonly asked: number;
  readonly answered: number;
  readonly done: number;
  readonly late: number;
};

/** `answers` holds, by unit, the activities in force that answer; those of units that are not asked any more do not count. */
export function requirementProgress(
  askedIds: readonly string[],
  answers: ReadonlyMap<string, readonly AnswerProgress[]>,
): RequirementProgress {
  const outcomes = askedIds.flatMap((id) => {
    const own = (answers.get(id) ?? []).map(outcomeOf);
    if (own.length === 0) return [];
    if (own.includes('late')) return ['late' as const];
    return [own.every((outcome) => outcome === 'done') ? ('done' as const) : ('under-way' as const)];
  });
  const count = (outcome: AnswerOutcome): number => outcomes.filter((each) => each === outcome).length;
  return { asked: askedIds.length, answered: outcomes.length, done: count('done'), late: count('late') };
}

/** How those further below stand; `behind`: have not followed a change of what is asked of them. */
export type BelowProgress = RequirementProgress & { readonly behind: number };

/** All of them together; null when nobody further below is asked. */
export function sumBelow(parts: readonly BelowProgress[]): BelowProgress | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.reduce(
    (sum, { asked, answered, done, late, behind }) => ({
      asked: sum.asked + asked,
      answered: sum.answered + answered,
      done: sum.done + done,
      late: sum.late + late,
      behind: sum.behind + behind,
    }),
    first,
  );
}

/** The last day on which it is asked; null when the activity above has no last day. */
export function lastDayAsked(
  requirement: { readonly dueOn: CalendarDate | null },
  deadline: Pick<Deadline, 'windows' | 'recurrence'>,
): CalendarDate | null {
  if (requirement.dueOn !== null) return requirement.dueOn;
  // The windows of what is repeated bound all of it, not one turn.
  if (deadline.recurrence !== null && deadline.windows.length === 0) return null;
  return (
    deadline.windows
      .flatMap(({ end }) => end ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** Worth a question: below it ends later than it is asked above. */
export const isLaterThanAsked = (lastDay: CalendarDate | null, asked: CalendarDate | null): boolean =>
  lastDay !== null && asked !== null && lastDay > asked;
