import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkRemoving } from '@opora/domain/registry/unit-use.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { deleteOrgUnits } from './register-import-queries.ts';
import { findOrgUnit } from './registry-queries.ts';
import { type ListLaterUses, listUnitUses } from './unit-use-queries.ts';

/** Removes a unit entered by mistake. What is not asked for here (a file, a draft) the database refuses by its keys. */
export async function removeOrgUnit(
  tx: Tx,
  id: string,
  means: { readonly allow: Call['allow']; readonly listLaterUses: ListLaterUses },
): Promise<void> {
  const unit = await findOrgUnit(tx, id);
  if (unit === undefined) throw new Refusal('not-found');
  means.allow('registry.manage', unit);
  checkRemoving([...(await listUnitUses(tx, unit, null)), ...(await means.listLaterUses(tx, unit, null))]);
  await deleteOrgUnits(tx, [id]);
}
