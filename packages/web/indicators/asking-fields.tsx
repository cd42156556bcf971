import { NativeSelect, Text } from '@mantine/core';
import { askedLevels, type AskedLevel, type CampaignFields } from '@opora/domain/indicators/campaign.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useTexts } from '../platform/language.tsx';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';

type Approver = CampaignFields['approvedBy'];

type AskingFieldsProps = {
  readonly territory: OrgUnit | undefined;
  /** Those that it may be of; one alone is no choice. */
  readonly territories: readonly OrgUnit[];
  readonly asks: AskedLevel;
  readonly onAsk: (territory: OrgUnit | undefined, asks: AskedLevel) => void;
  /** Indicators that went with the last choice. */
  readonly droppedCount: number;
  readonly approver: Approver;
  readonly onApprover: (approver: Approver) => void;
};

/** Whose collection it is, whether schools or municipalities are asked, and who accepts last: forms of municipalities go to the region alone. */
export function AskingFields({
  territory,
  territories,
  asks,
  onAsk,
  droppedCount,
  approver,
  onApprover,
}: AskingFieldsProps) {
  const texts = useTexts(campaignTexts);
  const kinds = useTexts(askedCampaignTexts);
  const isRegional = territory?.kind === 'region';
  return (
    <>
      {territories.length > 1 && (
        <NativeSelect
          label={texts.territory}
          value={territory?.id ?? ''}
          data={territories.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(event) =>
            onAsk(
              territories.find(({ id }) => id === event.currentTarget.value),
              asks,
            )
          }
        />
      )}
      {isRegional && (
        <NativeSelect
          label={texts.asks}
          value={asks}
          data={askedLevels.map((value) => ({ value, label: kinds[value].chosen }))}
          onChange={(event) =>
            onAsk(territory, event.currentTarget.value === 'municipality' ? 'municipality' : 'school')
          }
        />
      )}
      {droppedCount > 0 && (
        <Text size="sm" role="status">
          {kinds[asks].dropped(droppedCount)}
        </Text>
      )}
      {isRegional && asks === 'school' && (
        <NativeSelect
          label={texts.facts.approvedBy}
          description={texts.approverHint}
          value={approver}
          data={(['region', 'municipality'] as const).map((value) => ({
            value,
            label: texts.approvers[value],
          }))}
          onChange={(event) =>
            onApprover(event.currentTarget.value === 'municipality' ? 'municipality' : 'region')
          }
        />
      )}
    </>
  );
}
