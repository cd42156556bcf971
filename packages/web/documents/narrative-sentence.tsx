import { Anchor, Button, Group, Text, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeptEdit, PlanNarrative } from '@opora/domain/documents/narrative-contract.ts';
import { isOutdated, type NarrativeSentence } from '@opora/domain/documents/narrative.ts';
import { ServerRefusal } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { narrativeTexts } from './narrative-catalog.ts';
import { useEditNarrative } from './use-narrative.ts';

type SentenceProps = {
  readonly narrative: PlanNarrative;
  readonly sentence: NarrativeSentence;
  readonly edit: KeptEdit | undefined;
};

/** A sentence with its facts and its pencil. */
export function NarrativeSentenceView({ narrative, sentence, edit }: SentenceProps) {
  const texts = useTexts(narrativeTexts);
  const [isEditing, setEditing] = useState(false);
  const shown = edit?.text ?? sentence.text;
  if (isEditing) {
    return (
      <SentenceForm narrative={narrative} sentence={sentence} edit={edit} onClose={() => setEditing(false)} />
    );
  }
  return (
    <>
      {shown === '' ? (
        <Text span c="dimmed" fs="italic">
          {texts.leftOut}
        </Text>
      ) : (
        <span lang="ru">{shown}</span>
      )}{' '}
      <Facts narrative={narrative} sentence={sentence} />{' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        className="screen-only"
        aria-label={texts.editOf(shown)}
        onClick={() => setEditing(true)}
      >
        <IconPencil size={14} aria-hidden /> {texts.edit}
      </Anchor>
      {edit !== undefined && <EditNote narrative={narrative} sentence={sentence} edit={edit} />}
    </>
  );
}

function Facts({ narrative, sentence }: Pick<SentenceProps, 'narrative' | 'sentence'>) {
  const texts = useTexts(narrativeTexts);
  const { activityIds } = sentence;
  const [only] = activityIds;
  if (only === undefined) return null;
  // What tells of several stands above their own lines.
  const search = activityIds.length === 1 ? { activity: only } : {};
  return (
    <Anchor
      size="sm"
      className="screen-only"
      renderRoot={(props) => (
        <Link {...props} to="/plans/$planId" params={{ planId: narrative.planId }} search={search} />
      )}
    >
      {texts.facts(activityIds.length)}
    </Anchor>
  );
}

function EditNote({ narrative, sentence, edit }: SentenceProps & { readonly edit: KeptEdit }) {
  const texts = useTexts(narrativeTexts);
  const { language } = useLanguage();
  const save = useSave(narrative);
  const { key, text: instead } = sentence;
  const takeNew = () => save({ key, text: null, instead, seen: edit.text });
  const back = (
    <Button size="compact-sm" variant="default" onClick={() => void takeNew()}>
      {texts.takeNew}
    </Button>
  );
  const said = texts.edited(edit.by, momentText(edit.at, language));
  if (!isOutdated(edit, sentence)) {
    return (
      <Group gap="xs" className="screen-only" mt={4}>
        <Text size="sm" c="dimmed">
          {said}. <span lang="ru">{texts.original(instead)}</span>
        </Text>
        {back}
      </Group>
    );
  }
  return (
    <WaitsAlert title={texts.outdated}>
      <Text size="sm">{said}</Text>
      <Text size="sm" lang="ru">
        {texts.outdatedHint(instead)}
      </Text>
      <Group gap="xs" mt="xs">
        {back}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void save({ key, text: edit.text, instead, seen: edit.text })}
        >
          {texts.keepMine}
        </Button>
      </Group>
    </WaitsAlert>
  );
}

function SentenceForm({
  narrative,
  sentence,
  edit,
  onClose,
}: SentenceProps & { readonly onClose: () => void }) {
  const texts = useTexts(narrativeTexts);
  const { cancel } = useTexts(uiTexts);
  const save = useSave(narrative);
  const [text, setText] = useState(edit?.text ?? sentence.text);
  const submit = async () => {
    const { key, text: instead } = sentence;
    // The words of the records themselves are no edit.
    const written = text.trim() === instead ? null : text;
    if (await save({ key, text: written, instead, seen: edit?.text ?? null })) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label={texts.text}
        description={texts.leaveOut}
        lang="ru"
        autosize
        minRows={2}
        maxRows={12}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs">
          {texts.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {cancel}
        </Button>
      </Group>
    </form>
  );
}

/** True when it was kept; else the reason is told. */
export function useSave(narrative: PlanNarrative) {
  const { connectionLost } = useTexts(uiTexts);
  const edit = useEditNarrative(narrative);
  return async (written: Parameters<typeof edit.mutateAsync>[0]): Promise<boolean> => {
    try {
      await edit.mutateAsync(written);
      return true;
    } catch (error) {
      notify(error instanceof ServerRefusal ? error.message : connectionLost);
      return false;
    }
  };
}
