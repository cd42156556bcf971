import { isSameValue } from '../basics/same-value.ts';
import { compareRows, type RowChange } from './compare-rows.ts';
import type {
  ActivityDefinition,
  PlanDefinition,
  SchoolDefinition,
  SectionDefinition,
} from './plan-definition.ts';

export const comparedPlanFields = [
  'title',
  'goal',
  'tasks',
  'expectedResults',
  'abbreviations',
  'periodStartsOn',
  'periodEndsOn',
  'controller',
  'controllerId',
] as const;
export type ComparedPlanField = (typeof comparedPlanFields)[number];

export const comparedActivityFields = ['no', 'title', 'deadline', 'parties', 'expected'] as const;
export type ComparedActivityField = (typeof comparedActivityFields)[number];

export type ActivityChange = RowChange<ActivityDefinition, ComparedActivityField>;
export type SectionChange = RowChange<SectionDefinition, 'title'>;
export type PlanFieldChange = {
  [F in ComparedPlanField]: {
    readonly field: F;
    readonly from: PlanDefinition[F];
    readonly to: PlanDefinition[F];
  };
}[ComparedPlanField];

/** What one state of a plan has that another has not. Rows that stayed as they were are in it too, so that it can be read whole. */
export type PlanComparison = {
  readonly fields: readonly PlanFieldChange[];
  readonly sections: readonly SectionChange[];
  readonly activities: readonly ActivityChange[];
  readonly schoolsAdded: readonly SchoolDefinition[];
  readonly schoolsRemoved: readonly SchoolDefinition[];
};

export function comparePlans(before: PlanDefinition, after: PlanDefinition): PlanComparison {
  const schoolIds = (plan: PlanDefinition) => new Set(plan.schools.map(({ id }) => id));
  const [had, has] = [schoolIds(before), schoolIds(after)];
  return {
    fields: comparedPlanFields.flatMap((field) =>
      isSameValue(before[field], after[field])
        ? []
        : // The pair is of one field: the union cannot be made from a variable field without saying so.
          ({ field, from: before[field], to: after[field] } as PlanFieldChange),
    ),
    sections: compareRows(before.sections, after.sections, { fields: ['title'] }),
    activities: compareRows(before.activities, after.activities, {
      fields: comparedActivityFields,
      groupOf: ({ sectionId }) => sectionId,
    }),
    schoolsAdded: after.schools.filter(({ id }) => !had.has(id)),
    schoolsRemoved: before.schools.filter(({ id }) => !has.has(id)),
  };
}

type AnyChange = Pick<RowChange<unknown, PropertyKey>, 'from' | 'to' | 'fields' | 'moved'>;

export const changeKinds = ['added', 'removed', 'moved', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** None for a row that stayed as it was; a row may be moved and changed at once. */
export function kindsOfChange(change: AnyChange): ChangeKind[] {
  if (change.from === null) return ['added'];
  if (change.to === null) return ['removed'];
  const moved = change.moved ? (['moved'] as const) : [];
  return [...moved, ...(change.fields.length > 0 ? (['changed'] as const) : [])];
}

export function countChanges(changes: readonly AnyChange[]): Record<ChangeKind, number> {
  const counts = { added: 0, removed: 0, moved: 0, changed: 0 };
  for (const kind of changes.flatMap(kindsOfChange)) counts[kind] += 1;
  return counts;
}

export function hasChanges(comparison: PlanComparison): boolean {
  const { fields, schoolsAdded, schoolsRemoved, sections, activities } = comparison;
  return (
    fields.length + schoolsAdded.length + schoolsRemoved.length > 0 ||
    [...sections, ...activities].some((change) => kindsOfChange(change).length > 0)
  );
}
