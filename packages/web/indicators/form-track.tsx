import './form-track.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import type { FormTrack as Track } from '@opora/domain/indicators/campaign-view.ts';
import { IconCircle, IconCircleCheck, IconCircleHalf2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { JudgeWithNote } from './form-dialogs.tsx';
import { useFormActions, useFormTrack } from './use-campaigns.ts';

type FormTrackProps = {
  readonly submissionId: string;
  readonly asks: AskedLevel;
  readonly schoolName: string;
  /** Offered beside the moves while the school may send. */
  readonly canSend?: boolean;
};

/** Where a form is on its way up, what was done with it by whom, and what the person may do now. */
export function FormTrack({ submissionId, asks, schoolName, canSend = true }: FormTrackProps) {
  const texts = useTexts(campaignTexts);
  const track = useFormTrack(submissionId);
  return (
    <Section title={texts.track}>
      <Loaded query={track}>
        {(data) => (
          <Stack gap="sm">
            <Stages track={data} asks={asks} />
            <FormMoves track={data} asks={asks} schoolName={schoolName} canSend={canSend} />
            <Steps track={data} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Stages({ track, asks }: Pick<MovesProps, 'track' | 'asks'>) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[asks];
  const here = track.route.indexOf(track.stage);
  return (
    <ol className="form-track">
      {track.route.map((stage, at) => {
        const isPassed = at < here || (stage === 'approved' && at === here);
        const Shape = isPassed ? IconCircleCheck : at === here ? IconCircleHalf2 : IconCircle;
        return (
          <li key={stage} aria-current={at === here ? 'step' : undefined}>
            <Shape size={16} aria-hidden />
            {[
              asked.stages[stage],
              at === here && track.isReturned ? asked.returned : null,
              at === here && track.isHeld ? texts.isRead : null,
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </li>
        );
      })}
    </ol>
  );
}

function Steps({ track }: { readonly track: Track }) {
  const texts = useTexts(campaignTexts);
  if (track.steps.length === 0) return null;
  return (
    <ol className="form-steps">
      {track.steps.map((step) => (
        <li key={step.id}>
          <Text size="sm">
            {[formatDate(step.on), texts.done[step.move], step.unitName, step.personName]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
          {step.note !== null && <Text size="sm">«{step.note}»</Text>}
        </li>
      ))}
    </ol>
  );
}

type MovesProps = {
  readonly track: Track;
  readonly asks: AskedLevel;
  readonly schoolName: string;
  readonly canSend: boolean;
  /** Where the form shows that it hides some. */
  readonly canOpenNumbers?: boolean;
};

/** What the person may do with the form now. */
export function FormMoves({ track, asks, schoolName, canSend, canOpenNumbers = false }: MovesProps) {
  const texts = useTexts(campaignTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [noted, setNoted] = useState<'return' | 'open-numbers' | null>(null);
  const actions = useFormActions({ id: track.submissionId, version: track.version });
  const offered = track.moves.filter(
    (move) => (move !== 'send' || canSend) && (move !== 'open-numbers' || canOpenNumbers),
  );
  const error = actions.move.error ?? actions.judge.error;
  const press = (move: (typeof offered)[number]) => {
    const onSuccess = () => notify(`${schoolName}: ${texts.done[move]}`);
    if (move === 'return' || move === 'open-numbers') setNoted(move);
    else if (move === 'send' || move === 'take-back') actions.move.mutate(move, { onSuccess });
    else actions.judge.mutate({ move, note: null }, { onSuccess });
  };
  return (
    <>
      {offered.length > 0 && (
        <Group gap="xs">
          {offered.map((move) => (
            <Button
              key={move}
              variant={move === 'send' || move === 'accept' ? 'filled' : 'default'}
              loading={actions.move.isPending || actions.judge.isPending}
              onClick={() => press(move)}
            >
              {texts.moves[move]}
            </Button>
          ))}
        </Group>
      )}
      {error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(error, connectionLost)}
        </Text>
      )}
      {noted !== null && (
        <JudgeWithNote
          move={noted}
          asks={asks}
          form={{ id: track.submissionId, version: track.version }}
          schoolName={schoolName}
          onClose={() => setNoted(null)}
        />
      )}
    </>
  );
}
