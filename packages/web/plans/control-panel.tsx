import { Anchor, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { ControlCard, ControlRow } from '@opora/domain/plans/control-card.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { momentText } from '../ui/moment-text.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { controlTexts } from './control-catalog.ts';
import { EvidenceText } from './evidence-list.tsx';
import { useMarkControl } from './use-control.ts';

type ControlPanelProps = {
  readonly card: ControlCard;
  readonly row: ControlRow;
  readonly onClose: () => void;
};

/** A point in full: everything given, every move of its term, its marks, and the next mark. */
export function ControlPanel({ card, row, onClose }: ControlPanelProps) {
  const texts = useTexts(controlTexts);
  return (
    <SidePanel title={[row.no, row.title].filter((part) => part !== '').join(' ')} onClose={onClose}>
      <Anchor component={Link} to={`/plans/${card.planId}?activity=${row.activityId}`}>
        {texts.toActivity}
      </Anchor>
      <Part title={texts.history}>
        <Marks row={row} />
        {card.mayMark && <MarkForm card={card} row={row} />}
      </Part>
      <Part title={texts.evidence}>
        <Given row={row} />
      </Part>
      <Part title={texts.moved}>
        <Moves row={row} />
      </Part>
    </SidePanel>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Marks({ row }: { readonly row: ControlRow }) {
  const texts = useTexts(controlTexts);
  const { language } = useLanguage();
  if (row.marks.length === 0) return <Text size="sm">{texts.noMarks}</Text>;
  return (
    <ul className="plain-list">
      {row.marks.map(({ kind, ground, by, at }) => (
        <li key={at} className="event">
          <Text size="sm">
            <strong>{texts.marks[kind]}</strong> · {ground}
          </Text>
          <Text size="xs" c="dimmed">
            {[by, momentText(at, language)].filter((part) => part !== null).join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function MarkForm({ card, row }: Pick<ControlPanelProps, 'card' | 'row'>) {
  const texts = useTexts(controlTexts);
  const { connectionLost } = useTexts(uiTexts);
  const mark = useMarkControl(card.planId);
  const [ground, setGround] = useState('');
  const kind = row.isUnderControl ? 'taken-off' : 'put-back';
  const open = row.total - row.accepted;
  const submit = () =>
    mark.mutate(
      { activityId: row.activityId, kind, ground: ground.trim() },
      { onSuccess: () => setGround('') },
    );
  return (
    <Stack gap="xs" className="screen-only">
      {row.isUnderControl && open > 0 && <Text size="sm">{texts.openTerms(open)}</Text>}
      <Textarea
        label={texts.ground}
        description={texts.groundHint}
        required
        autosize
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
      />
      {mark.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(mark.error, connectionLost)}
        </Text>
      )}
      <Group>
        <Button size="xs" loading={mark.isPending} disabled={ground.trim() === ''} onClick={submit}>
          {row.isUnderControl ? texts.takeOff : texts.putBack}
        </Button>
      </Group>
    </Stack>
  );
}

function Given({ row }: { readonly row: ControlRow }) {
  const texts = useTexts(controlTexts);
  if (row.evidence.length === 0) return <Text size="sm">{texts.noEvidence}</Text>;
  return (
    <ul className="plain-list">
      {row.evidence.map(({ evidence, schoolName }) => (
        <li key={evidence.id} className="event">
          <Text size="sm">
            <EvidenceText item={evidence} />
            {schoolName !== null && ` · ${schoolName}`}
          </Text>
        </li>
      ))}
      {row.moreEvidence && <li>{texts.more}</li>}
    </ul>
  );
}

function Moves({ row }: { readonly row: ControlRow }) {
  const texts = useTexts(controlTexts);
  if (row.moved.length === 0) return <Text size="sm">{texts.noMoved}</Text>;
  return (
    <ul className="plain-list">
      {row.moved.map(({ from, to, by, note, at, schoolName }) => (
        <li key={`${at} ${schoolName ?? ''}`} className="event">
          <Text size="sm">
            {[texts.movedFrom(formatDate(from), formatDate(to)), schoolName, by, note]
              .filter((part) => part !== null && part !== '')
              .join(' · ')}
          </Text>
        </li>
      ))}
      {row.moreMoved && <li>{texts.more}</li>}
    </ul>
  );
}
