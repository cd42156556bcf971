import { CloseButton, Group, Stack, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Decision, MinutesEdit } from '@opora/domain/decisions/minutes.ts';
import type { UnderstoodTerm } from '@opora/domain/decisions/minutes-gaps.ts';
import { choiceOf, idsOf } from '@opora/domain/plans/party-choice.ts';
import { useTexts } from '../platform/language.tsx';
import { PartySelect } from '../plans/party-select.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { MinutesField } from './minutes-field.tsx';

type MinutesDecisionProps = {
  readonly decision: Decision;
  readonly no: string;
  /** What the server read of its term; null while there is nothing it understood. */
  readonly understood: UnderstoodTerm | null;
  readonly edit: (edit: MinutesEdit) => void;
};

export function MinutesDecision({ decision, no, understood, edit }: MinutesDecisionProps) {
  const texts = useTexts(hearingTexts);
  const change = (to: Decision | null) => edit({ list: 'decisions', id: decision.id, from: decision, to });
  const chosen = choiceOf(decision);
  return (
    <fieldset className="minutes-part">
      <legend>{texts.decision(no)}</legend>
      <Stack gap="xs">
        <MinutesField
          label={texts.text}
          value={decision.text}
          isLong
          place={decision.id}
          onType={(text) => change({ ...decision, text })}
        />
        <PartySelect
          label={texts.whom}
          printed={decision.responsible}
          chosen={chosen}
          likely={chosen.kind === 'text' ? [] : [{ choice: chosen, name: decision.responsible, place: null }]}
          onChoose={(choice, name) =>
            change({
              ...decision,
              ...idsOf(choice),
              responsible:
                choice.kind === 'text' || decision.responsible !== '' ? decision.responsible : name,
            })
          }
        />
        <MinutesField
          label={texts.responsible}
          description={texts.responsibleHint}
          value={decision.responsible}
          onType={(responsible) => change({ ...decision, responsible })}
        />
        <MinutesField
          label={texts.deadline}
          description={texts.deadlineHint}
          value={decision.deadline}
          onType={(deadline) => change({ ...decision, deadline })}
        />
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" role="status">
            {understood !== null &&
              texts.understood(
                formatDate(understood.firstOn),
                formatDate(understood.lastOn),
                understood.times,
              )}
          </Text>
          <CloseButton aria-label={texts.remove(texts.decision(no))} onClick={() => change(null)} />
        </Group>
      </Stack>
    </fieldset>
  );
}
