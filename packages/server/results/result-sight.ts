import type { Actor, ScopePath } from '@opora/domain/basics/actor.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { scopesWith } from '@opora/domain/basics/can.ts';
import type { Db } from '../platform/database.ts';
import { listUnitKinds } from './result-sum-queries.ts';

/** From where results are looked at. */
export type ResultSight = {
  /**
   * Whoever stands above a school sees it with small counts kept back, her own schools too: all that she sees together is one table. A school and its
   * curator see the school's own numbers whole and of what is above only sums.
   */
  readonly isAbove: boolean;
  readonly scopes: readonly ScopePath[];
};

export async function findResultSight(db: Db, actor: Actor): Promise<ResultSight> {
  const scopes = scopesWith(actor, 'results.read');
  const kinds = await listUnitKinds(db, scopes);
  return { isAbove: kinds.some((kind) => kind !== 'school' && kind !== 'branch'), scopes };
}

export function isInSight({ scopes }: ResultSight, scope: ScopePath): boolean {
  return scopes.some((node) => isWithin(scope, node));
}
