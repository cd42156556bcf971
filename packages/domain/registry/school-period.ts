import { z } from 'zod';
import { Refusal } from '../basics/refusal.ts';
import { CalendarDateText } from './org-unit.ts';

/** ШНОР (low results) and ШССУ (difficult social conditions); a school may be in both at once. */
export const categories = ['low-results', 'difficult-conditions'] as const;

const Period = z.object({
  fromOn: CalendarDateText,
  /** Last day; null while no end is known. */
  untilOn: CalendarDateText.nullable(),
});

/** A category given to a school by an act for a period. */
export const SchoolCategoryFields = Period.extend({
  category: z.enum(categories),
  actNumber: z
    .string()
    .trim()
    .max(60)
    .nullable()
    .transform((value) => (value === '' ? null : value)),
  actOn: CalendarDateText.nullable(),
});
export type SchoolCategoryFields = z.infer<typeof SchoolCategoryFields>;

/** Taking part in a project («500+») for a period. */
export const ProjectMembershipFields = Period.extend({ project: z.string().trim().min(1).max(300) });
export type ProjectMembershipFields = z.infer<typeof ProjectMembershipFields>;

const Kept = z.object({ id: z.uuid(), orgUnitId: z.uuid(), version: z.number().int() });
export const SchoolCategory = SchoolCategoryFields.extend({
  ...Kept.shape,
  /** The approved list that gave it; null where somebody entered it. */
  identificationRunId: z.uuid().nullable(),
});
export type SchoolCategory = z.infer<typeof SchoolCategory>;
export const ProjectMembership = ProjectMembershipFields.extend(Kept.shape);
export type ProjectMembership = z.infer<typeof ProjectMembership>;

type Dated = { readonly fromOn: string; readonly untilOn: string | null };

/** In force on the day; the first and the last day count. */
export function isInForce(period: Dated, on: string): boolean {
  return period.fromOn <= on && (period.untilOn === null || period.untilOn >= on);
}

/** Throws when the period ends before it begins, or shares a day with one of `others`, which are of the same category or project. */
export function checkPeriod(period: Dated, others: readonly Dated[]): void {
  if (period.untilOn !== null && period.untilOn < period.fromOn) throw new Refusal('registry-period-wrong');
  const end = period.untilOn ?? '9999-12-31';
  const isShared = others.some(
    (other) => other.fromOn <= end && period.fromOn <= (other.untilOn ?? '9999-12-31'),
  );
  if (isShared) throw new Refusal('registry-period-overlaps');
}
