import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { RegisterImportEntry } from '@opora/domain/registry/register-import-contract.ts';
import type { Tx } from '../platform/database.ts';
import { aliasesByUnit } from './apply-register.ts';
import {
  deleteOrgUnits,
  entryOfImport,
  type KeptChange,
  listRegisterChanges,
  type RegisterImport,
  saveOrgUnits,
  updateRegisterImport,
} from './register-import-queries.ts';
import { listOrgUnits } from './registry-queries.ts';
import { listSchoolTypes, saveSchoolTypes } from './school-type-queries.ts';
import type { FollowingCall, FollowUnits } from './unit-use-queries.ts';

/** Takes back an applied import as a whole: what it added goes, what it changed is as before. Versions only grow. */
export async function undoRegister(
  by: FollowingCall,
  applied: RegisterImport,
  followUnits: FollowUnits,
): Promise<RegisterImportEntry> {
  const { tx } = by;
  if (applied.state === 'draft') throw new Refusal('import-not-applied');
  if (applied.state !== 'applied') throw new Refusal('registry-import-applied');
  const units = new Map((await listOrgUnits(tx)).map((unit) => [unit.id, unit]));
  const changes = await listRegisterChanges(tx, applied.id);
  const restored = changes.flatMap((change) => {
    const unit = untouched(change, units);
    return change.before === null ? [] : [{ ...change.before, version: unit.version + 1 }];
  });
  await saveOrgUnits(tx, restored, await aliasesByUnit(tx));
  await giveTypesBack(tx, applied, changes);
  await followUnits(
    by,
    restored.flatMap((after) => {
      const before = units.get(after.id);
      return before === undefined ? [] : [{ before, after }];
    }),
  );
  const added = changes.filter((change) => change.before === null);
  // The database refuses to delete a unit that anything refers to: then nothing is taken back.
  await deleteOrgUnits(
    tx,
    added.map((change) => change.orgUnitId),
  );
  const undone: RegisterImport = { ...applied, state: 'undone', version: applied.version + 1 };
  if (!(await updateRegisterImport(tx, undone))) throw new Refusal('changed-meanwhile');
  return entryOfImport(undone);
}

function untouched(change: KeptChange, units: ReadonlyMap<string, OrgUnit>): OrgUnit {
  const unit = units.get(change.orgUnitId);
  if (unit === undefined || unit.version !== change.versionAfter) {
    throw new Refusal('registry-import-used', { name: unit?.name ?? change.before?.name ?? '' });
  }
  return unit;
}

/** A type that somebody has changed since is no more the import's to take back. */
async function giveTypesBack(
  tx: Tx,
  { scope }: RegisterImport,
  changes: readonly KeptChange[],
): Promise<void> {
  const now = await listSchoolTypes(tx, scope);
  const given = changes.flatMap(({ orgUnitId, before, schoolType }) =>
    schoolType === null || before === null ? [] : [{ orgUnitId, name: before.name, schoolType }],
  );
  for (const { orgUnitId, name, schoolType } of given)
    if (now.get(orgUnitId) !== schoolType.after) throw new Refusal('registry-import-used', { name });
  await saveSchoolTypes(
    tx,
    new Map(given.map(({ orgUnitId, schoolType }) => [orgUnitId, schoolType.before])),
  );
}
