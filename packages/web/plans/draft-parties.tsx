import { Button, Collapse, Fieldset, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { MatchedParty } from '@opora/domain/plans/import-contract.ts';
import type { PartyChoice } from '@opora/domain/plans/party-choice.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
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

const asText = 'text';

function PartyField({ party, chosen }: { readonly party: MatchedParty; readonly chosen: PartyChoice }) {
  const texts = useTexts(draftTexts);
  const { edit } = useDraftEditor();
  const units = useOrgUnits().data ?? [];
  const likely = party.candidates.filter((candidate) => candidate.choice.kind !== 'text');
  const ids = new Set(likely.map(({ choice }) => idOf(choice)));
  const options = [
    { value: asText, label: texts.asText },
    ...likely.map(({ choice, name }) => ({ value: idOf(choice), label: name })),
    ...units.filter((unit) => !ids.has(unit.id)).map((unit) => ({ value: unit.id, label: unit.name })),
  ];
  const choose = (id: string | null) => {
    const candidate = likely.find(({ choice }) => idOf(choice) === id);
    const choice: PartyChoice =
      id === null || id === asText ? { kind: 'text' } : (candidate?.choice ?? { kind: 'unit', id });
    edit({ kind: 'match-party', printed: party.printed, choice });
  };
  return (
    <Select
      label={party.printed}
      data={options}
      value={idOf(chosen)}
      onChange={choose}
      searchable
      limit={50}
      allowDeselect={false}
      data-place={`matches/${party.printed}`}
    />
  );
}

const idOf = (choice: PartyChoice): string => (choice.kind === 'text' ? asText : choice.id);
