import { Button, Collapse, Fieldset, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { MatchedParty } from '@opora/domain/plans/import-contract.ts';
import type { PartyChoice } from '@opora/domain/plans/party-choice.ts';
import { useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { PartySelect } from './party-select.tsx';
import { useDraftParties } from './use-import.ts';

/** Whom in the system the printed names mean; the likeliest stand first. */
export function DraftParties() {
  const texts = useTexts(draftTexts);
  const { draftId, version, document } = useDraftEditor();
  const parties = useDraftParties(draftId, version).data ?? [];
  const [isOpen, { toggle }] = useDisclosure();
  const chosen = (party: MatchedParty): PartyChoice => document.matches[party.printed] ?? party.chosen;
  const matched = parties.filter((party) => chosen(party).kind !== 'text').length;
  return (
    <Fieldset legend={texts.parties}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {texts.partiesHint}
        </Text>
        <div>
          <Button variant="default" size="compact-md" onClick={toggle} aria-expanded={isOpen}>
            {texts.matched(matched, parties.length)}
          </Button>
        </div>
        <Collapse expanded={isOpen}>
          <Stack gap="xs">
            {isOpen &&
              parties.map((party) => <PartyField key={party.printed} party={party} chosen={chosen(party)} />)}
          </Stack>
        </Collapse>
      </Stack>
    </Fieldset>
  );
}

type PartyFieldProps = { readonly party: MatchedParty; readonly chosen: PartyChoice };

function PartyField({ party, chosen }: PartyFieldProps) {
  const { edit } = useDraftEditor();
  const { printed } = party;
  return (
    <PartySelect
      label={printed}
      printed={printed}
      chosen={chosen}
      likely={party.candidates}
      onChoose={(choice) => edit({ kind: 'match-party', printed, choice })}
      place={`matches/${printed}`}
    />
  );
}
