import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  addTotals,
  monthOfForm,
  type SchoolBurden,
  sumFields,
  weighSchools,
} from '@opora/domain/indicators/burden.ts';
import type { CampaignWeight } from '@opora/domain/indicators/campaign-view.ts';
import type { CampaignFields, CampaignSection } from '@opora/domain/indicators/campaign.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { currentIndicators, findIndicator } from '@opora/domain/indicators/shipped-indicators.ts';
import { isOpen, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { listAskedElsewhere, listKnownCodes } from './asked-elsewhere.ts';
import { type KeptCampaign, updateCampaign } from './campaign-queries.ts';
import { completeSections, holdCampaign } from './compose-campaign.ts';
import { listDefinitions } from './list-definitions.ts';
import { readReckoned } from './read-reckoned.ts';
import { refuseForeignDefinitions } from './refuse-foreign-definitions.ts';
import {
  insertSubmissions,
  listSubmissions,
  lockSubmissions,
  updateSubmission,
} from './submission-queries.ts';

type Asking = Pick<CampaignFields, 'asks' | 'period'> & {
  readonly sections: readonly CampaignSection[];
  readonly schoolIds: readonly string[];
  readonly campaignId: string | null;
};

async function weighAsking(db: Db, { period, sections, schoolIds, campaignId }: Asking) {
  const all = await listDefinitions(db);
  const indicators = sections.flatMap((section) => section.indicators.map((one) => definitionOf(one, all)));
  const codes = indicators.map(({ code }) => code);
  const elsewhere = await listAskedElsewhere(db, schoolIds, campaignId);
  const burdens = weighSchools({
    indicators,
    schoolIds,
    known: await listKnownCodes(db, { schoolIds, period, codes }),
    elsewhere: elsewhere.filter(({ campaign }) => campaign.period === period),
    isReckoned: await readReckoned(db, { all, indicators, schoolIds, period }),
  });
  return { all, indicators, elsewhere, burdens };
}

function definitionOf(one: { code: string; version: number }, all: readonly Indicator[]): Indicator {
  const definition = findIndicator(one, all);
  if (definition === null) throw new Refusal('campaign-indicator-unknown', { code: one.code });
  return definition;
}

/** Opens a draft: each school or municipality that has something to say gets its form. */
export async function openCampaign(campaignId: string, version: number, call: Call): Promise<number> {
  const campaign = await holdCampaign(campaignId, version, call);
  if (campaign.state !== 'draft') throw new Refusal('campaign-not-draft');
  if (campaign.schoolIds.length === 0) throw new Refusal('campaign-no-schools');
  await holdAsking(call.tx, campaign);
  const formCount = await askSchools(campaign, campaign.schoolIds, call);
  if (formCount === 0) throw new Refusal('campaign-nothing-asked');
  await updateCampaign(call.tx, campaign, { state: 'open' });
  return formCount;
}

/** Until the transaction ends nobody else begins to ask for the period: of two at one moment neither would see what the other asks. */
async function holdAsking(tx: Tx, { period }: Pick<KeptCampaign, 'period'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campaign ${period}`}, 0))`.execute(tx);
}

/** Asks more schools; one that was released is asked again. */
export async function addCampaignSchools(
  campaignId: string,
  schoolIds: readonly string[],
  call: Call,
): Promise<number> {
  const campaign = await holdCampaign(campaignId, null, call);
  if (campaign.state !== 'open') throw new Refusal('campaign-not-open');
  await holdAsking(call.tx, campaign);
  const forms = await listSubmissions(call.tx, campaignId);
  const again = forms.filter(
    ({ orgUnitId, releasedOn }) => releasedOn !== null && schoolIds.includes(orgUnitId),
  );
  await lockSubmissions(
    call.tx,
    again.map(({ id }) => id),
  );
  const againIds = again.map(({ orgUnitId }) => orgUnitId);
  const asking = { ...campaign, schoolIds: againIds, campaignId };
  if (again.length > 0) refuseOverlaps((await weighAsking(call.tx, asking)).burdens);
  for (const form of again) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, a handful of schools
    await updateSubmission(call.tx, form, { released_on: null, released_reason: null });
  }
  const asked = new Set(forms.map(({ orgUnitId }) => orgUnitId));
  const added = schoolIds.filter((id) => !asked.has(id));
  return again.length + (added.length === 0 ? 0 : await askSchools(campaign, added, call));
}

