import { type Insertable, sql, type Updateable } from 'kysely';
import type { Campaign, ListedCampaign } from '@opora/domain/indicators/campaign-view.ts';
import { CampaignSection } from '@opora/domain/indicators/campaign.ts';
import { z } from 'zod';
import type { Campaign as CampaignRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

const withUnit = (db: Db) =>
  db
    .selectFrom('campaign')
    .innerJoin('org_unit as unit', 'unit.id', 'campaign.org_unit_id')
    .selectAll('campaign')
    .select('unit.short_name as unit_name');

/** As far as row security shows them, the latest opened first. */
export async function listCampaigns(db: Db): Promise<ListedCampaign[]> {
  const rows = await withUnit(db)
    .leftJoin(countedForms(db), 'forms.campaign_id', 'campaign.id')
    .select([
      'forms.all',
      'forms.school',
      'forms.municipality',
      'forms.region',
      'forms.approved',
      'forms.returned',
      sql<number>`(select count(*) from jsonb_array_elements(campaign.sections) as section,
        jsonb_array_elements(section -> 'indicators'))`.as('indicator_count'),
    ])
    .orderBy('opens_on', 'desc')
    .orderBy('title')
    .execute();
  return rows.map((row) => {
    const { sections: _, ...campaign } = present(row);
    return {
      ...campaign,
      indicatorCount: row.indicator_count,
      forms: {
        all: row.all ?? 0,
        school: row.school ?? 0,
        municipality: row.municipality ?? 0,
        region: row.region ?? 0,
        approved: row.approved ?? 0,
        returned: row.returned ?? 0,
      },
    };
  });
}

export type KeptCampaign = Campaign & { readonly schoolIds: readonly string[] };

export async function findCampaign(db: Db, id: string): Promise<KeptCampaign | undefined> {
  const row = await withUnit(db).where('campaign.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...present(row), schoolIds: row.school_ids };
}

/** Nobody else opens, closes or changes the campaign until this transaction ends. */
export async function lockCampaign(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('campaign').select('id').where('id', '=', id).forUpdate().execute();
}

export async function insertCampaign(tx: Tx, row: Insertable<CampaignRow>): Promise<void> {
  await tx.insertInto('campaign').values(row).execute();
}

/** False when somebody else was faster. */
export async function updateCampaign(
  tx: Tx,
  { id, version }: Pick<Campaign, 'id' | 'version'>,
  changes: Updateable<CampaignRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('campaign')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteCampaign(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('campaign').where('id', '=', id).executeTakeFirst(), 1);
}

/** Campaigns that ask or have asked schools, by their last day in time. */
export async function listBegunCampaigns(db: Db): Promise<Campaign[]> {
  const rows = await withUnit(db)
    .where('state', '!=', 'draft')
    .orderBy('late_after')
    .orderBy('title')
    .execute();
  return rows.map(present);
}

const countedForms = (db: Db) => {
  return db
    .selectFrom('submission')
    .where('released_on', 'is', null)
    .groupBy('campaign_id')
    .select('campaign_id')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where stage = 'school')`.as('school'),
      sql<number>`count(*) filter (where stage = 'municipality')`.as('municipality'),
      sql<number>`count(*) filter (where stage = 'region')`.as('region'),
      sql<number>`count(*) filter (where stage = 'approved')`.as('approved'),
      sql<number>`count(*) filter (where is_returned)`.as('returned'),
    ])
    .as('forms');
};

const Sections = z.array(CampaignSection);

type ListedRow = Awaited<ReturnType<ReturnType<typeof withUnit>['executeTakeFirstOrThrow']>>;

const present = (row: ListedRow): Campaign => ({
  id: row.id,
  orgUnitId: row.org_unit_id,
  unitName: row.unit_name,
  scope: row.scope,
  title: row.title,
  asks: row.asks as Campaign['asks'],
  period: row.period_code,
  sections: Sections.parse(row.sections),
  // The columns' check constraints hold the same lists.
  approvedBy: row.approved_by as Campaign['approvedBy'],
  state: row.state as Campaign['state'],
  opensOn: row.opens_on,
  lateAfter: row.late_after,
  closedAfter: row.closed_after,
  version: row.version,
});
