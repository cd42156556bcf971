import type { Activity } from './plan.ts';

/** Where an activity stands: in a section, before another activity of the plan; null: in none, after all. */
export type ActivityPlace = { readonly sectionId: string | null; readonly beforeId: string | null };

type Placed = Pick<Activity, 'id' | 'sectionId'>;

/** The plan's activities in their order, and the ids of its sections in theirs. */
export type PlanOrder = { readonly activities: readonly Placed[]; readonly sectionIds: readonly string[] };

export function placeOf({ activities }: PlanOrder, id: string): ActivityPlace {
  const at = activities.findIndex((activity) => activity.id === id);
  return { sectionId: activities[at]?.sectionId ?? null, beforeId: activities[at + 1]?.id ?? null };
}

/** One step up or down in its section; from its edge to the neighbouring section. Null at the edge of the plan. */
export function placeStep(order: PlanOrder, id: string, direction: 'up' | 'down'): ActivityPlace | null {
  const { sectionId } = placeOf(order, id);
  const members = order.activities.filter((activity) => activity.sectionId === sectionId);
  const at = members.findIndex((activity) => activity.id === id);
  const passed = members[direction === 'up' ? at - 1 : at + 1];
  if (passed !== undefined) {
    if (direction === 'up') return { sectionId, beforeId: passed.id };
    return { sectionId, beforeId: members[at + 2]?.id ?? placeOf(order, passed.id).beforeId };
  }
  const sections = sectionsOf(order);
  const next = sections[sections.indexOf(sectionId) + (direction === 'up' ? -1 : 1)];
  if (next === undefined) return null;
  if (direction === 'up') return placeAtEnd(order, id, next);
  const first = order.activities.find((activity) => activity.sectionId === next);
  return { sectionId: next, beforeId: first?.id ?? placeAtEnd(order, id, next).beforeId };
}

/** After the last of the section; of an empty one, before what the later sections hold. */
export function placeAtEnd(order: PlanOrder, id: string, sectionId: string | null): ActivityPlace {
  const others = order.activities.filter((activity) => activity.id !== id);
  const last = others.findLastIndex((activity) => activity.sectionId === sectionId);
  if (last >= 0) return { sectionId, beforeId: others[last + 1]?.id ?? null };
  const sections = sectionsOf(order);
  const later = new Set(sections.slice(sections.indexOf(sectionId) + 1));
  return { sectionId, beforeId: others.find((activity) => later.has(activity.sectionId))?.id ?? null };
}

/** The activities as they stand after the move. */
export function withPlace<A extends Placed>(
  activities: readonly A[],
  id: string,
  { sectionId, beforeId }: ActivityPlace,
): A[] {
  const moved = activities.find((activity) => activity.id === id);
  if (moved === undefined) return [...activities];
  const others = activities.filter((activity) => activity.id !== id);
  const found = others.findIndex((activity) => activity.id === beforeId);
  const at = found < 0 ? others.length : found;
  return [...others.slice(0, at), { ...moved, sectionId }, ...others.slice(at)];
}

/** What stands in no section is printed before the sections. */
function sectionsOf({ activities, sectionIds }: PlanOrder): (string | null)[] {
  return activities.some((activity) => activity.sectionId === null) ? [null, ...sectionIds] : [...sectionIds];
}
