import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { choiceOf, type PartyChoice } from '@opora/domain/plans/party-choice.ts';
import type { Activity, Party, Plan } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { partyTexts } from './party-catalog.ts';
import { PartySelect } from './party-select.tsx';
import { useMatchParty, usePartyOptions } from './use-plans.ts';

type ActivityPartiesProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly mayManage: boolean;
};

/** Who answers for an activity: as printed, and whom that means in the system. */
export function ActivityParties({ plan, activity, mayManage }: ActivityPartiesProps) {
  const texts = useTexts(instanceTexts);
  const [matchedId, setMatched] = useState<string | null>(null);
  const { parties } = activity;
  if (parties.length === 0) return <Text size="sm">{texts.noParties}</Text>;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {texts.parties}
      </Text>
      <ul className="plain-list">
        {parties.map((party) => (
          <li key={party.id}>
            <PartyLine
              party={party}
              isLead={party.role === 'lead' && parties.length > 1}
              onMatch={
                mayManage ? () => setMatched((open) => (open === party.id ? null : party.id)) : undefined
              }
            />
            {matchedId === party.id && (
              <MatchForm
                plan={plan}
                activityId={activity.id}
                party={party}
                onClose={() => setMatched(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type PartyLineProps = {
  readonly party: Party;
  readonly isLead: boolean;
  readonly onMatch: (() => void) | undefined;
};

function PartyLine({ party, isLead, onMatch }: PartyLineProps) {
  const lead = useTexts(instanceTexts).lead;
  const texts = useTexts(partyTexts);
  const isText = choiceOf(party).kind === 'text';
  return (
    <Group gap="xs" align="baseline">
      <div>
        <Text size="sm">{isLead ? `${party.raw} (${lead})` : party.raw}</Text>
        {party.meant !== null && (
          <Text size="xs" c="dimmed">
            {texts.means(party.meant)}
          </Text>
        )}
        {isText && onMatch !== undefined && (
          <Text size="xs" c="dimmed">
            {texts.unmatched}
          </Text>
        )}
      </div>
      {onMatch !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          className="screen-only"
          aria-label={`${isText ? texts.match : texts.change}: ${party.raw}`}
          onClick={onMatch}
        >
          {isText ? texts.match : texts.change}
        </Button>
      )}
    </Group>
  );
}

type MatchFormProps = {
  readonly plan: Plan;
  readonly activityId: string;
  readonly party: Party;
  readonly onClose: () => void;
};

function MatchForm({ plan, activityId, party, onClose }: MatchFormProps) {
  const texts = useTexts(partyTexts);
  const { connectionLost } = useTexts(uiTexts);
  const seen = choiceOf(party);
  // What the document itself spells out says more than its abbreviation.
  const printed = plan.abbreviations[party.raw] ?? party.raw;
  const likely = usePartyOptions({ printed, question: '' }, true).data ?? [];
  const same = plan.activities.filter(({ parties }) => parties.some((other) => isSame(other, party)));
  const [isEverywhere, setEverywhere] = useState(true);
  const match = useMatchParty(plan.id);
  const current = { choice: seen, name: party.meant ?? party.raw, place: null };
  const choose = (choice: PartyChoice, name: string) =>
    match.mutate(
      { printed: party.raw, seen, choice, activityIds: isEverywhere ? null : [activityId] },
      {
        onSuccess: ({ activityIds }) => {
          const undo = () =>
            match.mutateAsync({ printed: party.raw, seen: choice, choice: seen, activityIds });
          notify(texts.matched(party.raw, name, activityIds.length), undo);
          onClose();
        },
      },
    );
  return (
    <Stack gap="xs" my="xs">
      <PartySelect
        label={texts.matchOf(party.raw)}
        printed={printed}
        chosen={seen}
        likely={[
          ...(seen.kind === 'text' ? [] : [current]),
          ...likely.filter(({ choice }) => JSON.stringify(choice) !== JSON.stringify(seen)),
        ]}
        disabled={match.isPending}
        isOpened
        onChoose={choose}
      />
      {same.length > 1 && (
        <Checkbox
          size="sm"
          label={texts.everywhere(same.length)}
          checked={isEverywhere}
          onChange={(event) => setEverywhere(event.currentTarget.checked)}
        />
      )}
      {match.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(match.error, connectionLost)}
        </Text>
      )}
    </Stack>
  );
}

const isSame = (one: Party, other: Party): boolean =>
  one.raw === other.raw && one.orgUnitId === other.orgUnitId && one.personId === other.personId;
