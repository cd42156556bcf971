import { Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import {
  type Minutes,
  type MinutesEdit,
  type Participant,
  participantRoles,
} from '@opora/domain/decisions/minutes.ts';
import { useTexts } from '../platform/language.tsx';
import { PartySelect } from '../plans/party-select.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { MinutesField } from './minutes-field.tsx';

type MinutesParticipantsProps = {
  readonly content: Minutes;
  readonly edit: (edit: MinutesEdit) => void;
};

/** Who keeps the meeting and who was there. */
export function MinutesParticipants({ content, edit }: MinutesParticipantsProps) {
  const texts = useTexts(hearingTexts);
  const change = (from: Participant | null, to: Participant | null) => {
    const id = (to ?? from)?.id;
    if (id !== undefined) edit({ list: 'participants', id, from, to });
  };
  const add = (role: Participant['role']) =>
    change(null, { id: crypto.randomUUID(), role, name: '', post: '', personId: null });
  const of = (role: Participant['role']) => content.participants.filter((person) => person.role === role);
  return (
    <fieldset className="minutes-part">
      <legend>{texts.participants}</legend>
      <Stack gap="sm">
        {participantRoles.map((role) => (
          <div key={role}>
            <Text size="sm" fw={600}>
              {texts.roles[role]}
            </Text>
            <Stack gap={6}>
              {of(role).map((person, at) => (
                <ParticipantRow key={person.id} person={person} at={at + 1} change={change} />
              ))}
              {role === 'chair' && of(role).length === 0 && (
                <Button size="compact-xs" variant="default" w="fit-content" onClick={() => add(role)}>
                  {texts.roles.chair}
                </Button>
              )}
            </Stack>
          </div>
        ))}
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => add('present')}>
            {texts.addPresent}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => add('guest')}>
            {texts.addGuest}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

type ParticipantRowProps = {
  readonly person: Participant;
  readonly at: number;
  readonly change: (from: Participant | null, to: Participant | null) => void;
};

function ParticipantRow({ person, at, change }: ParticipantRowProps) {
  const texts = useTexts(hearingTexts);
  const role = texts.roles[person.role];
  return (
    <>
      <div className="minutes-pair">
        <MinutesField
          isHidden
          label={texts.nameOf(role, at)}
          placeholder={texts.name}
          value={person.name}
          onType={(name) => change(person, { ...person, name })}
        />
        <MinutesField
          isHidden
          label={texts.postOf(role, at)}
          placeholder={texts.post}
          value={person.post}
          onType={(post) => change(person, { ...person, post })}
        />
        <CloseButton
          aria-label={texts.remove(person.name === '' ? role : person.name)}
          onClick={() => change(person, null)}
        />
      </div>
      {person.role === 'chair' && (
        <div>
          <PartySelect
            label={texts.inSystem}
            printed={person.name}
            chosen={person.personId === null ? { kind: 'text' } : { kind: 'person', id: person.personId }}
            likely={
              person.personId === null
                ? []
                : [{ choice: { kind: 'person', id: person.personId }, name: person.name, place: person.post }]
            }
            onChoose={(choice, name) =>
              choice.kind !== 'unit' &&
              change(person, {
                ...person,
                personId: choice.kind === 'person' ? choice.id : null,
                name: person.name === '' && choice.kind === 'person' ? name : person.name,
              })
            }
          />
          <Text size="xs" c="dimmed">
            {texts.inSystemHint}
          </Text>
        </div>
      )}
    </>
  );
}
