import { z } from 'zod';
import { DeadlineValue } from './deadline-value.ts';
import { PartyFields, PlanFields } from './plan.ts';

export const ActivityDefinition = z.object({
  id: z.uuid(),
  sectionId: z.uuid().nullable(),
  no: z.string().max(60),
  title: z.string().max(10_000),
  deadline: DeadlineValue,
  parties: z.array(PartyFields).max(200).readonly(),
  expected: z.array(z.string().max(4000)).max(100).readonly(),
});
export type ActivityDefinition = z.infer<typeof ActivityDefinition>;

export const SectionDefinition = z.object({ id: z.uuid(), title: z.string().max(1000) });
export type SectionDefinition = z.infer<typeof SectionDefinition>;

/** A participating school. */
export const SchoolDefinition = z.object({ id: z.uuid(), name: z.string() });
export type SchoolDefinition = z.infer<typeof SchoolDefinition>;

/** What a plan obliges to: all that an amending act can change. The requisites of the plan's own act are no part of it. */
export const PlanDefinition = PlanFields.pick({
  title: true,
  goal: true,
  tasks: true,
  expectedResults: true,
  abbreviations: true,
  periodStartsOn: true,
  periodEndsOn: true,
  controller: true,
  controllerId: true,
}).extend({
  sections: z.array(SectionDefinition).readonly(),
  schools: z.array(SchoolDefinition).readonly(),
  /** In the order of the plan; those of one section stand together, those without a section first. */
  activities: z.array(ActivityDefinition).readonly(),
});
export type PlanDefinition = z.infer<typeof PlanDefinition>;

/** Rows in the order in which the plan is read: by section, within a section as they stood. */
export function inPlanOrder<T extends { readonly sectionId: string | null }>(
  sections: readonly { readonly id: string }[],
  activities: readonly T[],
): T[] {
  const order = new Map(sections.map(({ id }, at) => [id, at]));
  const placeOf = ({ sectionId }: T): number => (sectionId === null ? -1 : (order.get(sectionId) ?? -1));
  return activities.toSorted((one, other) => placeOf(one) - placeOf(other));
}
