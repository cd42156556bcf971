import { countSchools, type OrgUnit, type SchoolCount } from '@opora/domain/registry/org-unit.ts';
import { searchStems, searchTextOf } from '@opora/domain/registry/school-name.ts';

/** One line of the tree as it is drawn. */
export type TreeLine = {
  readonly unit: OrgUnit;
  /** From 1 for the uppermost. */
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasBelow: boolean;
  /** Schools below, and the unit itself when it is one. */
  readonly count: SchoolCount;
};

type TreeView = {
  readonly open: ReadonlySet<string>;
  readonly search: string;
  readonly today: string;
};

/** Lines in the order of drawing. A search leaves what it finds with everything above it, all open. */
export function treeLines(units: readonly OrgUnit[], view: TreeView): TreeLine[] {
  const ids = new Set(units.map((unit) => unit.id));
  const below = Map.groupBy(units, (unit) =>
    unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null,
  );
  const shown = view.search.trim() === '' ? null : foundWithAbove(units, view.search);
  const counts = new Map<string, SchoolCount>();
  const count = (unit: OrgUnit): SchoolCount => {
    const own = countSchools([unit], view.today);
    const sum = (below.get(unit.id) ?? []).map(count).reduce(plus, own);
    counts.set(unit.id, sum);
    return sum;
  };
  const lines = (parent: string | null, level: number): TreeLine[] =>
    (below.get(parent) ?? [])
      .filter((unit) => shown === null || shown.has(unit.id))
      .flatMap((unit) => {
        const hasBelow = (below.get(unit.id) ?? []).some((each) => shown === null || shown.has(each.id));
        const isOpen = hasBelow && (shown !== null || view.open.has(unit.id));
        const line = { unit, level, isOpen, hasBelow, count: counts.get(unit.id) ?? nothing };
        return isOpen ? [line, ...lines(unit.id, level + 1)] : [line];
      });
  for (const unit of below.get(null) ?? []) count(unit);
  return lines(null, 1);
}

const nothing: SchoolCount = { legalEntities: 0, objects: 0 };

const plus = (one: SchoolCount, other: SchoolCount): SchoolCount => ({
  legalEntities: one.legalEntities + other.legalEntities,
  objects: one.objects + other.objects,
});

function foundWithAbove(units: readonly OrgUnit[], search: string): Set<string> {
  const stems = searchStems(search).map((stem) => ` ${stem}`);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Set<string>();
  for (const unit of units) {
    const text = searchTextOf(unit);
    if (!stems.every((stem) => text.includes(stem))) continue;
    let at: OrgUnit | undefined = unit;
    while (at !== undefined && !found.has(at.id)) {
      found.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
  }
  return found;
}

/** Where a key takes the reader in the tree (WAI-ARIA tree pattern), and what it opens or folds. Null: the key is not the tree's. */
export function treeMove(
  lines: readonly TreeLine[],
  at: number,
  key: string,
): { readonly at: number; readonly toggle: string | null } | null {
  const line = lines[at];
  if (line === undefined) return null;
  const stay = { at, toggle: null };
  switch (key) {
    case 'ArrowDown':
      return { ...stay, at: Math.min(at + 1, lines.length - 1) };
    case 'ArrowUp':
      return { ...stay, at: Math.max(at - 1, 0) };
    case 'Home':
      return { ...stay, at: 0 };
    case 'End':
      return { ...stay, at: lines.length - 1 };
    case 'ArrowRight':
      if (!line.hasBelow) return stay;
      return line.isOpen ? { ...stay, at: at + 1 } : { at, toggle: line.unit.id };
    case 'ArrowLeft':
      if (line.isOpen) return { at, toggle: line.unit.id };
      return {
        ...stay,
        at: Math.max(
          0,
          lines.findIndex((above) => above.unit.id === line.unit.parentId),
        ),
      };
    default:
      return null;
  }
}
