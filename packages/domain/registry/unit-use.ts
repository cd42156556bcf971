import { z } from 'zod';
import { Refusal } from '../basics/refusal.ts';
import type { OrgUnit } from './org-unit.ts';

/** What refers to a unit: units below it, people who work there, roles held there, and what later features know of it. */
export const unitUseKinds = ['below', 'person', 'role', 'category', 'project', 'plan', 'instance'] as const;

export const UnitUse = z.object({
  kind: z.enum(unitUseKinds),
  count: z.number().int().min(1),
  /** The first of them by name, at most `usesNamedMax`. */
  names: z.array(z.string()),
});
export type UnitUse = z.infer<typeof UnitUse>;

export const usesNamedMax = 5;

type Closing = {
  readonly before: Pick<OrgUnit, 'closedOn'>;
  readonly after: Pick<OrgUnit, 'closedOn'>;
  /** What is in use after the new closing day. */
  readonly uses: readonly UnitUse[];
  /** The person has seen the uses and closes the unit all the same. */
  readonly isDespiteUse: boolean;
};

/** Is the closing day set, or moved to an earlier one? */
export function isClosing(before: Closing['before'], after: Closing['after']): boolean {
  if (after.closedOn === null) return false;
  return before.closedOn === null || after.closedOn < before.closedOn;
}

/** Units below close first. The rest may wait on a closed unit, but only when somebody has seen it. */
export function checkClosing({ before, after, uses, isDespiteUse }: Closing): void {
  if (!isClosing(before, after)) return;
  const below = uses.find(({ kind }) => kind === 'below');
  if (below !== undefined) {
    throw new Refusal('registry-open-below', { count: below.count, names: below.names.join(', ') });
  }
  const [first] = uses;
  if (first !== undefined && !isDespiteUse)
    throw new Refusal('registry-closing-used', { count: uses.length });
}

/** Nothing opens, or opens again, below what is closed. */
export function checkOpenBelow(
  unit: Pick<OrgUnit, 'closedOn'>,
  parent: Pick<OrgUnit, 'name' | 'closedOn'> | null,
): void {
  if (parent === null || parent.closedOn === null) return;
  if (unit.closedOn === null || unit.closedOn > parent.closedOn) {
    throw new Refusal('registry-parent-closed', { name: parent.name });
  }
}

/** Only what was entered by mistake is removed: anything that refers to the unit keeps it, ended or not. */
export function checkRemoving(uses: readonly UnitUse[]): void {
  const [first] = uses;
  if (first !== undefined)
    throw new Refusal('registry-removing-used', { kind: first.kind, count: first.count });
}
