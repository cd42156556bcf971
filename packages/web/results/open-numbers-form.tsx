import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  disclosureReasonMin,
  type SchoolVerdictAnswer,
} from '@opora/domain/results/identification-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { runTexts } from './run-catalog.ts';
import { useDisclose } from './use-identification.ts';

type OpenNumbersFormProps = {
  readonly answer: SchoolVerdictAnswer;
  /** With the numbers; they are on the page until it is left. */
  readonly onOpened: (opened: SchoolVerdictAnswer) => void;
};

/** Opens the exact numbers of one school for who says why; the record of it stays with the list. */
export function OpenNumbersForm({ answer, onOpened }: OpenNumbersFormProps) {
  const texts = useTexts(runTexts);
  const words = useTexts(uiTexts);
  const disclose = useDisclose(answer.run.id, answer.verdict.orgUnitId);
  const [isAsked, setAsked] = useState(false);
  const [isTried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < disclosureReasonMin;
  if (!isAsked)
    return (
      <Group className="screen-only">
        <Button variant="default" onClick={() => setAsked(true)}>
          {texts.openNumbers}
        </Button>
      </Group>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) disclose.mutate({ reason }, { onSuccess: onOpened });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{texts.openNote}</Text>
        <Textarea
          label={texts.openReason}
          required
          autosize
          minRows={2}
          value={reason}
          error={isTried && isShort && texts.openReasonShort(disclosureReasonMin)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {disclose.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(disclose.error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={disclose.isPending}>
            {texts.open}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
