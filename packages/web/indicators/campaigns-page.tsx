import '../ui/due-list.css';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { ListedCampaign } from '@opora/domain/indicators/campaign-view.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { Link } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { FormsToFill } from './forms-to-fill.tsx';
import { useCampaigns } from './use-campaigns.ts';
import { WorsenedOfTerritories } from './worsened-section.tsx';

/** Every collection the person may see, and where its forms are. */
export function CampaignsPage() {
  const texts = useTexts(campaignTexts);
  const me = useMe().data;
  const campaigns = useCampaigns();
  const mayFill = me !== undefined && canSomewhere(me, 'indicators.enter');
  const mayManage = me !== undefined && canSomewhere(me, 'indicators.manage');
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose}
      action={
        mayManage && (
          <Button renderRoot={(props) => <Link {...props} to="/monitoring/campaigns/new" search={{}} />}>
            {texts.make}
          </Button>
        )
      }
    >
      {mayFill && <FormsToFill />}
      <WorsenedOfTerritories />
      <Loaded query={campaigns}>
        {(list) =>
          list.length === 0 ? (
            <Text>{mayManage ? texts.noneForOffice : texts.noneForSchool}</Text>
          ) : (
            <ul className="due-list">
              {list.map((campaign) => (
                <CampaignLine key={campaign.id} campaign={campaign} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

const tones = { draft: 'plain', open: 'current', closed: 'ended' } as const;

function CampaignLine({ campaign }: { readonly campaign: ListedCampaign }) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[campaign.asks];
  const { language } = useLanguage();
  const { all, school, municipality, region, approved, returned } = campaign.forms;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/monitoring/campaigns/${campaign.id}`}>
          {campaign.title}
        </Anchor>
        <StateBadge tone={tones[campaign.state]} word={texts.states[campaign.state]} />
      </Group>
      <Text size="sm" c="dimmed">
        {[
          periodName(periodOfCode(campaign.period), language),
          campaign.unitName,
          ...(all > 1 ? [asked.count(all)] : []),
          texts.indicators(campaign.indicatorCount),
          `${texts.lateAfter} ${formatDate(campaign.lateAfter)}`,
        ].join(' · ')}
      </Text>
      {all > 0 && (
        <Text size="sm">
          {[
            texts.approved(approved, all),
            ...(school > 0 ? [asked.atAsked(school, returned)] : []),
            ...(municipality > 0 ? [`${texts.atMunicipality} ${municipality}`] : []),
            ...(region > 0 ? [`${texts.atRegion} ${region}`] : []),
          ].join(' · ')}
        </Text>
      )}
    </li>
  );
}
