import { Button, FileButton, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceKind } from '@opora/domain/plans/evidence.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { type EvidenceDraft, isUntouched } from './evidence-draft.ts';
import { instanceTexts } from './instance-catalog.ts';
import { useGiveFile } from './use-instances.ts';

type ProofFieldsProps = {
  readonly instanceId: string;
  readonly expectedResultId: string | null;
  readonly kinds: readonly EvidenceKind[];
  readonly draft: EvidenceDraft;
  /** The person tried to send, and this is not complete. */
  readonly isWrong: boolean;
  readonly onChange: (draft: EvidenceDraft) => void;
};

/** The fields of one proof, by its kind. */
export function ProofFields(props: ProofFieldsProps) {
  const { kinds, draft, isWrong, onChange } = props;
  const texts = useTexts(instanceTexts);
  const isShownWrong = (isWrong || !isUntouched(draft)) && draft.kind !== 'file';
  return (
    <Stack gap="xs">
      {kinds.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={texts.proveBy}
          value={draft.kind}
          data={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(value) =>
            onChange({ ...draft, kind: kinds.find((kind) => kind === value) ?? draft.kind })
          }
        />
      )}
      <FieldsOf {...props} />
      {isWrong && isShownWrong && draft.kind !== 'file' && (
        <Text size="xs" c="var(--opora-late)">
          {texts.wrong[draft.kind]}
        </Text>
      )}
    </Stack>
  );
}

function FieldsOf(props: ProofFieldsProps) {
  const { draft, onChange } = props;
  const texts = useTexts(instanceTexts);
  switch (draft.kind) {
    case 'document':
      return (
        <>
          <TextInput
            label={texts.documentType}
            value={draft.type}
            onChange={(event) => onChange({ ...draft, type: event.currentTarget.value })}
          />
          <Group grow wrap="nowrap" align="flex-start">
            <TextInput
              label={texts.documentNumber}
              value={draft.number}
              onChange={(event) => onChange({ ...draft, number: event.currentTarget.value })}
            />
            <DateField
              label={texts.documentOn}
              value={draft.on}
              onChange={(on) => onChange({ ...draft, on })}
            />
          </Group>
        </>
      );
    case 'link':
      return (
        <TextInput
          label={texts.link}
          type="url"
          inputMode="url"
          placeholder={texts.linkFormat}
          value={draft.link}
          onChange={(event) => onChange({ ...draft, link: event.currentTarget.value })}
        />
      );
    case 'count':
      return (
        <Group grow wrap="nowrap">
          <TextInput
            label={texts.countN}
            inputMode="numeric"
            value={draft.n}
            onChange={(event) => onChange({ ...draft, n: event.currentTarget.value })}
          />
          <TextInput
            label={texts.countTotal}
            inputMode="numeric"
            value={draft.total}
            onChange={(event) => onChange({ ...draft, total: event.currentTarget.value })}
          />
        </Group>
      );
    case 'note':
      return (
        <Textarea
          label={texts.note}
          placeholder={texts.noteHint}
          autosize
          minRows={2}
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
        />
      );
    case 'file':
      return <FileField {...props} />;
  }
}

/** A file goes as soon as it is chosen: a browser keeps no file over a reload. */
function FileField({ instanceId, expectedResultId }: ProofFieldsProps) {
  const texts = useTexts(instanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const give = useGiveFile(instanceId);
  const [sent, setSent] = useState(0);
  const send = (file: File | null) => {
    if (file !== null) give.mutate({ file, expectedResultId, onSent: setSent });
  };
  return (
    <Group>
      <FileButton onChange={send}>
        {(button) => (
          <Button {...button} variant="default" size="xs" loading={give.isPending}>
            {texts.chooseFile}
          </Button>
        )}
      </FileButton>
      {give.isPending && (
        <Text size="xs" role="status">
          {texts.sending(Math.round(sent * 100))}
        </Text>
      )}
      {give.error !== null && (
        <Text size="xs" c="var(--opora-late)" role="alert">
          {messageOf(give.error, connectionLost)}
        </Text>
      )}
    </Group>
  );
}
