import { Button, Stack, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { CampaignDetail, CampaignForm } from '@opora/domain/indicators/campaign-view.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMemo, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { notify } from '../ui/notice.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { standingTones } from './standing-tones.ts';
import { useCampaignActions } from './use-campaigns.ts';

type CampaignFormsProps = {
  readonly campaign: CampaignDetail;
  readonly units: readonly OrgUnit[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
};

/** Forms of a campaign: where each is, whether it came in time, how much of it is filled; several are accepted at once. */
export function CampaignForms({ campaign, units, openId, onOpen }: CampaignFormsProps) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[campaign.asks];
  const asksSchools = campaign.asks === 'school';
  const byId = useMemo(() => new Map(units.map((unit) => [unit.id, unit])), [units]);
  const isOfOne = campaign.scope.includes('.');
  const { accept } = useCampaignActions(campaign);
  const [left, setLeft] = useState<readonly { readonly orgUnitId: string; readonly why: string }[]>([]);
  const columns = useMemo((): readonly GridColumn<CampaignForm>[] => {
    const stageOf = (form: CampaignForm) =>
      form.releasedOn !== null ? texts.released : form.isReturned ? asked.returned : asked.stages[form.stage];
    const all: readonly GridColumn<CampaignForm>[] = [
      {
        id: 'school',
        title: asked.one,
        kind: 'text',
        widthPx: 210,
        value: ({ orgUnitId }) => byId.get(orgUnitId)?.shortName ?? '',
      },
      {
        id: 'municipality',
        title: texts.municipality,
        kind: 'choice',
        // A collection of one municipality says nothing by it.
        ...(isOfOne ? { hiddenAtFirst: true } : {}),
        value: ({ orgUnitId }) => municipalityOf(byId, orgUnitId),
      },
      { id: 'stage', title: texts.stage, kind: 'choice', value: stageOf },
      {
        id: 'standing',
        title: texts.standing,
        kind: 'choice',
        widthPx: 170,
        value: ({ standing }) => (standing === null ? null : texts.standings[standing]),
        render: ({ standing }) =>
          standing === null ? null : (
            <StateBadge tone={standingTones[standing]} word={texts.standings[standing]} />
          ),
      },
      {
        id: 'sent',
        title: texts.sentOn,
        kind: 'date',
        widthPx: 130,
        value: ({ lastSentOn }) => lastSentOn,
        render: ({ lastSentOn }) => (lastSentOn === null ? '—' : formatDate(lastSentOn)),
      },
      {
        id: 'filled',
        title: texts.filled,
        kind: 'number',
        widthPx: 130,
        // What a school has typed and not sent is not told above it.
        value: ({ givenCount, stage }) => (stage === 'school' && givenCount === 0 ? null : givenCount),
        render: ({ givenCount, askedCount, stage }) =>
          stage === 'school' && givenCount === 0 ? '—' : texts.complete(givenCount, askedCount),
      },
      {
        id: 'rounds',
        title: texts.rounds,
        kind: 'number',
        widthPx: 120,
        hiddenAtFirst: true,
        value: ({ rounds }) => rounds,
      },
    ];
    return asksSchools ? all : all.filter(({ id }) => id !== 'municipality');
  }, [asked, asksSchools, byId, isOfOne, texts]);
  const acceptMany = (forms: readonly CampaignForm[], clear: () => void) =>
    accept.mutate(forms, {
      onSuccess: (answer) => {
        setLeft(answer.left);
        notify(texts.accepted(answer.accepted));
        clear();
      },
    });
  const mayAccept = campaign.forms.some(({ moves }) => moves.includes('accept'));
  return (
    <Stack gap="xs">
      {left.length > 0 && (
        <WaitsAlert title={texts.left(left.length)} role="alert">
          {left.map(({ orgUnitId, why }) => (
            <Text key={orgUnitId} size="sm">
              {byId.get(orgUnitId)?.shortName}: {why}
            </Text>
          ))}
        </WaitsAlert>
      )}
      <DataGrid
        id={
          isOfOne
            ? 'campaign-forms'
            : asksSchools
              ? 'campaign-forms-of-many'
              : 'campaign-forms-of-municipalities'
        }
        label={asked.forms}
        rows={campaign.forms}
        columns={columns}
        idOf={idOf}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        bulkActions={(selected, clear) =>
          mayAccept && (
            <Button size="xs" loading={accept.isPending} onClick={() => acceptMany(selected, clear)}>
              {texts.acceptMany(selected.length)}
            </Button>
          )
        }
        empty={<Text>{asked.noForms}</Text>}
      />
    </Stack>
  );
}

const idOf = ({ id }: CampaignForm): string => id;

/** Of a branch too. */
function municipalityOf(byId: ReadonlyMap<string, OrgUnit>, id: string): string | null {
  const unit = byId.get(id);
  if (unit === undefined) return null;
  if (unit.kind === 'municipality') return unit.shortName;
  return unit.parentId === null ? null : municipalityOf(byId, unit.parentId);
}
