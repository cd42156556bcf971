import { Button, Group, MultiSelect, Text } from '@mantine/core';
import type { CampaignDetail } from '@opora/domain/indicators/campaign-view.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { askableUnits } from './askable-units.ts';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { useCampaignActions } from './use-campaigns.ts';

type CampaignActionsProps = { readonly campaign: CampaignDetail; readonly units: readonly OrgUnit[] };

/** What the office that asks may do with a campaign. */
export function CampaignActions({ campaign, units }: CampaignActionsProps) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[campaign.asks];
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'open' | 'close' | 'remove' | 'dates' | 'schools' | null>(null);
  const actions = useCampaignActions(campaign);
  const onClose = () => setAsking(null);
  const toList = () => void navigate({ to: '/monitoring' });
  return (
    <>
      <Group gap="xs">
        {campaign.state === 'draft' && (
          <>
            <Button onClick={() => setAsking('open')}>{texts.open}</Button>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/monitoring/campaigns/$campaignId/draft"
                  params={{ campaignId: campaign.id }}
                />
              )}
            >
              {texts.edit}
            </Button>
            <Button variant="default" onClick={() => setAsking('remove')}>
              {texts.remove}
            </Button>
          </>
        )}
        {campaign.state === 'open' && (
          <>
            <Button variant="default" onClick={() => setAsking('schools')}>
              {asked.add}
            </Button>
            <Button variant="default" onClick={() => setAsking('dates')}>
              {texts.moveDates}
            </Button>
            <Button variant="default" onClick={() => setAsking('close')}>
              {texts.close}
            </Button>
          </>
        )}
        {campaign.state !== 'draft' && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link {...props} to="/monitoring/campaigns/new" search={{ copy: campaign.id }} />
            )}
          >
            {texts.copy}
          </Button>
        )}
      </Group>
      {asking === 'open' && (
        <ConfirmDialog
          title={texts.openTitle(campaign.title)}
          action={texts.open}
          onConfirm={async () => notify(texts.opened((await actions.open.mutateAsync(undefined)).formCount))}
          onClose={onClose}
        >
          <Text>{asked.openWhat}</Text>
          <Text>{asked.count(campaign.schoolIds.length)}</Text>
        </ConfirmDialog>
      )}
      {asking === 'close' && (
        <ConfirmDialog
          title={texts.closeTitle(campaign.title)}
          action={texts.close}
          onConfirm={() => actions.close.mutateAsync(undefined)}
          onClose={onClose}
        >
          <Text>{asked.closeWhat}</Text>
        </ConfirmDialog>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={texts.removeTitle(campaign.title)}
          action={texts.remove}
          isDangerous
          onConfirm={async () => {
            await actions.remove.mutateAsync(undefined);
            toList();
          }}
          onClose={onClose}
        >
          <Text>{asked.removeWhat}</Text>
        </ConfirmDialog>
      )}
      {asking === 'dates' && <MoveDates campaign={campaign} onClose={onClose} />}
      {asking === 'schools' && <AddSchools campaign={campaign} units={units} onClose={onClose} />}
    </>
  );
}

type DialogProps = { readonly campaign: CampaignDetail; readonly onClose: () => void };

function MoveDates({ campaign, onClose }: DialogProps) {
  const texts = useTexts(campaignTexts);
  const { save } = useTexts(uiTexts);
  const { moveDates } = useCampaignActions(campaign);
  const [lateAfter, setLate] = useState<string | null>(campaign.lateAfter);
  const [closedAfter, setClosed] = useState<string | null>(campaign.closedAfter);
  return (
    <ConfirmDialog
      title={texts.moveDates}
      action={save}
      onConfirm={() =>
        moveDates.mutateAsync({
          lateAfter: lateAfter ?? campaign.lateAfter,
          closedAfter: closedAfter ?? campaign.closedAfter,
        })
      }
      onClose={onClose}
    >
      <DateField label={texts.facts.late} value={lateAfter} onChange={setLate} required />
      <DateField label={texts.facts.closed} value={closedAfter} onChange={setClosed} required />
    </ConfirmDialog>
  );
}

function AddSchools({ campaign, units, onClose }: DialogProps & { readonly units: readonly OrgUnit[] }) {
  const texts = useTexts(campaignTexts);
  const words = useTexts(askedCampaignTexts)[campaign.asks];
  const { addSchools } = useCampaignActions(campaign);
  const [schoolIds, setSchoolIds] = useState<string[]>([]);
  const asked = new Set(
    campaign.forms.filter(({ releasedOn }) => releasedOn === null).map(({ orgUnitId }) => orgUnitId),
  );
  const offered = askableUnits(units, campaign).filter(({ id }) => !asked.has(id));
  return (
    <ConfirmDialog
      title={words.add}
      action={words.add}
      onConfirm={async () => notify(texts.opened((await addSchools.mutateAsync(schoolIds)).formCount))}
      onClose={onClose}
    >
      <MultiSelect
        label={words.chosen}
        searchable
        limit={50}
        data={offered.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={schoolIds}
        onChange={setSchoolIds}
      />
    </ConfirmDialog>
  );
}
