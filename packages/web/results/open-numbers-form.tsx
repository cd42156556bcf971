import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  disclosureReasonMin,
  type SchoolVerdictAnswer,
} from '@opora/domain/results/identification-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { SaveForm } from '../ui/save-form.tsx';
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
    <SaveForm
      action={texts.open}
      cancel={texts.cancel}
      error={disclose.error}
      isBusy={disclose.isPending}
      onSave={() => {
        setTried(true);
        if (!isShort) disclose.mutate({ reason }, { onSuccess: onOpened });
      }}
      onCancel={() => setAsked(false)}
    >
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
    </SaveForm>
  );
}
