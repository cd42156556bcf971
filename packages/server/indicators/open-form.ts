import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkForm } from '@opora/domain/indicators/checks.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { cellKey } from '@opora/domain/indicators/value-import.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { FormOffer, FormValue, SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { lockedFor, seatsOf } from '@opora/domain/indicators/submission-moves.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findSimilar } from './find-similar.ts';
import { getFormDefinitions } from './form-definitions.ts';
import { listTotalsAskedIn } from './list-totals-asked-in.ts';
import { offersOfRegisters } from './offers-of-registers.ts';
import { findForm, type KeptForm, listSchoolValues } from './form-queries.ts';
import { findFormSight } from './form-sight.ts';
import { listShownAnswers } from './list-shown-answers.ts';
import { listSentCells } from './value-import-queries.ts';

/** Everything the page of a form shows. A reader above the school is not told of a few pupils. */
export async function openForm(submissionId: string, call: Call): Promise<SchoolForm> {
  const { tx, actor, allow, now } = call;
  const form = await findForm(tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  allow('indicators.values', form);
  const before = periodBefore(periodOfCode(form.period));
  const previousPeriod = before === null ? null : periodCode(before);
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const periods = previousPeriod === null ? [form.period] : [form.period, previousPeriod];
  const indicators = [...totals, ...asked];
  const codes = new Set(indicators.map(({ code }) => code));
  // What other forms ask is for them to show.
  const kept = (await listSchoolValues(tx, form.orgUnitId, periods)).filter(({ indicator }) =>
    codes.has(indicator),
  );
  const sight = await findFormSight(form, { indicators, periods }, call);
  const values = kept.filter(({ period }) => period === form.period).map(sight.show);
  const previous = kept.filter(({ period }) => period !== form.period).map(sight.show);
  const { isWhole } = sight;
  const registers = await offersOfRegisters(tx, form, { asked, indicators, isWhole });
  // An explanation stands beside what the reader sees of its finding, and only then it matters what was found.
  const find = async () => {
    const similar = await findSimilar(form, indicators, values, call);
    return checkForm({ indicators, values, previous, similar, registers });
  };
  const settled = await listSettledTotals(tx, form, totals);
  return {
    submissionId: form.id,
    version: form.version,
    campaignId: form.campaignId,
    title: form.title,
    asks: form.asks,
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
    isOwn: seatsOf(actor, { scope: form.scope, municipality: null }).includes('school'),
    mayEnter: can(actor, 'indicators.enter', form),
    sections: [
      ...(totals.length === 0 ? [] : [{ title: null, codes: totals.map(({ code }) => code) }]),
      ...form.sections.flatMap(({ title, indicators: listed }) =>
        listed.length === 0 ? [] : [{ title, codes: listed.map(({ code }) => code) }],
      ),
    ],
    indicators,
    values,
    previous,
    offers: [...(previousPeriod === null ? [] : offersOf(previous, previousPeriod)), ...registers],
    settled,
    askedIn: await listTotalsAskedIn(
      form,
      totals.filter(({ code }) => !settled.includes(code)),
      { tx, today: isoDateIn(now) },
    ),
    answers: await listShownAnswers(tx, form.id, isWhole ? null : find),
  };
}

/** Totals that the form shows and another form of the school has sent; one that was sent empty can still be given here. */
export async function listSettledTotals(
  db: Db,
  { id, orgUnitId, period }: Pick<KeptForm, 'id' | 'orgUnitId' | 'period'>,
  totals: readonly Pick<Indicator, 'code'>[],
): Promise<string[]> {
  if (totals.length === 0) return [];
  const sent = await listSentCells(db, [orgUnitId], period);
  const codes = totals
    .map(({ code }) => code)
    .filter((indicator) => sent.has(cellKey({ orgUnitId, indicator })));
  if (codes.length === 0) return [];
  const given = await db
    .selectFrom('indicator_value')
    .select('indicator_code')
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', period)
    .where('indicator_code', 'in', codes)
    .where((where) => where.or([where('submission_id', 'is', null), where('submission_id', '<>', id)]))
    .execute();
  return given.map((row) => row.indicator_code);
}

/** Definitions that the form asks for. */
export const versionsOf = ({ sections }: Pick<KeptForm, 'sections'>) =>
  sections.flatMap(({ indicators }) => indicators);

function offersOf(previous: readonly FormValue[], period: string): FormOffer[] {
  return previous.flatMap(({ indicator, state, amount, total, isHidden }) =>
    state !== 'given' || amount === null || isHidden
      ? []
      : [{ indicator, amount, total, origin: { kind: 'previous', period } }],
  );
}
