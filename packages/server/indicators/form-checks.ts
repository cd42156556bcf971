import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import { checkForm } from '@opora/domain/indicators/checks.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { FormValue } from '@opora/domain/indicators/school-form.ts';
import type { Call } from '../platform/mount.ts';
import { findSimilar } from './find-similar.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { type KeptForm, listSchoolValues } from './form-queries.ts';
import { showTo, versionsOf } from './open-form.ts';

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
