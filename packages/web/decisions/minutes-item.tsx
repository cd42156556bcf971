import { Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import type { OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import {
  type AgendaItem,
  type Minutes,
  type MinutesEdit,
  numberOfDecision,
  type Speech,
} from '@opora/domain/decisions/minutes.ts';
import { useTexts } from '../platform/language.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { MinutesDecision } from './minutes-decision.tsx';
import { MinutesField } from './minutes-field.tsx';

type MinutesItemProps = {
  readonly item: AgendaItem;
  readonly content: Minutes;
  readonly minutes: OpenMinutes;
  readonly edit: (edit: MinutesEdit) => void;
};

/** A question of the agenda: who was heard, who spoke, what was decided. */
export function MinutesItem({ item, content, minutes, edit }: MinutesItemProps) {
  const texts = useTexts(hearingTexts);
  const no = content.items.indexOf(item) + 1;
  const speeches = content.speeches.filter(({ itemId }) => itemId === item.id);
  const decisions = content.decisions.filter(({ itemId }) => itemId === item.id);
  const change = (to: AgendaItem | null) => edit({ list: 'items', id: item.id, from: item, to });
  const addSpeech = () => {
    const id = crypto.randomUUID();
    edit({ list: 'speeches', id, from: null, to: { id, itemId: item.id, who: '', said: '' } });
  };
  const addDecision = () => {
    const id = crypto.randomUUID();
    const blank = { text: '', responsible: '', orgUnitId: null, personId: null, deadline: '' };
    edit({ list: 'decisions', id, from: null, to: { id, itemId: item.id, ...blank } });
  };
  return (
    <fieldset className="minutes-part">
      <legend>{texts.item(no)}</legend>
      <Stack gap="sm">
        <MinutesField
          label={texts.topic}
          value={item.topic}
          isLong
          place={item.id}
          onType={(topic) => change({ ...item, topic })}
        />
        <MinutesField
          label={texts.heard}
          description={texts.heardHint}
          value={item.heard}
          isLong
          onType={(heard) => change({ ...item, heard })}
        />
        {speeches.length > 0 && (
          <Text size="sm" fw={600}>
            {texts.spoke}
          </Text>
        )}
        {speeches.map((speech) => (
          <SpeechRow key={speech.id} speech={speech} edit={edit} />
        ))}
        {decisions.length > 0 && (
          <Text size="sm" fw={600}>
            {texts.decided}
          </Text>
        )}
        {decisions.map((decision) => (
          <MinutesDecision
            key={decision.id}
            decision={decision}
            no={numberOfDecision(content, decision)}
            understood={minutes.understood.find(({ decisionId }) => decisionId === decision.id) ?? null}
            edit={edit}
          />
        ))}
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={addSpeech}>
            {texts.addSpeech}
          </Button>
          <Button size="compact-xs" variant="default" onClick={addDecision}>
            {texts.addDecision}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change(null)}>
            {texts.remove(texts.item(no))}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

type SpeechRowProps = { readonly speech: Speech; readonly edit: (edit: MinutesEdit) => void };

function SpeechRow({ speech, edit }: SpeechRowProps) {
  const texts = useTexts(hearingTexts);
  const change = (to: Speech | null) => edit({ list: 'speeches', id: speech.id, from: speech, to });
  return (
    <div className="minutes-pair" data-long>
      <MinutesField label={texts.who} value={speech.who} onType={(who) => change({ ...speech, who })} />
      <MinutesField
        label={texts.said}
        value={speech.said}
        isLong
        onType={(said) => change({ ...speech, said })}
      />
      <CloseButton aria-label={texts.remove(speech.who || texts.spoke)} onClick={() => change(null)} />
    </div>
  );
}
