import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { HearingDetail, Protocol } from '@opora/domain/decisions/hearing.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import { numberOfDecision, type Minutes, participantRoles } from '@opora/domain/decisions/minutes.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { hearingTexts } from './hearing-catalog.ts';
import { useChangeHearing } from './use-hearings.ts';

/** The protocol as it was closed, its earlier editions beside it. */
export function ProtocolView({ hearing }: { readonly hearing: HearingDetail }) {
  const texts = useTexts(hearingTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { language } = useLanguage();
  const { reopen } = useChangeHearing(hearing);
  const [edition, setEdition] = useState<number | null>(null);
  const shown = hearing.protocols.find((each) => each.edition === edition) ?? hearing.protocols[0];
  if (shown === undefined) return null;
  return (
    <Section title={texts.of(formatDate(shown.heldOn), shown.number)}>
      <Group className="screen-only">
        <Anchor
          size="sm"
          href={addressOf(hearingsContract.exportProtocol, { params: { protocolId: shown.id } })}
        >
          {texts.docx}
        </Anchor>
        {hearing.protocols.length > 1 &&
          hearing.protocols.map((each) => (
            <Button
              key={each.id}
              size="compact-xs"
              variant={each === shown ? 'filled' : 'default'}
              aria-pressed={each === shown}
              onClick={() => setEdition(each.edition)}
            >
              {texts.edition(each.edition)}
            </Button>
          ))}
        {hearing.mayManage && hearing.state === 'held' && (
          <Button
            size="compact-xs"
            variant="default"
            loading={reopen.isPending}
            onClick={() =>
              reopen.mutate(undefined, { onError: (error) => notify(messageOf(error, connectionLost)) })
            }
          >
            {texts.correct}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {texts.closedBy(shown.closedBy ?? '—', momentText(shown.closedAt, language))}
        {shown.reasons !== null && ` · ${texts.corrected(shown.reasons)}`}
      </Text>
      <People content={shown.content} />
      <Questions protocol={shown} />
    </Section>
  );
}

function People({ content }: { readonly content: Minutes }) {
  const texts = useTexts(hearingTexts);
  return participantRoles.map((role) => {
    const people = content.participants.filter((person) => person.role === role && person.name !== '');
    if (people.length === 0) return null;
    const words = people.map(({ name, post }) => [name, post].filter((part) => part !== '').join(', '));
    return (
      <Text key={role} size="sm">
        <strong>{texts.roles[role]}:</strong> {words.join('; ')}
      </Text>
    );
  });
}

function Questions({ protocol: { content } }: { readonly protocol: Protocol }) {
  const texts = useTexts(hearingTexts);
  return content.items.map((item, at) => (
    <Stack key={item.id} gap={4}>
      <Title order={3} size="h5">
        {at + 1}. {item.topic}
      </Title>
      <Text size="sm" className="protocol-text">
        <strong>{texts.heard}:</strong> {item.heard}
      </Text>
      {content.speeches
        .filter(({ itemId }) => itemId === item.id)
        .map(({ id, who, said }) => (
          <Text key={id} size="sm" className="protocol-text">
            <strong>{texts.spoke}:</strong> {[who, said].filter((part) => part !== '').join(' — ')}
          </Text>
        ))}
      {content.decisions
        .filter(({ itemId }) => itemId === item.id)
        .map((decision) => (
          <Text key={decision.id} size="sm" className="protocol-text">
            <strong>{numberOfDecision(content, decision)}.</strong> {decision.text}
            {decision.responsible !== '' && `\n${texts.askedOf(decision.responsible, decision.deadline)}`}
          </Text>
        ))}
    </Stack>
  ));
}
