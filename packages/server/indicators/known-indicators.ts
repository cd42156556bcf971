import { Indicator } from '@opora/domain/indicators/indicator.ts';
import { currentIndicators, shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';

/** The newest version of every definition, shipped or of an office around. */
export async function listCurrentIndicators(db: Db): Promise<readonly Indicator[]> {
  const rows = await db.selectFrom('indicator_definition').select('content').execute();
  const own = rows.flatMap(({ content }) => {
    const read = Indicator.safeParse(content);
    return read.success ? [read.data] : [];
  });
  return currentIndicators([...shippedIndicators, ...own]);
}
