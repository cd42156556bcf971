import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import type { CampaignDetail, CampaignForm } from '@opora/domain/indicators/campaign-view.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { campaignTexts } from './campaign-catalog.ts';
import { CampaignForms } from './campaign-forms.tsx';
import { OwnFormDates, ReleaseForm } from './form-dialogs.tsx';
import { FormTrack } from './form-track.tsx';
import { useCampaign } from './use-campaigns.ts';

/** A campaign: what it asks, until when, and the forms in the order of their schools. */
export function CampaignPage() {
  const { campaignId } = useParams({ from: '/signed-in/monitoring/campaigns/$campaignId' });
  return <Loaded query={useCampaign(campaignId)}>{(data) => <CampaignBody campaign={data} />}</Loaded>;
}

function CampaignBody({ campaign }: { readonly campaign: CampaignDetail }) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[campaign.asks];
  const { language } = useLanguage();
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const mayManage = me !== undefined && can(me, 'indicators.manage', campaign);
  const opened = campaign.forms.find(({ id }) => id === openId);
  const nameOf = (form: CampaignForm) => units.find(({ id }) => id === form.orgUnitId)?.shortName ?? '';
  const facts = [
    [texts.facts.period, periodName(periodOfCode(campaign.period), language)],
    [texts.facts.approvedBy, texts.approvers[campaign.approvedBy]],
    [texts.facts.opens, formatDate(campaign.opensOn)],
    [texts.facts.late, formatDate(campaign.lateAfter)],
    [texts.facts.closed, formatDate(campaign.closedAfter)],
  ] as const;
  return (
    <Page
      title={campaign.title}
      purpose={`${campaign.unitName} · ${texts.states[campaign.state]}`}
      action={mayManage && <CampaignActions campaign={campaign} units={units} />}
    >
      <Group gap="4px 24px">
        {facts.map(([name, value]) => (
          <Text key={name} size="sm">
            <Text span c="dimmed">
              {name}:
            </Text>{' '}
            {value}
          </Text>
        ))}
      </Group>
      <AskedList campaign={campaign} />
      <WaitingForms campaign={campaign} nameOf={nameOf} />
      <Section title={asked.forms}>
        {campaign.forms.length === 0 ? (
          <Text>{mayManage ? asked.noForms : asked.noOwnForms}</Text>
        ) : (
          <CampaignForms campaign={campaign} units={units} openId={openId} onOpen={setOpenId} />
        )}
      </Section>
      {opened !== undefined && (
        <SidePanel title={nameOf(opened)} onClose={() => setOpenId(null)}>
          <OpenedForm
            form={opened}
            asks={campaign.asks}
            schoolName={nameOf(opened)}
            mayManage={mayManage && campaign.state === 'open'}
          />
        </SidePanel>
      )}
    </Page>
  );
}

const namedMax = 12;

type WaitingProps = {
  readonly campaign: CampaignDetail;
  readonly nameOf: (form: CampaignForm) => string;
};

/** Forms that the reader is to accept or to return, each a link to its page. */
function WaitingForms({ campaign, nameOf }: WaitingProps) {
  const texts = useTexts(campaignTexts);
  const me = useMe().data;
  const isRegional = me?.grants.some(({ scope }) => !scope.includes('.')) ?? false;
  // A region may read in place of a municipality, but what stands there does not wait for it.
  const own = isRegional ? 'region' : 'municipality';
  const waiting = campaign.forms.filter(({ stage, moves }) => stage === own && moves.includes('accept'));
  if (waiting.length === 0) return null;
  return (
    <WaitsAlert title={texts.waitForYou(waiting.length)}>
      <Group gap="4px 16px">
        {waiting.slice(0, namedMax).map((form) => (
          <Anchor
            key={form.id}
            c="var(--mantine-color-text)"
            underline="always"
            component={Link}
            to={`/monitoring/forms/${form.id}`}
          >
            {nameOf(form)}
          </Anchor>
        ))}
        {waiting.length > namedMax && <Text>{texts.andMore(waiting.length - namedMax)}</Text>}
      </Group>
    </WaitsAlert>
  );
}

function AskedList({ campaign }: { readonly campaign: CampaignDetail }) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  const names = new Map(currentIndicators().map((one) => [one.code, one.name[language]]));
  return (
    <details>
      <summary>
        {texts.asked}: {texts.indicators(campaign.sections.flatMap(({ indicators }) => indicators).length)}
      </summary>
      <Stack gap="xs" mt="xs">
        {campaign.sections.map(({ title, indicators }) => (
          <div key={title}>
            <Text fw={600}>{title}</Text>
            <Text size="sm">{indicators.map(({ code }) => names.get(code) ?? code).join('; ')}</Text>
          </div>
        ))}
      </Stack>
    </details>
  );
}

type OpenedFormProps = {
  readonly form: CampaignForm;
  readonly asks: AskedLevel;
  readonly schoolName: string;
  readonly mayManage: boolean;
};

function OpenedForm({ form, asks, schoolName, mayManage }: OpenedFormProps) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[asks];
  const [asking, setAsking] = useState<'release' | 'dates' | null>(null);
  const onClose = () => setAsking(null);
  return (
    <Stack>
      <Anchor component={Link} to={`/monitoring/forms/${form.id}`}>
        {texts.openForm}
      </Anchor>
      {form.releasedReason !== null && (
        <Text>
          {texts.released}: {form.releasedReason}
        </Text>
      )}
      {form.exceptionReason !== null && (
        <Text size="sm">
          {texts.own}:{' '}
          {[form.lateAfter, form.closedAfter]
            .flatMap((day) => (day === null ? [] : [formatDate(day)]))
            .join(' · ')}{' '}
          ({form.exceptionReason})
        </Text>
      )}
      <FormTrack submissionId={form.id} asks={asks} schoolName={schoolName} canSend={false} />
      {mayManage && form.releasedOn === null && (
        <Group gap="xs">
          <Button variant="default" onClick={() => setAsking('dates')}>
            {texts.ownDates}
          </Button>
          <Button variant="default" onClick={() => setAsking('release')}>
            {asked.release}
          </Button>
        </Group>
      )}
      {asking === 'release' && (
        <ReleaseForm form={form} asks={asks} schoolName={schoolName} onClose={onClose} />
      )}
      {asking === 'dates' && (
        <OwnFormDates
          form={form}
          schoolName={schoolName}
          lateAfter={form.lateAfter}
          closedAfter={form.closedAfter}
          exceptionReason={form.exceptionReason}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}
