import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type HearingDetail, TimeOfDay } from '@opora/domain/decisions/hearing.ts';
import { useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { hearingTexts } from './hearing-catalog.ts';
import { useChangeHearing } from './use-hearings.ts';

type DialogProps = { readonly hearing: HearingDetail; readonly onClose: () => void };

/** Another name, day, time or place. */
export function MoveHearing({ hearing, onClose }: DialogProps) {
  const texts = useTexts(hearingTexts);
  const { save } = useTexts(uiTexts);
  const { move } = useChangeHearing(hearing);
  const [onDate, setOnDate] = useState<string | null>(hearing.onDate);
  const [startsAt, setStartsAt] = useState(hearing.startsAt ?? '');
  const [place, setPlace] = useState(hearing.place ?? '');
  const [title, setTitle] = useState(hearing.title);
  const isTime = startsAt === '' || TimeOfDay.safeParse(startsAt).success;
  const confirm = async () => {
    if (onDate === null || !isTime || title.trim() === '') return;
    await move.mutateAsync({
      title,
      onDate,
      startsAt: startsAt === '' ? null : startsAt,
      place: place.trim() === '' ? null : place.trim(),
    });
  };
  return (
    <ConfirmDialog
      title={texts.hearing(hearing.title, hearing.schoolName)}
      action={save}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        label={texts.hearingTitle}
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <DateField label={texts.onDate} value={onDate} onChange={setOnDate} required />
      <TextInput
        label={texts.startsAt}
        placeholder={texts.timeFormat}
        value={startsAt}
        error={isTime ? undefined : texts.timeWrong}
        onChange={(event) => setStartsAt(event.currentTarget.value)}
      />
      <TextInput
        label={texts.place}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

export function CancelHearing({ hearing, onClose }: DialogProps) {
  const texts = useTexts(hearingTexts);
  const { cancel } = useChangeHearing(hearing);
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      title={texts.hearing(hearing.title, hearing.schoolName)}
      action={texts.cancel}
      isDangerous
      onConfirm={() => cancel.mutateAsync(note)}
      onClose={onClose}
    >
      <Textarea
        label={texts.cancelWhy}
        required
        autosize
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
