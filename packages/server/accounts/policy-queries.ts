import { randomUUID } from 'node:crypto';
import type { SignInPolicy } from '@opora/domain/accounts/people-contract.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { Db, Tx } from '../platform/database.ts';
import { rootScope } from '../platform/system-entry.ts';

/** Until an administrator decides, nothing is demanded. */
export async function getSignInPolicy(db: Db): Promise<SignInPolicy> {
  const row = await db
    .selectFrom('sign_in_policy')
    .select(['second_factor_roles', 'version'])
    .where('scope', '=', rootScope)
    .executeTakeFirst();
  if (row === undefined) return { secondFactorRoles: [], version: 0 };
  // Written only from the contract's own list of roles.
  return { secondFactorRoles: row.second_factor_roles as Role[], version: row.version };
}

/** False when somebody changed it since `version` was read. */
export async function saveSignInPolicy(
  tx: Tx,
  { secondFactorRoles, version }: SignInPolicy,
): Promise<boolean> {
  const roles = [...secondFactorRoles];
  if (version === 0) {
    const added = await tx
      .insertInto('sign_in_policy')
      .values({ id: randomUUID(), scope: rootScope, second_factor_roles: roles, version: 1 })
      .onConflict((conflict) => conflict.column('scope').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('sign_in_policy')
    .set({ second_factor_roles: roles, version: version + 1 })
    .where('scope', '=', rootScope)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
