import { Alert, Anchor, Button, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HearingDetail, OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import type { MinutesGap } from '@opora/domain/decisions/minutes-gaps.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import type { MinutesView } from './minutes-session.ts';
import { useChangeHearing } from './use-hearings.ts';

type CloseProtocolProps = {
  readonly hearing: HearingDetail;
  readonly minutes: OpenMinutes;
  readonly view: MinutesView;
  readonly flush: () => Promise<void>;
};

/** What the protocol still lacks, its number, and the deed. */
export function CloseProtocol({ hearing, minutes, view, flush }: CloseProtocolProps) {
  const texts = useTexts(hearingTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { close, drop } = useChangeHearing(hearing);
  const [number, setNumber] = useState<string | null>(null);
  const [reasons, setReasons] = useState('');
  const isCorrection = hearing.state === 'correcting';
  const isEarly = hearing.onDate > today();
  const error = close.error ?? drop.error;
  const submit = async () => {
    await flush();
    close.mutate(
      {
        version: minutes.version,
        number: number ?? hearing.nextNumber,
        reasons: isCorrection ? reasons.trim() : null,
      },
      { onSuccess: () => notify(texts.closed) },
    );
  };
  return (
    <Stack gap="xs" component="section" aria-label={texts.closing} className="screen-only">
      {minutes.gaps.length > 0 && <Gaps gaps={minutes.gaps} />}
      {isCorrection ? (
        <>
          <Alert color="gray">{texts.correctionHint}</Alert>
          <Textarea
            label={texts.reasons}
            required
            autosize
            value={reasons}
            onChange={(event) => setReasons(event.currentTarget.value)}
          />
        </>
      ) : (
        <TextInput
          label={texts.number}
          w={160}
          value={number ?? hearing.nextNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      <Text size="sm" c="dimmed">
        {isEarly ? texts.tooEarly : texts.closingHint}
      </Text>
      {error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(error, connectionLost)}
        </Text>
      )}
      <Group>
        <Button
          loading={close.isPending}
          disabled={minutes.gaps.length > 0 || isEarly || view.saving !== 'saved' || view.clashes.length > 0}
          onClick={() => void submit()}
        >
          {isCorrection ? texts.closeCorrection : texts.close}
        </Button>
        {isCorrection && (
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
            {texts.dropCorrection}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly MinutesGap[] }) {
  const texts = useTexts(hearingTexts);
  const go = (id: string) => document.querySelector<HTMLElement>(`[data-place="${id}"]`)?.focus();
  return (
    <WaitsAlert title={texts.notClosed(gaps.length)}>
      <List size="sm">
        {gaps.map(({ code, id, no }) => (
          <List.Item key={`${code} ${id ?? ''}`}>
            {id === null ? (
              gapWords(texts, code, no)
            ) : (
              <Anchor component="button" type="button" inherit onClick={() => go(id)}>
                {gapWords(texts, code, no)}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </WaitsAlert>
  );
}

const gapWords = (
  texts: { readonly gaps: Readonly<Record<MinutesGap['code'], (no: string) => string>> },
  code: MinutesGap['code'],
  no: string,
): string => texts.gaps[code](no);
