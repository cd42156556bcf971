import { Indicator } from '@opora/domain/indicators/indicator.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';

/** Every version of every definition that holds where the reader is: those of the product, and of offices on her line. */
export async function listDefinitions(db: Db): Promise<readonly Indicator[]> {
  const rows = await db.selectFrom('indicator_definition').select('content').execute();
  return [...shippedIndicators, ...rows.map(({ content }) => Indicator.parse(content))];
}
