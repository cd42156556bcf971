import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import { listOwnDefinitions } from './indicator-queries.ts';

/** Every version of every definition that holds where the reader is: those of the product, and of offices on her line. */
export async function listDefinitions(db: Db): Promise<readonly Indicator[]> {
  const own = await listOwnDefinitions(db);
  return [...shippedIndicators, ...own.map(({ indicator }) => indicator)];
}
