import type { Place } from '@opora/domain/accounts/people-contract.ts';
import type { Db } from '../platform/database.ts';
import { isWithinAny } from './within-scopes.ts';

export type UnitRow = { readonly id: string; readonly scope: string; readonly closed_on: string | null };

export async function findUnit(db: Db, id: string): Promise<UnitRow | undefined> {
  return db
    .selectFrom('org_unit')
    .select(['id', 'scope', 'closed_on'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Organisations at and below the nodes that are open, those of a municipality together. */
export function listPlaces(db: Db, scopes: readonly string[], on: string): Promise<Place[]> {
  return db
    .selectFrom('org_unit as unit')
    .leftJoin('org_unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.scope', 'unit.kind', 'unit.name', 'above.name as above'])
    .where(isWithinAny('unit.scope', scopes))
    .where((eb) => eb.or([eb('unit.closed_on', 'is', null), eb('unit.closed_on', '>=', on)]))
    .orderBy((eb) => eb.fn('nlevel', ['unit.scope']))
    .orderBy('unit.name')
    .execute();
}
