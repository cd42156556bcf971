import { z } from 'zod';
import { type Actor, isWithin, type ScopePath } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import type { InstanceState } from './instance-state.ts';

/** «Доля ШНОР, заключивших соглашения»: which schools of the plan have done an activity by a day, of which. */
export const SchoolShare = z.object({
  on: z.string(),
  /** Schools that took part on that day; those that had done it come first. */
  schools: z.array(
    z.object({
      orgUnitId: z.uuid(),
      name: z.string(),
      isDone: z.boolean(),
      /** When the last of what was due was accepted; null while it is not. */
      doneOn: z.string().nullable(),
    }),
  ),
  /** How many of `schools` had done it. */
  n: z.number().int(),
  total: z.number().int(),
});
export type SchoolShare = z.infer<typeof SchoolShare>;

/** A school's time in a plan, and its own. Each end is inclusive; null: no bound. */
export type Participation = {
  readonly orgUnitId: string;
  readonly name: string;
  readonly fromOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  readonly openedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
};

/** An instance of the activity in a school, with the days of its states, the earliest first. */
export type SchoolInstance = {
  readonly schoolId: string;
  readonly dueOn: CalendarDate | null;
  readonly history: readonly { readonly on: CalendarDate; readonly state: InstanceState }[];
};

/**
 * The share as it was at the end of a day, out of the plan's own records. The denominator is who took part that day and was open;
 * the numerator are those of them with something accepted and nothing due by that day left open. A cancelled instance asks nothing.
 */
export function schoolShare(
  participations: readonly Participation[],
  instances: readonly SchoolInstance[],
  on: CalendarDate,
): SchoolShare {
  const taking = new Map(
    participations.filter((school) => isParticipant(school, on)).map((school) => [school.orgUnitId, school]),
  );
  const bySchool = Map.groupBy(instances, ({ schoolId }) => schoolId);
  const schools = [...taking.values()].map(({ orgUnitId, name }) => {
    const doneOn = doneDay(bySchool.get(orgUnitId) ?? [], on);
    return { orgUnitId, name, isDone: doneOn !== null, doneOn };
  });
  return {
    on,
    schools: schools.toSorted((left, right) => Number(right.isDone) - Number(left.isDone)),
    n: schools.filter(({ isDone }) => isDone).length,
    total: schools.length,
  };
}

/** Does the person see every school of a plan on this territory? */
export function seesAllSchools(actor: Actor, territory: ScopePath): boolean {
  return actor.grants.some((grant) => isWithin(territory, grant.scope));
}

/** Was the school open and in the plan that day? */
export function isParticipant(school: Participation, on: CalendarDate): boolean {
  const starts = [school.fromOn, school.openedOn];
  const ends = [school.untilOn, school.closedOn];
  return starts.every((day) => day === null || day <= on) && ends.every((day) => day === null || day >= on);
}

function doneDay(instances: readonly SchoolInstance[], on: CalendarDate): CalendarDate | null {
  const asked = instances.flatMap((instance) => {
    const last = instance.history.findLast((step) => step.on <= on);
    const state = last?.state ?? 'planned';
    return state === 'cancelled' ? [] : [{ state, dueOn: instance.dueOn, since: last?.on ?? null }];
  });
  const isOpen = asked.some(({ state, dueOn }) => state !== 'accepted' && dueOn !== null && dueOn <= on);
  const accepted = asked.flatMap(({ state, since }) =>
    state === 'accepted' && since !== null ? [since] : [],
  );
  return isOpen ? null : (accepted.toSorted().at(-1) ?? null);
}
