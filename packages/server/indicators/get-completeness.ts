import { sql } from 'kysely';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { CompletenessTable } from '@opora/domain/indicators/campaign-view.ts';
import type { SubmissionStage } from '@opora/domain/indicators/campaign.ts';
import { type AskedForm, tallyForms } from '@opora/domain/indicators/completeness.ts';
import { periodOfCode, schoolYearOf } from '@opora/domain/indicators/report-period.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { listBegunCampaigns } from './campaign-queries.ts';

/** Campaigns of a school year across; municipalities of a region, or schools of a municipality, down. Always of now: a row of each form is read. */
export async function getCompleteness(
  orgUnitId: string,
  schoolYear: number,
  { tx, allow, now }: Call,
): Promise<CompletenessTable> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('indicators.values', unit);
  const today = isoDateIn(now);
  const campaigns = (await listBegunCampaigns(tx)).filter(
    ({ period }) => schoolYearOf(periodOfCode(period)) === schoolYear,
  );
  const forms = await listAskedForms(
    tx,
    unit.scope,
    campaigns.map(({ id }) => id),
  );
  const units = (await listOrgUnits(tx)).filter((one) =>
    unit.kind === 'region'
      ? one.kind === 'municipality' || (one.kind === 'school' && one.parentId === unit.id)
      : one.id === unit.id || (isSchool(one) && isWithin(one.scope, unit.scope)),
  );
  const lineOf = new Map(units.map(({ id, scope }) => [scope, id]));
  const cells = Map.groupBy(forms, ({ scope, campaignId }) => `${lineAbove(scope, lineOf)} ${campaignId}`);
  const askedIds = new Set(forms.map(({ campaignId }) => campaignId));
  const asked = campaigns.filter(({ id }) => askedIds.has(id));
  // A branch is listed where it was asked apart from its school, a municipality among its schools where it was asked itself.
  const listed = units.filter(
    ({ id, kind }) =>
      kind === 'school' ||
      (kind === 'municipality' && id !== unit.id) ||
      asked.some((one) => cells.has(`${id} ${one.id}`)),
  );
  return {
    campaigns: asked.map(({ sections: _sections, ...campaign }) => campaign),
    lines: listed.map((one) => ({
      orgUnitId: one.id,
      name: one.shortName,
      isSchool: isSchool(one),
      cells: asked.map((campaign) => {
        const tally = tallyForms(cells.get(`${one.id} ${campaign.id}`) ?? [], today);
        return tally.expected === 0 ? null : tally;
      }),
    })),
  };
}

/** The line a form stands in: that of its school, or of what the school stands below. */
function lineAbove(scope: string, lineOf: ReadonlyMap<string, string>): string | undefined {
  const parent = scope.slice(0, Math.max(0, scope.lastIndexOf('.')));
  return lineOf.get(scope) ?? (parent === '' ? undefined : lineAbove(parent, lineOf));
}

type CountedForm = AskedForm & { readonly campaignId: string; readonly scope: string };

async function listAskedForms(db: Db, scope: string, campaignIds: readonly string[]): Promise<CountedForm[]> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('org_unit as school', 'school.id', 'submission.org_unit_id')
    .select((eb) => [
      'submission.campaign_id',
      'submission.scope',
      'submission.stage',
      'submission.first_sent_on',
      'submission.given_count',
      'submission.released_on',
      eb.fn.coalesce('submission.late_after', 'campaign.late_after').as('late_after'),
      'school.opened_on',
      'school.closed_on',
    ])
    .where('submission.campaign_id', '=', (eb) => eb.fn.any(eb.val([...campaignIds])))
    .where(sql<boolean>`submission.scope operator(public.<@) ${scope}::public.ltree`)
    .execute();
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    scope: row.scope,
    // The column's check constraint holds the same list.
    stage: row.stage as SubmissionStage,
    firstSentOn: row.first_sent_on,
    givenCount: row.given_count,
    releasedOn: row.released_on,
    lateAfter: row.late_after,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}
