import { foldText } from '../basics/fold-text.ts';
import { municipalityIndex } from './municipality-index.ts';
import type { OrgUnit } from './org-unit.ts';
import type { RegisterRow } from './register-row.ts';
import type { ParentOfStep, Refused, RegisterStep } from './register-step.ts';

type LegalEntity = {
  readonly ref: ParentOfStep;
  readonly place: string;
};

/** Schools as parents of branches: those of the tree and those of rows taken so far, by code, ИНН and names. */
export function legalEntityIndex(units: readonly OrgUnit[], rows: readonly RegisterRow[]) {
  const findPlace = municipalityIndex(units, []);
  const placeOf = (name: string | null): string =>
    name === null ? '' : (findPlace(name)?.id ?? foldText(name));
  const byName = new Map<string, LegalEntity[]>();
  const put = (names: readonly (string | null)[], entity: LegalEntity): void => {
    for (const name of new Set(names.flatMap((each) => (each === null ? [] : [foldText(each)])))) {
      byName.set(name, [...(byName.get(name) ?? []), entity]);
    }
  };
  for (const unit of units) {
    if (unit.kind !== 'school') continue;
    put([unit.name, unit.shortName, unit.inn, unit.code], {
      ref: { known: unit },
      place: unit.parentId ?? '',
    });
  }
  const branches = new Map(
    rows
      .filter((row) => row.kind === 'branch')
      .flatMap((row) =>
        [row.name, row.shortName, row.code].map((name) => [foldText(name ?? ''), row] as const),
      ),
  );

  return {
    /** The school of a step may now be a parent. */
    add: (row: RegisterRow, step: RegisterStep, at: number): void => {
      // A school of the tree is in the index already.
      if (step.action !== 'add') return;
      put([row.name, row.shortName, row.inn, row.code], {
        ref: { step: at },
        place: placeOf(row.municipality),
      });
    },
    parentOf: (row: RegisterRow): ParentOfStep | Refused => {
      if (row.parent === null) return { field: 'parent', code: 'parent-missing' };
      const found = byName.get(foldText(row.parent)) ?? [];
      const near = found.filter((entity) => entity.place === placeOf(row.municipality));
      const [entity, another] = near.length > 0 ? near : found;
      if (another !== undefined) return { field: 'parent', code: 'parent-ambiguous' };
      if (entity !== undefined) return entity.ref;
      const branch = branches.get(foldText(row.parent));
      if (branch === undefined) return { field: 'parent', code: 'parent-unknown' };
      return { field: 'parent', code: leadsBack(row, branches) ? 'parent-cycle' : 'parent-not-school' };
    },
  };
}

/** Does the chain of parents of the branch come back to it? */
function leadsBack(row: RegisterRow, branches: ReadonlyMap<string, RegisterRow>): boolean {
  const passed = new Set<RegisterRow>();
  let at = branches.get(foldText(row.parent ?? ''));
  while (at !== undefined && !passed.has(at)) {
    if (at === row) return true;
    passed.add(at);
    at = at.parent === null ? undefined : branches.get(foldText(at.parent));
  }
  return false;
}
