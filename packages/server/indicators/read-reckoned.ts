import type { weighSchools } from '@opora/domain/indicators/burden.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { isOnlyComputed, isReckonable, readCodes } from '@opora/domain/indicators/is-reckonable.ts';
import { knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import { resultsSource } from './results-source.ts';
import { readSchoolFacts } from './school-facts.ts';

type Asked = {
  readonly schoolIds: readonly string[];
  readonly period: PeriodCode;
  readonly all: readonly Indicator[];
  readonly indicators: readonly Indicator[];
};

/** What registers and values say of the schools at this moment, as far as the computed indicators read it. */
export async function readReckoned(
  db: Db,
  { all, indicators, schoolIds, period }: Asked,
): Promise<Parameters<typeof weighSchools>[0]['isReckoned']> {
  const computed = indicators.filter((one) => one.origin.kind === 'computed' && !isOnlyComputed(one));
  if (computed.length === 0) return () => false;
  const known = knowIndicators([...currentIndicators(all), ...indicators]);
  const codes = readCodes(
    computed.map(({ code }) => code),
    known,
  );
  const facts = await readSchoolFacts(db, {
    orgUnitIds: schoolIds,
    period,
    periodsBackMax: 1,
    sources: [resultsSource],
    codes,
  });
  return (schoolId, code, isAsked) => {
    const own = facts.get(schoolId);
    return own !== undefined && isReckonable(code, { facts: own, known, isAsked });
  };
}
