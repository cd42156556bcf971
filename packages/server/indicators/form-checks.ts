import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import { checkForm } from '@opora/domain/indicators/checks.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { Call } from '../platform/mount.ts';
import { findSimilar } from './find-similar.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { type KeptForm, listSchoolValues } from './form-queries.ts';
import { findFormSight, type FormSight, wholeSight } from './form-sight.ts';
import { offersOfRegisters } from './offers-of-registers.ts';
import { versionsOf } from './open-form.ts';

export type FormFindings = Pick<FormSight, 'isWhole'> & { readonly findings: readonly CheckFinding[] };

/** All that the checks find in a form as it is kept; for a reader of what she may be told: a number that is hidden from her is in no finding. */
export async function findFormFindings(
  form: KeptForm,
  reading: 'reader' | 'whole',
  call: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<FormFindings> {
  const { tx } = call;
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const indicators = [...totals, ...asked];
  const before = periodBefore(periodOfCode(form.period));
  const periods = before === null ? [form.period] : [form.period, periodCode(before)];
  const kept = await listSchoolValues(tx, form.orgUnitId, periods);
  const { isWhole, show } =
    reading === 'whole' ? wholeSight : await findFormSight(form, { indicators, periods }, call);
  const values = kept.filter(({ period }) => period === form.period).map(show);
  const previous = kept.filter(({ period }) => period !== form.period).map(show);
  const similar = await findSimilar(form, indicators, values, call);
  const registers = await offersOfRegisters(tx, form, { asked, indicators, isWhole });
  return { isWhole, findings: checkForm({ indicators, values, previous, similar, registers }) };
}
