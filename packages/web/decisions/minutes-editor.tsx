import { Button, Group, Stack, Text } from '@mantine/core';
import type { HearingDetail, OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import type { MinutesEdit } from '@opora/domain/decisions/minutes.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { OtherEditors } from '../plans/other-editors.tsx';
import { momentText } from '../ui/moment-text.ts';
import { Section } from '../ui/section.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { CloseProtocol } from './close-protocol.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { MinutesItem } from './minutes-item.tsx';
import { MinutesParticipants } from './minutes-participants.tsx';
import type { MinutesView } from './minutes-session.ts';
import { useMinutes, useMinutesEditors } from './use-hearings.ts';

type MinutesEditorProps = { readonly hearing: HearingDetail; readonly minutes: OpenMinutes };

/** The protocol while it is typed: saved by itself, by one secretary or several. */
export function MinutesEditor({ hearing, minutes }: MinutesEditorProps) {
  const texts = useTexts(hearingTexts);
  const { session, view } = useMinutes(hearing.id, minutes);
  const editors = useMinutesEditors(hearing.id);
  const { content } = view;
  const { edit } = session;
  const addItem = () => {
    const id = crypto.randomUUID();
    edit({ list: 'items', id, from: null, to: { id, topic: '', heard: '' } });
  };
  return (
    <Section title={texts.minutes}>
      <div>
        <OtherEditors editors={editors} thingId={hearing.id} />
        <SavedNote view={view} minutes={minutes} />
      </div>
      <Clashes view={view} settle={session.settle} />
      <MinutesParticipants content={content} edit={edit} />
      {content.items.map((item) => (
        <MinutesItem key={item.id} item={item} content={content} minutes={minutes} edit={edit} />
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={addItem}>
          {texts.addItem}
        </Button>
      </Group>
      <CloseProtocol hearing={hearing} minutes={minutes} view={view} flush={session.flush} />
    </Section>
  );
}

function SavedNote({ view, minutes }: { readonly view: MinutesView; readonly minutes: OpenMinutes }) {
  const texts = useTexts(hearingTexts);
  const { language } = useLanguage();
  const at = momentText(minutes.savedAt, language);
  const word = {
    saved: minutes.savedBy === null ? texts.saved : texts.savedBy(minutes.savedBy, at),
    waiting: texts.waiting,
    offline: texts.offline,
  }[view.saving];
  return (
    <Text size="sm" c={view.saving === 'offline' ? 'var(--opora-late)' : 'dimmed'} role="status">
      {view.refused ?? word}
    </Text>
  );
}

type ClashesProps = {
  readonly view: MinutesView;
  readonly settle: (id: string, choice: 'mine' | 'theirs') => void;
};

/** What could not be merged: the own words stay on the screen until the person has chosen. */
function Clashes({ view, settle }: ClashesProps) {
  const texts = useTexts(hearingTexts);
  return view.clashes.map((clash) => (
    <WaitsAlert key={clash.id} title={texts.clashTitle} role="alert">
      <Stack gap="xs">
        <Text size="sm">{texts.yours(wordsOf(clash) ?? texts.removed)}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={() => settle(clash.id, 'mine')}>
            {texts.keepMine}
          </Button>
          <Button size="xs" variant="default" onClick={() => settle(clash.id, 'theirs')}>
            {texts.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </WaitsAlert>
  ));
}

function wordsOf(edit: MinutesEdit): string | null {
  if (edit.to === null) return null;
  const { id, ...fields } = edit.to;
  void id;
  const ids = new Set(['itemId', 'orgUnitId', 'personId', 'role']);
  return Object.entries(fields)
    .filter(([name, value]) => !ids.has(name) && value !== null && value !== '')
    .map(([, value]) => String(value))
    .join(' · ');
}
