import { z } from 'zod';
import { isSameValue } from '../basics/same-value.ts';
import { CalendarDateText, isOpen, isSchool, type OrgUnit } from '../registry/org-unit.ts';
import { isWithin, type ScopePath } from '../basics/actor.ts';
import { categories, isInForce, type SchoolCategory } from '../registry/school-period.ts';

/** Of whom below something is asked. */
export const RequirementLevel = z.enum(['municipality', 'school']);
export type RequirementLevel = z.infer<typeof RequirementLevel>;

/** All of the level on the territory, chosen ones, or schools of a category: whoever is such on the day, not on that of the order. */
export const RequirementWho = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('all') }),
  z.object({ choice: z.literal('chosen'), unitIds: z.array(z.uuid()).min(1).max(2000) }),
  z.object({ choice: z.literal('category'), category: z.enum(categories) }),
]);
export type RequirementWho = z.infer<typeof RequirementWho>;

/** «Требуется от муниципалитетов / от школ»: what an activity of a plan in force asks of those below. */
export const RequirementFields = z.object({
  level: RequirementLevel,
  who: RequirementWho,
  /** Until when; null: as the activity says. */
  dueOn: CalendarDateText.nullable(),
  /** What is expected of each; empty: what the activity expects. */
  expected: z.array(z.string().trim().min(1).max(4000)).max(100),
  isCancelled: z.boolean(),
});
export type RequirementFields = z.infer<typeof RequirementFields>;

/** What is asked, as one who answers it read it: what she may have to follow when it changes. */
export const RequirementState = z.object({
  title: z.string(),
  /** The deadline as printed above. */
  phrase: z.string(),
  dueOn: z.string().nullable(),
  expected: z.array(z.string()),
  isCancelled: z.boolean(),
});
export type RequirementState = z.infer<typeof RequirementState>;

export type RequirementChange = {
  readonly field: keyof RequirementState;
  readonly from: RequirementState[keyof RequirementState];
  readonly to: RequirementState[keyof RequirementState];
};

/** What has changed above since it was last seen below, field by field. */
export function requirementChanges(seen: RequirementState, current: RequirementState): RequirementChange[] {
  const fields = ['isCancelled', 'title', 'phrase', 'dueOn', 'expected'] as const;
  return fields
    .filter((field) => !isSameValue(seen[field], current[field]))
    .map((field) => ({ field, from: seen[field], to: current[field] }));
}

type Addressable = Pick<OrgUnit, 'id' | 'kind' | 'scope' | 'openedOn' | 'closedOn'>;

/**
 * Who is asked on the day. `scope`: the territory of the plan above. Of schools, a branch is asked by itself only when it is chosen or
 * holds the category: otherwise its legal entity answers for it.
 */
export function addressees<U extends Addressable>(
  requirement: { readonly level: RequirementLevel; readonly who: RequirementWho; readonly scope: ScopePath },
  units: readonly U[],
  given: { readonly today: string; readonly categories: readonly SchoolCategory[] },
): U[] {
  const { level, who, scope } = requirement;
  const below = units.filter(
    (unit) =>
      unit.scope !== scope &&
      isWithin(unit.scope, scope) &&
      isOpen(unit, given.today) &&
      (level === 'municipality' ? unit.kind === 'municipality' : isSchool(unit)),
  );
  switch (who.choice) {
    case 'all':
      return below.filter(({ kind }) => kind !== 'branch');
    case 'chosen': {
      const chosen = new Set(who.unitIds);
      return below.filter(({ id }) => chosen.has(id));
    }
    case 'category': {
      const holders = new Set(
        given.categories
          .filter((held) => held.category === who.category && isInForce(held, given.today))
          .map(({ orgUnitId }) => orgUnitId),
      );
      return below.filter(({ id }) => holders.has(id));
    }
  }
}
