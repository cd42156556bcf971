import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { RegisterImportEntry } from '@opora/domain/registry/register-import-contract.ts';
import type { RegisterStep } from '@opora/domain/registry/register-step.ts';
import type { SchoolType } from '@opora/domain/registry/school-type.ts';
import type { Tx } from '../platform/database.ts';
import { scopeLabel } from './add-org-unit.ts';
import { listAllAliases } from './alias-queries.ts';
import {
  entryOfImport,
  insertRegisterChanges,
  type RegisterChange,
  type RegisterImport,
  saveOrgUnits,
  updateRegisterImport,
} from './register-import-queries.ts';
import { compareDraft, countsOf } from './review-register.ts';
import { saveSchoolTypes } from './school-type-queries.ts';
import type { FollowingCall, FollowUnits } from './unit-use-queries.ts';

/** Does in one transaction what the review said, compared anew with the tree of this moment. */
export async function applyRegister(
  by: FollowingCall,
  draft: RegisterImport,
  followUnits: FollowUnits,
): Promise<RegisterImportEntry> {
  const { tx, actor, now } = by;
  if (draft.state !== 'draft') throw new Refusal('registry-import-applied');
  const comparison = await compareDraft(tx, draft, actor);
  const changes = changesOf(comparison.steps);
  await saveOrgUnits(
    tx,
    changes.map(({ unit }) => unit),
    await aliasesByUnit(tx),
  );
  await saveSchoolTypes(
    tx,
    new Map(
      changes.flatMap(({ unit, schoolType }) =>
        schoolType === null ? [] : [[unit.id, schoolType.after] as const],
      ),
    ),
  );
  await insertRegisterChanges(
    tx,
    draft.id,
    changes.map((change) => ({ ...change, id: randomUUID() })),
  );
  const applied: RegisterImport = {
    ...draft,
    state: 'applied',
    counts: countsOf(comparison),
    appliedAt: now,
    version: draft.version + 1,
  };
  if (!(await updateRegisterImport(tx, applied))) throw new Refusal('changed-meanwhile');
  await followUnits(
    by,
    changes.flatMap(({ unit, before }) => (before === null ? [] : [{ before, after: unit }])),
  );
  return entryOfImport(applied);
}

export async function aliasesByUnit(tx: Tx): Promise<Map<string, string[]>> {
  const byUnit = Map.groupBy(await listAllAliases(tx), (alias) => alias.orgUnitId);
  return new Map([...byUnit].map(([id, aliases]) => [id, aliases.map((alias) => alias.name)]));
}

/** Gives ids and places to units to be added; the parent of one may be a step before it. */
function changesOf(steps: readonly RegisterStep[]): RegisterChange[] {
  const units: OrgUnit[] = [];
  const changes: RegisterChange[] = [];
  for (const step of steps) {
    const change = changeOf(step, units);
    units.push(change.unit);
    if (step.action !== 'keep') changes.push(change);
  }
  return changes;
}

function changeOf(step: RegisterStep, earlier: readonly OrgUnit[]): RegisterChange {
  switch (step.action) {
    case 'keep':
      return { unit: step.unit, before: step.unit, schoolType: null };
    case 'change':
      return {
        unit: { ...step.unit, ...step.fields, version: step.unit.version + 1 },
        before: step.unit,
        schoolType: typeChange(step.typeBefore, step.schoolType),
      };
    case 'add': {
      const parent = 'known' in step.parent ? step.parent.known : earlier[step.parent.step];
      if (parent === undefined) throw new Error(`row ${step.row} stands before its parent`);
      const id = randomUUID();
      const scope = `${parent.scope}.${scopeLabel(id)}`;
      return {
        unit: { ...step.fields, id, parentId: parent.id, scope, version: 1 },
        before: null,
        schoolType: typeChange(null, step.schoolType),
      };
    }
  }
}

const typeChange = (before: SchoolType | null, after: SchoolType | null): RegisterChange['schoolType'] =>
  before === after ? null : { before, after };
