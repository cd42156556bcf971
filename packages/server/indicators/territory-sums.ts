import { sql } from 'kysely';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { Database, Db } from '../platform/database.ts';
import { listIndicatorSums, type UnitSums } from './indicator-sum-queries.ts';

type Asked = {
  readonly indicators: readonly Pick<Indicator, 'code' | 'unit'>[];
  readonly periods: readonly string[];
};

/** Sums of one period at hand, by code and unit, with the mark of what they were made of. */
type KeptPeriod = { readonly mark: string; readonly byIndicator: Map<string, readonly UnitSums[]> };

/** A period of a region of a thousand schools and eighty indicators takes about a megabyte. */
const periodsKept = 64;

/** The sums at hand belong to the database they were made of. */
const kept = new WeakMap<Database, Map<string, KeptPeriod>>();

/**
 * Sums of municipalities as `listIndicatorSums` gives them, always as they are at this moment: what is at hand is used only while no transaction that changed the period has been
 * committed since (`indicator_change`). Asked with sight of the whole region.
 */
export async function listTerritorySums(
  db: Db,
  database: Database,
  { indicators, periods }: Asked,
): Promise<UnitSums[]> {
  const all = keptOf(database);
  // Before the sums are read: what is committed in between makes them newer than their mark, never older.
  const marks = await listMarks(db, periods);
  const found: UnitSums[] = [];
  for (const period of periods) {
    const { byIndicator } = atHand(all, period, marks.get(period) ?? '');
    const missing = indicators.filter((one) => !byIndicator.has(keyOf(one)));
    if (missing.length > 0) {
      // One after another: they share a transaction.
      // oxlint-disable-next-line no-await-in-loop
      const sums = await listIndicatorSums(db, { indicators: missing, periods: [period], by: 'territory' });
      const byCode = Map.groupBy(sums, ({ code }) => code);
      for (const one of missing) byIndicator.set(keyOf(one), byCode.get(one.code) ?? []);
    }
    for (const one of indicators) found.push(...(byIndicator.get(keyOf(one)) ?? []));
  }
  return found;
}

/** How sums are made depends on the unit of the definition that is in force. */
const keyOf = ({ code, unit }: Asked['indicators'][number]): string => `${code} ${unit}`;

function keptOf(database: Database): Map<string, KeptPeriod> {
  const known = kept.get(database) ?? new Map<string, KeptPeriod>();
  kept.set(database, known);
  return known;
}

function atHand(all: Map<string, KeptPeriod>, period: string, mark: string): KeptPeriod {
  const known = all.get(period);
  const current =
    known?.mark === mark ? known : { mark, byIndicator: new Map<string, readonly UnitSums[]>() };
  // Last used last; the first goes.
  all.delete(period);
  all.set(period, current);
  const [oldest] = all.keys();
  if (all.size > periodsKept && oldest !== undefined) all.delete(oldest);
  return current;
}

/** Operations that changed each period, as one mark: the same of the same set and of no other. An operation that was taken back is in none. Asked with sight of the whole region. */
export async function listMarks(db: Db, periods: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ period: string; mark: string }>`
    select period_code as period, count(*) || ' ' || bit_xor(hashtextextended(operation_id::text, 0)) as mark
    from indicator_change where period_code = any(${periods}::text[]) group by period_code`.execute(db);
  return new Map(rows.map(({ period, mark }) => [period, mark]));
}
