import { Refusal } from '@opora/domain/basics/refusal.ts';
import { hideSmallValue } from '@opora/domain/indicators/hide-small-value.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { FormOffer, FormValue, SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { lockedFor } from '@opora/domain/indicators/submission-moves.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { listUnitsAt } from '../registry/registry-queries.ts';
import { ownSchools } from '../results/own-schools.ts';
import { findSimilar } from './find-similar.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { offersOfRegisters } from './offers-of-registers.ts';
import { findForm, type KeptForm, type KeptValue, listAnswers, listSchoolValues } from './form-queries.ts';

/** Everything the page of a form shows. A reader above the school is not told of a few pupils. */
export async function openForm(submissionId: string, call: Call): Promise<SchoolForm> {
  const { tx, allow, now } = call;
  const form = await findForm(tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  allow('indicators.values', form);
  const before = periodBefore(periodOfCode(form.period));
  const previousPeriod = before === null ? null : periodCode(before);
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const kept = await listSchoolValues(
    tx,
    form.orgUnitId,
    previousPeriod === null ? [form.period] : [form.period, previousPeriod],
  );
  const indicators = [...totals, ...asked];
  const shown = await showTo(call, form, indicators);
  const values = kept.filter(({ period }) => period === form.period).map(shown);
  const previous = kept.filter(({ period }) => period !== form.period).map(shown);
  return {
    submissionId: form.id,
    version: form.version,
    campaignId: form.campaignId,
    title: form.title,
    period: form.period,
    previousPeriod,
    orgUnitId: form.orgUnitId,
    schoolName: form.schoolName,
    scope: form.scope,
    opensOn: form.opensOn,
    lateAfter: form.lateAfter,
    closedAfter: form.closedAfter,
    exceptionReason: form.exceptionReason,
    stage: form.stage,
    isReturned: form.isReturned,
    isHeld: form.isHeld,
    lock: lockedFor(form, isoDateIn(now)),
    sections: [
      ...(totals.length === 0 ? [] : [{ title: null, codes: totals.map(({ code }) => code) }]),
      ...form.sections.flatMap(({ title, indicators: listed }) =>
        listed.length === 0 ? [] : [{ title, codes: listed.map(({ code }) => code) }],
      ),
    ],
    indicators,
    values,
    previous,
    offers: [
      ...(previousPeriod === null ? [] : offersOf(previous, previousPeriod)),
      ...(await offersOfRegisters(tx, form, { asked, indicators, values, shown })),
    ],
    answers: await listAnswers(tx, form.id),
    similar: [...(await findSimilar(form, indicators, values, call))].map(([code, one]) => ({
      code,
      ...one,
    })),
  };
}

/** Definitions that the form asks for. */
export const versionsOf = ({ sections }: Pick<KeptForm, 'sections'>) =>
  sections.flatMap(({ indicators }) => indicators);

/** Hides what the reader may not be told of. */
export async function showTo(
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  form: Pick<KeptForm, 'scope'>,
  indicators: readonly Indicator[],
): Promise<(value: KeptValue) => FormValue> {
  const at = actor.grants.map(({ scope }) => scope);
  const isOwn = ownSchools(actor, await listUnitsAt(tx, at))(form);
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  return ({ period: _period, ...value }) => {
    const definition = byCode.get(value.indicator);
    return isOwn || definition === undefined
      ? { ...value, isHidden: false }
      : hideSmallValue(definition, value);
  };
}

function offersOf(previous: readonly FormValue[], period: string): FormOffer[] {
  return previous.flatMap(({ indicator, state, amount, total, isHidden }) =>
    state !== 'given' || amount === null || isHidden
      ? []
      : [{ indicator, amount, total, origin: { kind: 'previous', period } }],
  );
}
