import { sql } from 'kysely';
import type { AskedElsewhere } from '@opora/domain/indicators/burden.ts';
import type { Campaign } from '@opora/domain/indicators/campaign-view.ts';
import type { Db } from '../platform/database.ts';
import { listBegunCampaigns } from './campaign-queries.ts';

/** What begun campaigns beside this one ask of the schools, whichever period they are for; released schools are not asked. */
export async function listAskedElsewhere(
  db: Db,
  schoolIds: readonly string[],
  exceptId: string | null,
): Promise<(AskedElsewhere & { readonly campaign: Campaign })[]> {
  const campaigns = new Map(
    (await listBegunCampaigns(db)).filter(({ id }) => id !== exceptId).map((one) => [one.id, one]),
  );
  const rows = await db
    .selectFrom('submission')
    .select(['campaign_id', 'org_unit_id', 'spared'])
    .where('released_on', 'is', null)
    .where('org_unit_id', '=', (eb) => eb.fn.any(eb.val([...schoolIds])))
    .execute();
  return rows.flatMap(({ campaign_id: campaignId, org_unit_id: schoolId, spared }) => {
    const campaign = campaigns.get(campaignId);
    if (campaign === undefined) return [];
    const codes = campaign.sections
      .flatMap(({ indicators }) => indicators.map(({ code }) => code))
      .filter((code) => !spared.includes(code));
    return [{ schoolId, campaignId, title: campaign.title, codes, campaign }];
  });
}

/** Codes that have a value of the period, by school: from a register, an import or a form that asked for it once. */
export async function listKnownCodes(
  db: Db,
  { schoolIds, period, codes }: { schoolIds: readonly string[]; period: string; codes: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('indicator_value')
    .select(['org_unit_id', sql<string[]>`array_agg(indicator_code)`.as('codes')])
    .where('org_unit_id', '=', (eb) => eb.fn.any(eb.val([...schoolIds])))
    .where('period_code', '=', period)
    .where('indicator_code', '=', (eb) => eb.fn.any(eb.val([...codes])))
    .where('state', '!=', 'unreadable')
    .groupBy('org_unit_id')
    .execute();
  return new Map(rows.map((row) => [row.org_unit_id, new Set(row.codes)]));
}
