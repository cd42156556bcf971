import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OwnDates } from '@opora/domain/indicators/campaign-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findCampaign } from './campaign-queries.ts';
import { checkDates } from './compose-campaign.ts';
import {
  findSubmission,
  type KeptSubmission,
  lockSubmissions,
  updateSubmission,
} from './submission-queries.ts';

/** The form of an open campaign that the person keeps, of the version that was seen. */
async function holdAskedForm(
  submissionId: string,
  version: number,
  { tx, allow }: Call,
): Promise<KeptSubmission> {
  await lockSubmissions(tx, [submissionId]);
  const form = await findSubmission(tx, submissionId);
  const campaign = form === undefined ? undefined : await findCampaign(tx, form.campaignId);
  if (form === undefined || campaign === undefined) throw new Refusal('not-found');
  // Who asks, not who stands between: a municipality releases nobody from what the region asks.
  allow('indicators.manage', campaign);
  if (form.version !== version) throw new Refusal('changed-meanwhile');
  if (form.campaignState !== 'open') throw new Refusal('campaign-not-open');
  return form;
}

/** The school is asked no more from today. */
export async function releaseForm(
  submissionId: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  call: Call,
): Promise<void> {
  const form = await holdAskedForm(submissionId, version, call);
  if (form.releasedOn !== null) throw new Refusal('submission-locked', { lock: 'released' });
  const change = { released_on: isoDateIn(call.now), released_reason: reason };
  if (!(await updateSubmission(call.tx, form, change))) throw new Refusal('changed-meanwhile');
}

/** Days of one school in place of the campaign's, or the campaign's again. */
export async function setFormDates(
  submissionId: string,
  { version, dates }: { readonly version: number; readonly dates: OwnDates | null },
  call: Call,
): Promise<void> {
  const form = await holdAskedForm(submissionId, version, call);
  const own = dates?.lateAfter === null && dates.closedAfter === null ? null : dates;
  if (own !== null) {
    const campaign = await findCampaign(call.tx, form.campaignId);
    checkDates({
      opensOn: form.opensOn,
      lateAfter: own.lateAfter ?? campaign?.lateAfter ?? form.lateAfter,
      closedAfter: own.closedAfter ?? campaign?.closedAfter ?? form.closedAfter,
    });
  }
  const isSaved = await updateSubmission(call.tx, form, {
    late_after: own?.lateAfter ?? null,
    closed_after: own?.closedAfter ?? null,
    exception_reason: own?.reason ?? null,
    exception_by: own === null ? null : call.actor.personId,
  });
  if (!isSaved) throw new Refusal('changed-meanwhile');
}
