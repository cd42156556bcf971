import type { ScopePath } from '../basics/actor.ts';
import type { OrgUnit } from '../registry/org-unit.ts';

/**
 * The node of the tree that a plan of this unit addresses. An authority or an institute stands beside the schools it answers
 * for, so its plan addresses all below its parent.
 */
export function territoryOf(unit: Pick<OrgUnit, 'kind' | 'scope'>): ScopePath {
  const beside = unit.kind === 'authority' || unit.kind === 'institute';
  return beside ? unit.scope.slice(0, unit.scope.lastIndexOf('.')) : unit.scope;
}
