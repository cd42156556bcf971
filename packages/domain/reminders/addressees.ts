import { rolesInForce, type Assignment } from '../accounts/role-term.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';

type Held = Pick<Assignment, 'id' | 'personId' | 'fromOn' | 'untilOn' | 'acting' | 'inPlaceOfId'>;

/**
 * Roles that speak today: those in force, without such as another holds today in the person's absence. What goes to a role goes to these.
 */
export function speakingRoles<T extends Held>(assignments: readonly T[], today: CalendarDate): T[] {
  const inForce = rolesInForce(assignments, today);
  const standsFor = new Set(inForce.filter(({ acting }) => acting).map(({ inPlaceOfId }) => inPlaceOfId));
  return inForce.filter(({ id }) => !standsFor.has(id));
}

/**
 * Who is told today what is addressed to a person by name: she herself while one of her roles speaks, else those who took her roles over,
 * for an absence or for good, and so on along the chain. Nobody when nobody took them over.
 */
export function addresseesOf(
  assignments: readonly Held[],
  today: CalendarDate,
): (personId: string) => readonly string[] {
  const speaking = new Set(speakingRoles(assignments, today).map(({ id }) => id));
  const ofPerson = Map.groupBy(assignments, ({ personId }) => personId);
  const takenOver = Map.groupBy(
    assignments.filter(({ inPlaceOfId, fromOn }) => inPlaceOfId !== null && fromOn <= today),
    ({ inPlaceOfId }) => inPlaceOfId,
  );
  const successors = (held: Held, seen: ReadonlySet<string>): string[] => {
    if (seen.has(held.id)) return [];
    const known = new Set([...seen, held.id]);
    return (takenOver.get(held.id) ?? []).flatMap((next) =>
      speaking.has(next.id) ? [next.personId] : successors(next, known),
    );
  };
  return (personId) => {
    const own = ofPerson.get(personId) ?? [];
    if (own.some(({ id }) => speaking.has(id))) return [personId];
    const found = own.flatMap((held) => successors(held, new Set()));
    return [...new Set(found)].filter((id) => id !== personId);
  };
}

/**
 * Who stands in for a person that is away today, by her own choice; along the chain when that one is away too. `null` of `standInOf`: not
 * away. Gives the person herself when she is not away, and null when nobody stands in: then nobody is told, she was told before.
 */
export function presentFor(
  personId: string,
  standInOf: (personId: string) => { readonly standInId: string | null } | null,
  mayStandIn: (personId: string, forPersonId: string) => boolean,
): string | null {
  const seen = new Set<string>();
  let current = personId;
  for (;;) {
    const away = standInOf(current);
    if (away === null) return current;
    const { standInId } = away;
    seen.add(current);
    if (standInId === null || seen.has(standInId) || !mayStandIn(standInId, personId)) return null;
    current = standInId;
  }
}
