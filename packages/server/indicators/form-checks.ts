import { isWeighted } from '@opora/domain/indicators/aggregate.ts';
import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import { checkForm } from '@opora/domain/indicators/checks.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { measureOf } from '@opora/domain/indicators/indicator-value.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { FormValue } from '@opora/domain/indicators/school-form.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { type KeptForm, listSchoolValues } from './form-queries.ts';
import { showTo, versionsOf } from './open-form.ts';
import { listLikeSchools, listValuesOfSchools } from './similar-value-queries.ts';

/** By the number of pupils schools are of like size. */
const sizeCode = 'D01';

/** All that the checks find in a form as it is kept, of what the reader may be told: a count of a few pupils that is hidden from her is in no finding. */
export async function findFormFindings(
  form: KeptForm,
  call: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<readonly CheckFinding[]> {
  const { tx } = call;
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const indicators = [...totals, ...asked];
  const before = periodBefore(periodOfCode(form.period));
  const periods = before === null ? [form.period] : [form.period, periodCode(before)];
  const kept = await listSchoolValues(tx, form.orgUnitId, periods);
  const show = await showTo(call, form, indicators);
  const shown = (isOf: (period: string) => boolean): readonly FormValue[] =>
    kept
      .filter(({ period }) => isOf(period))
      .map(show)
      .filter(({ isHidden }) => !isHidden);
  const values = shown((period) => period === form.period);
  return checkForm({
    indicators,
    values,
    previous: shown((period) => period !== form.period),
    similar: await findSimilar(form, indicators, values, call),
  });
}

/** Measures of schools of like size over the whole region; of them the checks tell a middle and their number alone. */
async function findSimilar(
  { orgUnitId, period }: KeptForm,
  indicators: readonly Indicator[],
  values: readonly FormValue[],
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const size = values.find(({ indicator }) => indicator === sizeCode)?.amount ?? null;
  const units = new Map(indicators.map(({ code, unit }) => [code, unit]));
  const codes = indicators.filter(({ unit }) => isWeighted(unit)).map(({ code }) => code);
  if (size === null || codes.length === 0) return new Map();
  const rows = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const schoolIds = await listLikeSchools(db, { orgUnitId, period, code: sizeCode, size });
    return listValuesOfSchools(db, { schoolIds, period, codes });
  });
  const measures = rows.flatMap(({ code, amount, total }) => {
    const measure = measureOf(units.get(code) ?? 'count', { state: 'given', amount, total });
    return measure === null ? [] : [{ code, measure }];
  });
  return new Map(
    [...Map.groupBy(measures, ({ code }) => code)].map(([code, of]) => [
      code,
      of.map(({ measure }) => measure),
    ]),
  );
}
