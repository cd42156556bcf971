import { z } from 'zod';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { categories, isInForce, type SchoolCategory } from '../registry/school-period.ts';
import type { Participation } from './school-share.ts';

/** A school whose status has changed since the act: who takes part is for the next act to say. */
export const ParticipantQuestion = z.object({
  schoolId: z.uuid(),
  name: z.string(),
  /** `gained`: it has the category of the plan's schools and takes no part; `lost`: it has it no more; `closed`: it is closed. */
  kind: z.enum(['gained', 'lost', 'closed']),
  category: z.enum(categories).nullable(),
  /** Since when. */
  on: z.string(),
});
export type ParticipantQuestion = z.infer<typeof ParticipantQuestion>;

type Held = Pick<SchoolCategory, 'orgUnitId' | 'category' | 'fromOn' | 'untilOn'> & { readonly name: string };

type Given = {
  /** Everybody who ever took part. */
  readonly participations: readonly Participation[];
  /** Of all schools on the plan's territory. */
  readonly held: readonly Held[];
  readonly actOn: CalendarDate;
  readonly today: CalendarDate;
};

/**
 * Schools that the plan may have to take in or let go. A plan is of a category when at least half of its schools held it on the day of the
 * act; a plan whose schools held none raises no question about categories.
 */
export function participantQuestions({ participations, held, actOn, today }: Given): ParticipantQuestion[] {
  const taking = participations.filter(({ untilOn }) => untilOn === null || untilOn >= today);
  const ids = new Set(taking.map(({ orgUnitId }) => orgUnitId));
  const own = categories.filter((category) => {
    const holders = held.filter(
      (each) => each.category === category && ids.has(each.orgUnitId) && isInForce(each, actOn),
    );
    return holders.length > 0 && holders.length * 2 >= ids.size;
  });
  const ofPlan = held.filter(({ category }) => own.includes(category));
  return [
    ...taking.flatMap(({ orgUnitId, name, closedOn }): ParticipantQuestion[] =>
      closedOn !== null && closedOn < today
        ? [{ schoolId: orgUnitId, name, kind: 'closed', category: null, on: closedOn }]
        : [],
    ),
    ...lost(taking, ofPlan, today),
    ...gained(ids, ofPlan, { actOn, today }),
  ];
}

function lost(
  taking: readonly Participation[],
  held: readonly Held[],
  today: CalendarDate,
): ParticipantQuestion[] {
  return taking.flatMap(({ orgUnitId, name }) => {
    const past = held.filter((each) => each.orgUnitId === orgUnitId);
    const last = past.toSorted((a, b) => (a.untilOn ?? '').localeCompare(b.untilOn ?? '')).at(-1);
    if (last === undefined || last.untilOn === null || past.some((each) => isInForce(each, today))) return [];
    return last.untilOn < today
      ? [{ schoolId: orgUnitId, name, kind: 'lost', category: last.category, on: last.untilOn }]
      : [];
  });
}

function gained(
  taking: ReadonlySet<string>,
  held: readonly Held[],
  { actOn, today }: Pick<Given, 'actOn' | 'today'>,
): ParticipantQuestion[] {
  const fresh = held.filter(
    (each) => !taking.has(each.orgUnitId) && each.fromOn > actOn && isInForce(each, today),
  );
  const bySchool = new Map(fresh.map((each) => [each.orgUnitId, each]));
  return [...bySchool.values()].map(({ orgUnitId, name, category, fromOn }) => ({
    schoolId: orgUnitId,
    name,
    kind: 'gained',
    category,
    on: fromOn,
  }));
}
