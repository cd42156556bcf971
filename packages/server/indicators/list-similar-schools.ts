import { Refusal } from '@opora/domain/basics/refusal.ts';
import { sizeCode } from '@opora/domain/indicators/checks/check-similar.ts';
import type { SimilarSchools } from '@opora/domain/indicators/school-form.ts';
import type { Call } from '../platform/mount.ts';
import { findSimilar } from './find-similar.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { findForm, listSchoolValues } from './form-queries.ts';
import { findFormSight } from './form-sight.ts';
import { versionsOf } from './open-form.ts';

/** What schools like that of the form have; nothing while the form does not say how large the school is. */
export async function listSimilarSchools(submissionId: string, call: Call): Promise<SimilarSchools[]> {
  const { tx, allow } = call;
  const form = await findForm(tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  allow('indicators.values', form);
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const indicators = [...totals, ...asked];
  const sized = indicators.filter(({ code }) => code === sizeCode);
  const kept = (await listSchoolValues(tx, form.orgUnitId, [form.period])).filter(
    ({ indicator }) => indicator === sizeCode,
  );
  const sight = await findFormSight(form, { indicators: sized, periods: [form.period] }, call);
  const similar = await findSimilar(form, indicators, sized.length === 0 ? [] : kept.map(sight.show), call);
  return [...similar].map(([code, one]) => ({ code, ...one }));
}
