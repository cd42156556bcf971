import { randomUUID } from 'node:crypto';
import type { CampaignFields, CampaignSection } from '@opora/domain/indicators/campaign.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { inSystem } from './office-for-tests.ts';
import { addTestPerson } from './people-for-tests.ts';
import type { TestServer } from './server-for-tests.ts';

export const askedForTests: readonly CampaignSection[] = [
  { title: 'Результаты', indicators: ['R11', 'R12', 'R16'].map((code) => ({ code, version: 1 })) },
  { title: 'Условия', indicators: ['M05', 'M07'].map((code) => ({ code, version: 1 })) },
];

type Asked = Partial<Omit<CampaignFields, 'sections'>> & { readonly sections?: readonly CampaignSection[] };

/** An open campaign of the territory with a form of one school; gives the id of the form. */
export async function addTestForm(
  server: TestServer,
  { territory, school }: { readonly territory: OrgUnit; readonly school: OrgUnit },
  fields: Asked = {},
): Promise<string> {
  const person = await addTestPerson(server, territory);
  const [campaignId, submissionId] = [randomUUID(), randomUUID()];
  const sections = fields.sections ?? askedForTests;
  await inSystem(server, async (tx) => {
    await tx
      .insertInto('campaign')
      .values({
        id: campaignId,
        org_unit_id: territory.id,
        scope: territory.scope,
        title: fields.title ?? 'Самообследование',
        period_code: fields.period ?? 'SY2025',
        sections: JSON.stringify(sections),
        approved_by: fields.approvedBy ?? 'region',
        opens_on: fields.opensOn ?? '2026-03-01',
        late_after: fields.lateAfter ?? '2026-03-10',
        closed_after: fields.closedAfter ?? '2026-03-20',
        state: 'open',
        made_by: person.id,
        made_at: server.parts.clock(),
        version: 1,
      })
      .execute();
    await tx
      .insertInto('submission')
      .values({
        id: submissionId,
        campaign_id: campaignId,
        org_unit_id: school.id,
        scope: school.scope,
        assigned_on: '2026-03-01',
        stage: 'school',
        is_returned: false,
        rounds: 0,
        asked_count: sections.flatMap(({ indicators }) => indicators).length,
        given_count: 0,
        version: 1,
      })
      .execute();
  });
  return submissionId;
}
