import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import type { AccountRow } from './sign-in-queries.ts';

type Owner = Pick<AccountRow, 'personId' | 'scope'>;

export async function setTotp(
  tx: Tx,
  personId: string,
  totp: { readonly secret: string | null; readonly confirmedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ totp_secret: totp.secret, totp_confirmed_at: totp.confirmedAt })
    .where('id', '=', personId)
    .execute();
}

export async function replaceRecoveryCodes(tx: Tx, of: Owner, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', of.personId).execute();
  if (codes.length === 0) return;
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        id: randomUUID(),
        person_id: of.personId,
        scope: of.scope,
        code_hash: hashOf(code),
        used_at: null,
      })),
    )
    .execute();
}

/** True when the code was there and unused; of two that come at once one gets true. */
export async function takeRecoveryCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The codes have 80 bits of chance, so a plain hash cannot be guessed back. */
function hashOf(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
    .digest('hex');
}
