import { isWithin } from '@opora/domain/basics/actor.ts';
import { can, scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { CampaignDetail, CampaignForm, OwnForm } from '@opora/domain/indicators/campaign-view.ts';
import { standingOf } from '@opora/domain/indicators/completeness.ts';
import { isReturned, lockedFor, movesOf, seatsOf } from '@opora/domain/indicators/submission-moves.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findCampaign } from './campaign-queries.ts';
import { type PlacedForm, placeForm } from './move-submission.ts';
import { listMunicipalityScopes, listSubmissions, listWaitingForms } from './submission-queries.ts';

/** A campaign with the forms of the reader's schools; whom a draft is meant for is its office's own. */
export async function getCampaign(campaignId: string, call: Call): Promise<CampaignDetail> {
  const { tx, allow, actor } = call;
  const campaign = await findCampaign(tx, campaignId);
  if (campaign === undefined) throw new Refusal('not-found');
  allow('indicators.read', campaign);
  const municipalities = await listMunicipalityScopes(tx);
  const forms = await listSubmissions(tx, campaignId);
  return {
    ...campaign,
    schoolIds: can(actor, 'indicators.manage', campaign) ? [...campaign.schoolIds] : [],
    forms: forms.map((form) => presentForm(placeForm(form, municipalities), call)),
  };
}

function presentForm(form: PlacedForm, { actor, now }: Pick<Call, 'actor' | 'now'>): CampaignForm {
  const today = isoDateIn(now);
  return {
    id: form.id,
    orgUnitId: form.orgUnitId,
    scope: form.scope,
    stage: form.stage,
    isReturned: isReturned(form),
    isHeld: form.heldBy !== null,
    rounds: form.rounds,
    firstSentOn: form.firstSentOn,
    lastSentOn: form.lastSentOn,
    askedCount: form.askedCount,
    // What a school has typed and not sent is its own.
    givenCount: form.stage === 'school' && !isOwn(form, actor) ? 0 : form.givenCount,
    releasedOn: form.releasedOn,
    releasedReason: form.releasedReason,
    lateAfter: form.ownLateAfter,
    closedAfter: form.ownClosedAfter,
    exceptionReason: form.exceptionReason,
    standing: standingOf(form, today),
    moves: movesOf(form, { personId: actor.personId, seats: seatsOf(actor, form) }, today),
    version: form.version,
  };
}

const isOwn = ({ scope }: PlacedForm, actor: Call['actor']): boolean =>
  actor.grants.some((grant) => isWithin(grant.scope, scope));

/** What the person's own schools, or the municipality she sits in, are to fill in now, the first due first; not every school of an office. */
export async function listOwnForms({ tx, actor, now }: Call): Promise<OwnForm[]> {
  const today = isoDateIn(now);
  const municipalities = await listMunicipalityScopes(tx);
  const forms = (await listWaitingForms(tx, scopesWith(actor, 'indicators.enter'), today)).map((form) =>
    placeForm(form, municipalities),
  );
  return forms
    .filter((form) => seatsOf(actor, form).includes('school') && lockedFor(form, today) === null)
    .toSorted((one, other) => one.lateAfter.localeCompare(other.lateAfter))
    .map((form) => ({
      submissionId: form.id,
      campaignId: form.campaignId,
      title: form.title,
      asks: form.asks,
      schoolId: form.orgUnitId,
      schoolName: form.schoolName,
      lateAfter: form.lateAfter,
      closedAfter: form.closedAfter,
      isReturned: isReturned(form),
      askedCount: form.askedCount,
      givenCount: form.givenCount,
    }));
}
