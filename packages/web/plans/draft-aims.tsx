import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DoubtNotes } from './doubt-notes.tsx';
import { DraftLines, DraftText } from './draft-field.tsx';

export function DraftAims() {
  const texts = useTexts(draftTexts);
  const { document, edit } = useDraftEditor();
  return (
    <Fieldset legend={texts.aims}>
      <Stack gap="sm">
        <DraftText
          label={texts.goal}
          place="goal"
          isLong
          value={document.goal ?? ''}
          onChange={(value) => edit({ kind: 'set-goal', value })}
        />
        <DraftLines
          label={texts.tasks}
          description={texts.onePerLine}
          place="tasks"
          value={document.tasks}
          onChange={(value) => edit({ kind: 'set-list', field: 'tasks', value: [...value] })}
        />
        <DraftLines
          label={texts.expectedResults}
          description={texts.onePerLine}
          place="expectedResults"
          value={document.expectedResults}
          onChange={(value) => edit({ kind: 'set-list', field: 'expectedResults', value: [...value] })}
        />
      </Stack>
    </Fieldset>
  );
}

/** A branch keeps its legal entity while its name is not changed. */
export function DraftSchools() {
  const texts = useTexts(draftTexts);
  const { document, edit } = useDraftEditor();
  const entities = new Map(document.schools.map((school) => [school.name, school.branchOf]));
  return (
    <Fieldset legend={texts.schools}>
      <DraftLines
        label={texts.schools}
        description={texts.schoolsHint}
        place="schools"
        value={document.schools.map((school) => school.name)}
        onChange={(names) =>
          edit({
            kind: 'set-schools',
            value: names.map((name) => ({ name, branchOf: entities.get(name) ?? null })),
          })
        }
      />
    </Fieldset>
  );
}

export function DraftLegend() {
  const texts = useTexts(draftTexts);
  const { document, edit } = useDraftEditor();
  const [typed, setTyped] = useState({ short: '', long: '' });
  const known = Object.entries(document.abbreviations);
  const isWhole = typed.short.trim() !== '' && typed.long.trim() !== '';
  const add = () => {
    edit({ kind: 'set-abbreviation', short: typed.short.trim(), long: typed.long.trim() });
    setTyped({ short: '', long: '' });
  };
  return (
    <Fieldset legend={texts.legend}>
      <Stack gap="xs">
        <DoubtNotes place="abbreviations" />
        {known.length === 0 && <Text c="dimmed">{texts.legendEmpty}</Text>}
        {known.map(([abbreviation, long]) => (
          <DraftText
            key={abbreviation}
            label={texts.expansion(abbreviation)}
            place={`abbreviations/${abbreviation}`}
            value={long}
            onChange={(value) => edit({ kind: 'set-abbreviation', short: abbreviation, long: value })}
          />
        ))}
        <Group align="flex-end">
          <TextInput
            label={texts.addAbbreviation}
            value={typed.short}
            onChange={(event) => setTyped({ ...typed, short: event.currentTarget.value })}
          />
          <TextInput
            label={texts.meansWhat}
            value={typed.long}
            onChange={(event) => setTyped({ ...typed, long: event.currentTarget.value })}
          />
          <Button variant="default" disabled={!isWhole} onClick={add}>
            {texts.add}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
