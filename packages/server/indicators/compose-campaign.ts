import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { addTotals } from '@opora/domain/indicators/burden.ts';
import type { CampaignDraft } from '@opora/domain/indicators/campaign-contract.ts';
import type { CampaignFields, CampaignSection } from '@opora/domain/indicators/campaign.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { isAskedOf } from '@opora/domain/indicators/is-asked-of.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { currentIndicators, findIndicator } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import {
  deleteCampaign,
  findCampaign,
  insertCampaign,
  type KeptCampaign,
  lockCampaign,
  updateCampaign,
} from './campaign-queries.ts';
import { listDefinitions } from './list-definitions.ts';
import { refuseForeignDefinitions } from './refuse-foreign-definitions.ts';

/** The campaign, held until the transaction ends, of the version that was seen. */
export async function holdCampaign(
  campaignId: string,
  version: number | null,
  { tx, allow }: Pick<Call, 'tx' | 'allow'>,
): Promise<KeptCampaign> {
  await lockCampaign(tx, campaignId);
  const campaign = await findCampaign(tx, campaignId);
  if (campaign === undefined) throw new Refusal('not-found');
  allow('indicators.manage', campaign);
  if (version !== null && campaign.version !== version) throw new Refusal('changed-meanwhile');
  return campaign;
}

/** Begins a draft; totals of its shares are put in. */
export async function makeCampaign(
  { orgUnitId, ...draft }: CampaignDraft & { readonly orgUnitId: string },
  { tx, allow, actor, now }: Call,
): Promise<string> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('indicators.manage', unit);
  checkFields(draft, unit);
  const sections = await sectionsOf(draft, tx);
  const id = randomUUID();
  await insertCampaign(tx, {
    ...columns(draft, sections),
    id,
    org_unit_id: unit.id,
    scope: unit.scope,
    state: 'draft',
    made_by: actor.personId,
    made_at: now,
    version: 1,
  });
  return id;
}

export async function changeCampaign(
  campaignId: string,
  { version, ...draft }: CampaignDraft & { readonly version: number },
  call: Call,
): Promise<void> {
  const { tx } = call;
  const campaign = await holdCampaign(campaignId, version, call);
  if (campaign.state !== 'draft') throw new Refusal('campaign-not-draft');
  checkFields(draft, campaign);
  await updateCampaign(tx, campaign, columns(draft, await sectionsOf(draft, tx)));
}

async function sectionsOf(draft: CampaignDraft, db: Db): Promise<CampaignSection[]> {
  const sections = completeSections(draft, await listDefinitions(db));
  const chosen = new Set(draft.schoolIds);
  const schools = (await listOrgUnits(db)).filter(({ id }) => chosen.has(id));
  await refuseForeignDefinitions(db, sections, schools);
  return sections;
}

export async function changeCampaignDates(
  campaignId: string,
  { version, ...dates }: Pick<CampaignFields, 'lateAfter' | 'closedAfter'> & { readonly version: number },
  call: Call,
): Promise<void> {
  const campaign = await holdCampaign(campaignId, version, call);
  if (campaign.state !== 'open') throw new Refusal('campaign-not-open');
  checkDates({ opensOn: campaign.opensOn, ...dates });
  await updateCampaign(call.tx, campaign, { late_after: dates.lateAfter, closed_after: dates.closedAfter });
}

export async function closeCampaign(campaignId: string, version: number, call: Call): Promise<void> {
  const campaign = await holdCampaign(campaignId, version, call);
  if (campaign.state !== 'open') throw new Refusal('campaign-not-open');
  await updateCampaign(call.tx, campaign, { state: 'closed' });
}

export async function removeCampaign(campaignId: string, version: number, call: Call): Promise<void> {
  const campaign = await holdCampaign(campaignId, version, call);
  if (campaign.state !== 'draft') throw new Refusal('campaign-not-draft');
  await deleteCampaign(call.tx, campaign.id);
}

function checkFields(draft: CampaignFields, { scope }: { readonly scope: string }): void {
  checkDates(draft);
  if (draft.asks === 'municipality' && scope.includes('.')) throw new Refusal('campaign-not-of-region');
  // Above a municipality nobody has asked for the numbers.
  if (scope.includes('.') && draft.approvedBy === 'region') throw new Refusal('campaign-approver-wrong');
}

export function checkDates({
  opensOn,
  lateAfter,
  closedAfter,
}: Pick<CampaignFields, 'opensOn' | 'lateAfter' | 'closedAfter'>): void {
  if (opensOn > lateAfter || lateAfter > closedAfter) throw new Refusal('campaign-dates-wrong');
}

/** The sections with totals put in. Refuses what those who are asked are not asked for, or not for such a period, and the same asked twice. */
export function completeSections(
  {
    asks,
    period,
    sections,
  }: Pick<CampaignFields, 'asks' | 'period'> & { readonly sections: readonly CampaignSection[] },
  all: readonly Indicator[],
): CampaignSection[] {
  const { kind } = periodOfCode(period);
  const current = new Map(currentIndicators(all).map((one) => [one.code, one]));
  const seen = new Set<string>();
  for (const one of sections.flatMap(({ indicators }) => indicators)) {
    const definition = findIndicator(one, all);
    if (definition === null || !isAskedOf(definition, asks) || seen.has(one.code))
      throw new Refusal('campaign-indicator-unknown', { code: one.code });
    // A total that others are asked for would be said twice, and added up with theirs.
    const total = definition.origin.kind === 'asked' ? current.get(definition.totalCode ?? '') : undefined;
    if (total !== undefined && !isAskedOf(total, asks))
      throw new Refusal('campaign-indicator-unknown', { code: total.code });
    if (!definition.periods.includes(kind)) throw new Refusal('campaign-period-wrong', { code: one.code });
    seen.add(one.code);
  }
  return addTotals(sections, current).sections;
}

const columns = (draft: CampaignDraft, sections: readonly CampaignSection[]) => ({
  title: draft.title,
  asks: draft.asks,
  period_code: draft.period,
  sections: JSON.stringify(sections),
  // Above a municipality there is the region alone.
  approved_by: draft.asks === 'municipality' ? 'region' : draft.approvedBy,
  opens_on: draft.opensOn,
  late_after: draft.lateAfter,
  closed_after: draft.closedAfter,
  school_ids: [...new Set(draft.schoolIds)],
});
