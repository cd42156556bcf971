import type { CalendarDate } from '../basics/calendar-date.ts';
import type { OrgUnit } from '../registry/org-unit.ts';
import { canBeLate, type InstanceState } from './instance-state.ts';
import { actIn } from './act-words.ts';
import type { Edition } from './edition.ts';
import type { Activity, PlanFields, PlanSection } from './plan.ts';
import type { PrintedActivity, PrintedPlan } from './printed-plan.ts';

type AmendingAct = Pick<Edition, 'actType' | 'actNumber' | 'actOn'>;

/** A row of any edition of a plan. */
type PrintableActivity = Pick<Activity, 'sectionId' | 'no' | 'title' | 'deadline' | 'terms'> & {
  readonly parties: readonly { readonly raw: string }[];
  readonly expected: readonly { readonly raw: string }[];
};

type Printable = PlanFields & {
  readonly sections: readonly PlanSection[];
  readonly activities: readonly PrintableActivity[];
};

/**
 * The plan as it goes on paper; `units` are the participating schools, from which branches are put beside their legal entity;
 * `amendedBy` are the acts of the later editions, the earliest first.
 */
export function printPlan(
  plan: Printable,
  units: readonly OrgUnit[],
  today: CalendarDate,
  amendedBy: readonly AmendingAct[] = [],
): PrintedPlan {
  const inSection = (sectionId: string | null) =>
    plan.activities
      .filter((activity) => activity.sectionId === sectionId)
      .map((activity) => printActivity(activity, today));
  const unsectioned = inSection(null);
  return {
    authority: plan.actAuthority,
    actType: plan.actType,
    actNumber: plan.actNumber,
    actDate: plan.actOn,
    amendedBy: amendedBy.map((act) => actIn(act, 'genitive')),
    title: plan.annexTitle ?? plan.title,
    goal: plan.goal,
    tasks: plan.tasks,
    expectedResults: plan.expectedResults,
    schools: printSchools(units),
    sections: [
      ...(unsectioned.length === 0 ? [] : [{ title: null, activities: unsectioned }]),
      ...plan.sections.map(({ id, title }) => ({ title, activities: inSection(id) })),
    ],
    abbreviations: plan.abbreviations,
  };
}

function printActivity(activity: PrintableActivity, today: CalendarDate): PrintedActivity {
  const { start, end } = bounds(activity.terms);
  const all = activity.terms.flatMap(({ counts, dueOn }) =>
    Object.entries(counts).map(([state, count]) => ({
      state: state as InstanceState,
      count: count ?? 0,
      dueOn,
    })),
  );
  const sum = (rows: readonly { readonly count: number }[]): number =>
    rows.reduce((total, { count }) => total + count, 0);
  return {
    no: activity.no,
    title: activity.title,
    deadline: activity.deadline.raw,
    startsOn: start,
    dueOn: end,
    responsible: activity.parties.map((party) => party.raw),
    expected: activity.expected.map((result) => result.raw),
    instances: sum(all.filter(({ state }) => state !== 'cancelled')),
    accepted: sum(all.filter(({ state }) => state === 'accepted')),
    late: sum(all.filter(({ state, dueOn }) => canBeLate(state) && dueOn !== null && dueOn < today)),
  };
}

function bounds(terms: Activity['terms']): { start: CalendarDate | null; end: CalendarDate | null } {
  const starts = terms.flatMap(({ startsOn }) => (startsOn === null ? [] : [startsOn]));
  const ends = terms.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  return { start: starts.toSorted()[0] ?? null, end: ends.toSorted().at(-1) ?? null };
}

function printSchools(units: readonly OrgUnit[]): PrintedPlan['schools'] {
  const ids = new Set(units.map(({ id }) => id));
  const branches = units.filter(
    ({ kind, parentId }) => kind === 'branch' && parentId !== null && ids.has(parentId),
  );
  return units
    .filter((unit) => !branches.includes(unit))
    .map(({ id, name }) => ({
      name,
      branches: branches.filter(({ parentId }) => parentId === id).map((unit) => unit.name),
    }));
}
