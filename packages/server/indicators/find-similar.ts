import { blurSmallValue } from '@opora/domain/indicators/blur-small-value.ts';
import { isWeighted } from '@opora/domain/indicators/aggregate.ts';
import type { SimilarSummary } from '@opora/domain/indicators/check-finding.ts';
import { nearestByContext, summarizeSimilar } from '@opora/domain/indicators/checks/check-similar.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type IndicatorValue, measureOf } from '@opora/domain/indicators/indicator-value.ts';
import { periodOfCode, schoolYearOf } from '@opora/domain/indicators/report-period.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findContextIndexes } from './find-context-indexes.ts';
import type { KeptForm } from './form-queries.ts';
import { listLikeSchools, listValuesOfSchools } from './similar-value-queries.ts';

/** By the number of pupils schools are of like size. */
const sizeCode = 'D01';
/** Of the schools nearest in size so many are set beside each other by context: a reckoning of the school, not of the region. */
const candidatesMax = 60;
const likeSizeMax = 40;

/** The middle of schools of a similar context and size over the whole region, by size alone where too few have passports: no school is seen in it, nor a few pupils. */
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
  const { near, like, rows } = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const asked = { orgUnitId, period, code: sizeCode, size, schoolsMax: candidatesMax };
    const candidates = await listLikeSchools(db, asked);
    const schoolYear = schoolYearOf(periodOfCode(period));
    const indexes = await findContextIndexes(db, schoolYear, [orgUnitId, ...candidates]);
    const found = {
      near: new Set(nearestByContext(orgUnitId, indexes)),
      like: new Set(candidates.slice(0, likeSizeMax)),
    };
    const schoolIds = [...new Set([...found.near, ...found.like])];
    return { ...found, rows: await listValuesOfSchools(db, { schoolIds, period, codes }) };
  });
  const measures = rows.flatMap(({ orgUnitId: school, code, amount, total }) => {
    const definition = definitions.get(code);
    if (definition === undefined || amount === null) return [];
    const value = blurSmallValue(definition, { amount, total });
    const measure = value === null ? null : measureOf(definition.unit, { state: 'given', ...value });
    return measure === null ? [] : [{ school, code, measure }];
  });
  return new Map(
    [...Map.groupBy(measures, ({ code }) => code)].flatMap(([code, of]) => {
      const among = (schools: ReadonlySet<string>) =>
        of.filter(({ school }) => schools.has(school)).map(({ measure }) => measure);
      const summary = summarizeSimilar(among(near), 'context') ?? summarizeSimilar(among(like), 'size');
      return summary === null ? [] : [[code, summary]];
    }),
  );
}
