import { blurSmallValue } from '@opora/domain/indicators/blur-small-value.ts';
import { isWeighted } from '@opora/domain/indicators/aggregate.ts';
import type { SimilarSummary } from '@opora/domain/indicators/check-finding.ts';
import {
  nearestByContext,
  sizeCode,
  summarizeSimilar,
} from '@opora/domain/indicators/checks/check-similar.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type IndicatorValue, measureOf } from '@opora/domain/indicators/indicator-value.ts';
import { periodOfCode, schoolYearOf } from '@opora/domain/indicators/report-period.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findContextIndexes } from './find-context-indexes.ts';
import type { KeptForm } from './form-queries.ts';
import { listLikeSchools, listValuesOfSchools } from './similar-value-queries.ts';

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
  const compared = indicators.filter(({ unit }) => isWeighted(unit));
  if (size === null || compared.length === 0) return new Map();
  return withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const asked = { orgUnitId, period, code: sizeCode, size, schoolsMax: candidatesMax };
    const candidates = await listLikeSchools(db, asked);
    const schoolYear = schoolYearOf(periodOfCode(period));
    const indexes = await findContextIndexes(db, schoolYear, [orgUnitId, ...candidates]);
    const summarize = async (
      schoolIds: readonly string[],
      by: SimilarSummary['by'],
      of: readonly Indicator[],
    ) =>
      summarizeValues(
        of,
        by,
        await listValuesOfSchools(db, { schoolIds, period, codes: of.map(({ code }) => code) }),
      );
    const near = await summarize(nearestByContext(orgUnitId, indexes), 'context', compared);
    const rest = compared.filter(({ code }) => !near.has(code));
    const like = await summarize(candidates.slice(0, likeSizeMax), 'size', rest);
    return new Map([...near, ...like]);
  });
}

/** By code; without those of which too few schools said anything. */
function summarizeValues(
  indicators: readonly Indicator[],
  by: SimilarSummary['by'],
  values: Awaited<ReturnType<typeof listValuesOfSchools>>,
): Map<string, SimilarSummary> {
  const byCode = Map.groupBy(values, ({ code }) => code);
  return new Map(
    indicators.flatMap((definition) => {
      const measures = (byCode.get(definition.code) ?? []).flatMap(({ amount, total }) => {
        const value = amount === null ? null : blurSmallValue(definition, { amount, total });
        const measure = value === null ? null : measureOf(definition.unit, { state: 'given', ...value });
        return measure ?? [];
      });
      const summary = summarizeSimilar(measures, by);
      return summary === null ? [] : [[definition.code, summary] as const];
    }),
  );
}
