import { Refusal } from '@opora/domain/basics/refusal.ts';

type Changed = { readonly numDeletedRows: bigint } | { readonly numUpdatedRows: bigint };

/**
 * Throws unless the statement has changed exactly so many rows. Row security leaves out silently what the actor may not change, and
 * somebody may have been faster: in both cases the answer must not be that it is done.
 */
export function expectRows(changed: Changed, count: number): void {
  const found = 'numDeletedRows' in changed ? changed.numDeletedRows : changed.numUpdatedRows;
  if (found !== BigInt(count)) throw new Refusal('changed-meanwhile');
}
