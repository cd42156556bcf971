import type { Role, RoleGrant, ScopePath } from '../basics/actor.ts';
import { type Action, canSomewhere } from '../basics/can.ts';

/** Somebody in whose hands a role is today. */
export type Holder = RoleGrant & { readonly personId: string };

type Unit = { readonly id: string; readonly scope: ScopePath; readonly kind: string };

/** Who is reminded of what an organisation has to do: as executor, as keeper of its plans. */
export type UnitDuty = { readonly personId: string; readonly unitId: string };

/** Who is asked to accept what is done at a node. Level 0 are the nearest; 1 are asked when those of 0 submitted it themselves. */
export type AcceptDuty = { readonly personId: string; readonly scope: ScopePath; readonly level: 0 | 1 };

const schoolRoles: readonly Role[] = ['school-director', 'school-coordinator'];
/** They stand so near to what is submitted that nobody above needs to be asked. */
const nearRoles: readonly Role[] = ['municipal-coordinator', 'curator'];

const may = (role: Role, action: Action): boolean =>
  canSomewhere({ personId: '', grants: [{ role, scope: '' }] }, action);

/**
 * For each organisation those who speak for it: a school's own people (for its branches too), an office's coordinators and
 * methodologists, and for an authority also those of the territory it stands in. An administrator only where there is nobody else.
 */
export function unitDuties(units: readonly Unit[], holders: readonly Holder[]): UnitDuty[] {
  const at = Map.groupBy(holders, ({ scope }) => scope);
  return units.flatMap((unit) => {
    const isSchool = unit.kind === 'school' || unit.kind === 'branch';
    const nodes = isSchool ? lineUp(unit.scope) : placesOf(unit);
    const speaks = (role: Role): boolean =>
      isSchool ? schoolRoles.includes(role) : may(role, 'plans.manage');
    const found = nodes.flatMap((scope) => at.get(scope) ?? []).filter(({ role }) => speaks(role));
    return unlessAlone(found).map((personId) => ({ personId, unitId: unit.id }));
  });
}

/** For each node those who accept what is done at it: the nearest, and the next for what the nearest submit themselves. */
export function acceptDuties(scopes: readonly ScopePath[], holders: readonly Holder[]): AcceptDuty[] {
  const at = Map.groupBy(holders, ({ scope }) => scope);
  return [...new Set(scopes)].flatMap((scope) => {
    const levels: [Holder[], Holder[]] = [[], []];
    let level: 0 | 1 = 0;
    for (const node of lineUp(scope)) {
      const found = (at.get(node) ?? []).filter(({ role }) => may(role, 'plans.accept'));
      levels[level].push(...found);
      const isNear = found.some(({ role }) => nearRoles.includes(role));
      if (isNear && level === 1) break;
      if (isNear) level = 1;
    }
    return levels.flatMap((found, index) =>
      unlessAlone(found).map((personId) => ({ personId, scope, level: index === 0 ? 0 : 1 }) as const),
    );
  });
}

/** Those at the node, or where nobody is at the nearest above it. */
export function nearestHolders(
  node: ScopePath,
  at: ReadonlyMap<ScopePath, readonly Holder[]>,
): readonly string[] {
  const found = lineUp(node).find((one) => (at.get(one) ?? []).length > 0);
  return found === undefined ? [] : unlessAlone(at.get(found) ?? []);
}

/** The node and those above it, the nearest first. */
function lineUp(scope: ScopePath): ScopePath[] {
  const labels = scope.split('.');
  return labels.map((_, at) => labels.slice(0, labels.length - at).join('.'));
}

function placesOf({ scope, kind }: Unit): ScopePath[] {
  return kind === 'authority' ? lineUp(scope).slice(0, 2) : [scope];
}

/** People once each, administrators only when there is nobody else. */
function unlessAlone(holders: readonly Holder[]): string[] {
  const others = holders.filter(({ role }) => role !== 'administrator');
  return [...new Set((others.length > 0 ? others : holders).map(({ personId }) => personId))];
}
