import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import type { FormTrack } from '@opora/domain/indicators/campaign-view.ts';
import type { SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { goToLine, linesWith } from './form-bar.tsx';
import { formSendTexts } from './form-send-catalog.ts';
import { type FilledForm, formKey } from './use-form.ts';

type FormSendProps = { readonly form: SchoolForm; readonly filled: FilledForm };

/** Sends the form, or says what stops it; afterwards where it is and how it came there. */
export function FormSend({ form, filled }: FormSendProps) {
  const texts = useTexts(formSendTexts);
  const words = useTexts(uiTexts);
  const { track, move } = useTrack(form.submissionId);
  const wrong = linesWith('error', form, filled);
  const open = linesWith('warning', form, filled);
  const { language } = useLanguage();
  const moves = track?.moves ?? [];
  const send = async () => {
    await filled.session.flush();
    move.mutate('send', { onSuccess: () => notify(texts.sent) });
  };
  // A total reckoned from a share is pointed at and may be sent.
  const isAsked = [...filled.findings.values()].some((found) =>
    found.some(({ severity, answer }) => severity === 'warning' && answer === null),
  );
  const isWaiting = filled.view.saving !== 'saved' || filled.view.clashes.length > 0;
  return (
    <Stack gap="sm" component="section" aria-label={texts.title}>
      {moves.includes('send') && wrong.length + open.length > 0 && (
        <div>
          <Text fw={600}>
            {wrong.length > 0
              ? texts.stopped(wrong.length)
              : isAsked
                ? texts.asked(open.length)
                : texts.lookAt(open.length)}
          </Text>
          <ul>
            {[...wrong, ...open].map((line) => (
              <li key={line.definition.code}>
                <Anchor component="button" type="button" ta="left" onClick={() => goToLine(line)}>
                  {line.definition.name[language]}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      )}
      {move.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(move.error, words.connectionLost)}
        </Alert>
      )}
      <Group>
        {moves.includes('send') && (
          <Button
            disabled={wrong.length > 0 || isAsked || isWaiting}
            loading={move.isPending}
            onClick={() => void send()}
          >
            {texts.send}
          </Button>
        )}
        {moves.includes('take-back') && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate('take-back')}>
            {texts.takeBack}
          </Button>
        )}
      </Group>
      {track !== undefined && <Steps track={track} />}
    </Stack>
  );
}

function Steps({ track }: { readonly track: FormTrack }) {
  const texts = useTexts(formSendTexts);
  if (track.steps.length === 0) return null;
  return (
    <ol className="plain-list">
      {track.steps.map(({ id, move, note, unitName, personName, on }) => (
        <li key={id}>
          <Text size="sm">
            {[formatDate(on), texts.moves[move], unitName, personName]
              .filter((part) => part !== null)
              .join(' · ')}
            {note !== null && ` — «${note}»`}
          </Text>
        </li>
      ))}
    </ol>
  );
}

const trackKey = (submissionId: string) => ['form-track', submissionId] as const;

function useTrack(submissionId: string) {
  const client = useQueryClient();
  const params = { submissionId };
  const { data: track } = useQuery({
    queryKey: trackKey(submissionId),
    queryFn: () => call(campaignContract.getFormTrack, { params }),
  });
  const move = useMutation({
    mutationFn: (one: 'send' | 'take-back') =>
      call(campaignContract.moveOwnForm, { params, body: { move: one, version: track?.version ?? 0 } }),
    onSuccess: (now) => client.setQueryData(trackKey(submissionId), now),
    onSettled: () =>
      Promise.all(
        [formKey(submissionId), trackKey(submissionId), ['campaigns']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return { track, move };
}