/** Forms for the schools; refused when another campaign asks the same of one of them. */
async function askSchools(
  campaign: KeptCampaign,
  schoolIds: readonly string[],
  { tx, now }: Call,
): Promise<number> {
  const today = isoDateIn(now);
  const assignedOn = campaign.opensOn > today ? campaign.opensOn : today;
  const schools = await listAsked(tx, campaign, { ...campaign, schoolIds });
  await refuseForeignDefinitions(tx, campaign.sections, schools);
  const open = new Map(schools.filter((unit) => isOpen(unit, assignedOn)).map((unit) => [unit.id, unit]));
  const asking = { ...campaign, schoolIds: [...open.keys()], campaignId: campaign.id };
  const { burdens } = await weighAsking(tx, asking);
  refuseOverlaps(burdens);
  const rows = burdens.flatMap(({ schoolId, askedCodes, spared }) => {
    const school = open.get(schoolId);
    if (school === undefined || askedCodes.length === 0) return [];
    return [
      {
        id: randomUUID(),
        campaign_id: campaign.id,
        org_unit_id: schoolId,
        scope: school.scope,
        assigned_on: assignedOn,
        stage: 'school',
        is_returned: false,
        rounds: 0,
        asked_count: askedCodes.length,
        given_count: 0,
        spared,
        version: 1,
      },
    ];
  });
  await insertSubmissions(tx, rows);
  return rows.length;
}

/** Schools of the territory, or municipalities of the region, that are to be asked. */
async function listAsked(
  db: Db,
  { scope }: { readonly scope: string },
  { asks, schoolIds }: Pick<Asking, 'asks' | 'schoolIds'>,
): Promise<OrgUnit[]> {
  const wanted = new Set(schoolIds);
  const isKind = asks === 'school' ? isSchool : ({ kind }: OrgUnit) => kind === 'municipality';
  const found = (await listOrgUnits(db)).filter(
    (unit) => wanted.has(unit.id) && isKind(unit) && isWithin(unit.scope, scope),
  );
  if (found.length !== wanted.size)
    throw new Refusal(asks === 'school' ? 'campaign-school-outside' : 'campaign-municipality-outside');
  return found;
}

function refuseOverlaps(burdens: readonly SchoolBurden[]): void {
  const [first] = overlapsOf(burdens);
  if (first === undefined) return;
  throw new Refusal('campaign-overlaps', {
    campaign: first.title,
    indicators: first.codes.length,
    schools: first.schoolIds.length,
  });
}

/** By the other campaign, that with the most schools first. */
function overlapsOf(burdens: readonly SchoolBurden[]): CampaignWeight['overlaps'] {
  const each = burdens.flatMap(({ schoolId, overlaps }) => overlaps.map((one) => ({ schoolId, ...one })));
  return [...Map.groupBy(each, ({ campaignId }) => campaignId)]
    .map(([campaignId, own]) => ({
      campaignId,
      title: own[0]?.title ?? '',
      codes: [...new Set(own.flatMap(({ codes }) => codes))],
      schoolIds: own.map(({ schoolId }) => schoolId),
    }))
    .toSorted((one, other) => other.schoolIds.length - one.schoolIds.length);
}

type Weighed = Asking & Pick<CampaignFields, 'lateAfter'> & { readonly orgUnitId: string };

/** What a set would weigh, while it is being put together. */
export async function weighCampaign(
  { orgUnitId, lateAfter, ...asking }: Weighed,
  { tx, allow }: Call,
): Promise<CampaignWeight> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('indicators.manage', unit);
  const definitions = await listDefinitions(tx);
  const current = new Map(currentIndicators(definitions).map((one) => [one.code, one]));
  const { added } = addTotals(asking.sections, current);
  const sections = completeSections(asking, definitions);
  const schools = await listAsked(tx, unit, asking);
  await refuseForeignDefinitions(tx, sections, schools);
  const schoolIds = schools.map(({ id }) => id);
  const { all, indicators, elsewhere, burdens } = await weighAsking(tx, { ...asking, sections, schoolIds });
  const month = monthOfForm(lateAfter);
  const others = elsewhere.filter(
    ({ campaign }) => campaign.state === 'open' && monthOfForm(campaign.lateAfter) === month,
  );
  const otherFields = new Map<string, number>();
  for (const { schoolId, codes, campaign } of others) {
    const asked = campaign.sections
      .flatMap((section) => section.indicators)
      .filter(({ code }) => codes.includes(code))
      .flatMap((one) => findIndicator(one, all) ?? []);
    otherFields.set(schoolId, (otherFields.get(schoolId) ?? 0) + sumFields(asked));
  }
  return {
    schoolCount: schoolIds.length,
    fields: rangeOf(burdens.map(({ fields }) => fields)),
    known: rangeOf(burdens.map(({ knownFields }) => knownFields)),
    reckoned: rangeOf(burdens.map(({ reckoned }) => reckoned.length)),
    notReckoned: indicators
      .map(({ code }) => code)
      .filter((code) => burdens.some(({ notReckoned }) => notReckoned.includes(code))),
    month,
    monthFields: rangeOf(burdens.map(({ schoolId, fields }) => fields + (otherFields.get(schoolId) ?? 0))),
    addedTotals: added,
    notAsked: indicators
      .map(({ code }) => code)
      .filter((code) => burdens.length > 0 && burdens.every(({ spared }) => spared.includes(code))),
    overlaps: overlapsOf(burdens),
  };
}

const rangeOf = (numbers: readonly number[]): CampaignWeight['fields'] =>
  numbers.reduce(
    (range, number) => ({ least: Math.min(range.least, number), most: Math.max(range.most, number) }),
    { least: numbers[0] ?? 0, most: 0 },
  );
