import { Button, Textarea } from '@mantine/core';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { useFormActions } from './use-campaigns.ts';

type DialogProps = {
  readonly form: { readonly id: string; readonly version: number };
  readonly schoolName: string;
  readonly onClose: () => void;
};

type AskedDialogProps = DialogProps & { readonly asks: AskedLevel };

/** Back to who filled it in with what to mend, or its small numbers opened with the reason: it reads either. */
export function JudgeWithNote({
  form,
  asks,
  schoolName,
  move,
  onClose,
}: AskedDialogProps & { readonly move: 'return' | 'open-numbers' }) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[asks];
  const { judge } = useFormActions(form);
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      title={move === 'return' ? texts.returnTitle(schoolName) : texts.numbersTitle(schoolName)}
      action={texts.moves[move]}
      onConfirm={() => judge.mutateAsync({ move, note: note.trim() === '' ? null : note.trim() })}
      onClose={onClose}
    >
      <Textarea
        label={move === 'return' ? texts.note : texts.numbersWhy}
        description={move === 'return' ? asked.noteHint : asked.numbersHint}
        required
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

export function ReleaseForm({ form, asks, schoolName, onClose }: AskedDialogProps) {
  const texts = useTexts(campaignTexts);
  const { release: action } = useTexts(askedCampaignTexts)[asks];
  const { release } = useFormActions(form);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={texts.releaseTitle(schoolName)}
      action={action}
      onConfirm={() => release.mutateAsync(reason)}
      onClose={onClose}
    >
      <Textarea
        label={texts.reason}
        required
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

type OwnDatesProps = DialogProps & {
  readonly lateAfter: string | null;
  readonly closedAfter: string | null;
  readonly exceptionReason: string | null;
};

/** Days of one form alone; emptied, those of the campaign hold again. */
export function OwnFormDates(props: OwnDatesProps) {
  const { form, schoolName, onClose } = props;
  const texts = useTexts(campaignTexts);
  const { save } = useTexts(uiTexts);
  const { setDates } = useFormActions(form);
  const [lateAfter, setLate] = useState(props.lateAfter);
  const [closedAfter, setClosed] = useState(props.closedAfter);
  const [reason, setReason] = useState(props.exceptionReason ?? '');
  return (
    <ConfirmDialog
      title={texts.ownDatesTitle(schoolName)}
      action={save}
      onConfirm={() =>
        setDates.mutateAsync(
          lateAfter === null && closedAfter === null ? null : { lateAfter, closedAfter, reason },
        )
      }
      onClose={onClose}
    >
      <DateField label={texts.facts.late} value={lateAfter} onChange={setLate} />
      <DateField label={texts.facts.closed} value={closedAfter} onChange={setClosed} />
      <Textarea
        label={texts.reason}
        required={lateAfter !== null || closedAfter !== null}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {props.exceptionReason !== null && (
        <Button
          variant="subtle"
          onClick={() => {
            setLate(null);
            setClosed(null);
          }}
        >
          {texts.dropDates}
        </Button>
      )}
    </ConfirmDialog>
  );
}
