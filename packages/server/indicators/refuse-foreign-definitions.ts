import { isWithin, type ScopePath } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { CampaignSection } from '@opora/domain/indicators/campaign.ts';
import type { Db } from '../platform/database.ts';
import { listOwnDefinitions } from './indicator-queries.ts';

/** An office's own indicator is asked of schools below it alone: others do not see what it means. */
export async function refuseForeignDefinitions(
  db: Db,
  sections: readonly CampaignSection[],
  schools: readonly { readonly scope: ScopePath }[],
): Promise<void> {
  const asked = new Set(sections.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  for (const { indicator, scope, unitName } of await listOwnDefinitions(db)) {
    if (asked.has(indicator.code) && !schools.every((school) => isWithin(school.scope, scope)))
      throw new Refusal('campaign-indicator-foreign', { code: indicator.code, office: unitName });
  }
}
