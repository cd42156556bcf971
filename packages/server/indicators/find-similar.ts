import { blurSmallValue } from '@opora/domain/indicators/blur-small-value.ts';
import { isWeighted } from '@opora/domain/indicators/aggregate.ts';
import type { SimilarSummary } from '@opora/domain/indicators/check-finding.ts';
import { summarizeSimilar } from '@opora/domain/indicators/checks/check-similar.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type IndicatorValue, measureOf } from '@opora/domain/indicators/indicator-value.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import type { KeptForm } from './form-queries.ts';
import { listLikeSchools, listValuesOfSchools } from './similar-value-queries.ts';

/** By the number of pupils schools are of like size. */
const sizeCode = 'D01';

/** The middle of schools of like size over the whole region: no school is seen in it, nor a few pupils. */
export async function findSimilar(
  { orgUnitId, period }: KeptForm,
  indicators: readonly Indicator[],
  values: readonly Pick<IndicatorValue, 'indicator' | 'amount'>[],
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<ReadonlyMap<string, SimilarSummary>> {
  const size = values.find(({ indicator }) => indicator === sizeCode)?.amount ?? null;
  const definitions = new Map(indicators.map((one) => [one.code, one]));
  const codes = indicators.filter(({ unit }) => isWeighted(unit)).map(({ code }) => code);
  if (size === null || codes.length === 0) return new Map();
  const rows = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const schoolIds = await listLikeSchools(db, { orgUnitId, period, code: sizeCode, size });
    return listValuesOfSchools(db, { schoolIds, period, codes });
  });
  const measures = rows.flatMap(({ code, amount, total }) => {
    const definition = definitions.get(code);
    if (definition === undefined || amount === null) return [];
    const value = blurSmallValue(definition, { amount, total });
    const measure = value === null ? null : measureOf(definition.unit, { state: 'given', ...value });
    return measure === null ? [] : [{ code, measure }];
  });
  return new Map(
    [...Map.groupBy(measures, ({ code }) => code)].flatMap(([code, of]) => {
      const summary = summarizeSimilar(of.map(({ measure }) => measure));
      return summary === null ? [] : [[code, summary]];
    }),
  );
}
