import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';

const Days = z.number().int().min(1).max(90);
const unique = (days: readonly number[]): boolean => new Set(days).size === days.length;

/** How long before a last day people are reminded; the last day itself always is. */
const DaysBefore = z.array(Days).max(5).refine(unique);

/** What an office decides for its people and plans, and for all below it that decided nothing. */
export const ReminderRules = z.object({
  daysBefore: DaysBefore,
  /** Without an event for so many days, what is in work is called stalled. */
  stalledAfterDays: Days,
  /** Days late after which the one who controls the plan is told, once for each. */
  escalateAfterDays: z.array(z.number().int().min(1).max(365)).max(5).refine(unique),
  /** How often people are told of rows without a date, and of what was done before approval and is not proven. */
  undatedEvery: z.enum(['week', 'month', 'never']),
});
export type ReminderRules = z.infer<typeof ReminderRules>;

export const usualRules: ReminderRules = {
  daysBefore: [7, 1],
  stalledAfterDays: 14,
  escalateAfterDays: [7, 30],
  undatedEvery: 'week',
};

/** Days on which the person works with nothing: both included. */
export const Absence = z.object({
  fromOn: CalendarDateText,
  untilOn: CalendarDateText,
  /** Who is reminded meanwhile; null: nobody, she is told before she leaves. */
  standInId: z.uuid().nullable(),
});
export type Absence = z.infer<typeof Absence>;

/** What a person decides for herself. */
export const OwnReminderSettings = z.object({
  byMail: z.boolean(),
  /** Null: as her office decides. */
  daysBefore: DaysBefore.nullable(),
  /** Days of the week without a reminder: 1 for Monday … 7 for Sunday. */
  quietWeekdays: z.array(z.number().int().min(1).max(7)).max(6).refine(unique),
  absences: z.array(Absence).max(20),
});
export type OwnReminderSettings = z.infer<typeof OwnReminderSettings>;

export const usualSettings: OwnReminderSettings = {
  byMail: true,
  daysBefore: null,
  quietWeekdays: [],
  absences: [],
};

type Dates = Pick<Absence, 'fromOn' | 'untilOn'>;

/** The first absence that ends before it begins, or begins before another has ended; null when all are right. */
export function wrongAbsence<T extends Dates>(
  absences: readonly T[],
): { readonly absence: T; readonly why: 'dates' | 'overlap' } | null {
  const inOrder = absences.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  for (const [at, absence] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (absence.untilOn < absence.fromOn) return { absence, why: 'dates' };
    if (before !== undefined && before.untilOn >= absence.fromOn) return { absence, why: 'overlap' };
  }
  return null;
}

export function absenceOn<T extends Dates>(absences: readonly T[], day: string): T | null {
  return absences.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn) ?? null;
}
