import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { goToLine, linesWith } from './form-bar.tsx';
import { formSendTexts } from './form-send-catalog.ts';
import { FormTrack } from './form-track.tsx';
import { useFormActions, useFormTrack } from './use-campaigns.ts';
import type { FilledForm } from './use-form.ts';

type FormSendProps = { readonly form: SchoolForm; readonly filled: FilledForm };

/** Sends the form, or says what stops it; afterwards where it is and how it came there. */
export function FormSend({ form, filled }: FormSendProps) {
  const texts = useTexts(formSendTexts);
  const words = useTexts(uiTexts);
  const track = useFormTrack(form.submissionId).data;
  const { move } = useFormActions({ id: form.submissionId, version: track?.version ?? 0 });
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
      {moves.includes('send') && (
        <Group>
          <Button
            disabled={wrong.length > 0 || isAsked || isWaiting}
            loading={move.isPending}
            onClick={() => void send()}
          >
            {texts.send}
          </Button>
        </Group>
      )}
      <FormTrack
        submissionId={form.submissionId}
        asks={form.asks}
        schoolName={form.schoolName}
        canSend={false}
      />
    </Stack>
  );
}
