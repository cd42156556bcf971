import { type Reckoning, reckoningOf } from '@opora/domain/plans/reckoning.ts';
import type { Db } from '../platform/database.ts';
import { getTerritoryCalendar } from '../registry/calendar-queries.ts';

/** By what the terms of the plans of a territory are reckoned. */
export async function getReckoning(db: Db, scope: string): Promise<Reckoning> {
  return reckoningOf(await getTerritoryCalendar(db, scope));
}
