import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { type BulkChoice, type BulkKind, type BulkTargets, isByDay } from '@opora/domain/plans/bulk-act.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { bulkTexts } from './bulk-catalog.ts';
import { BulkAssignee } from './bulk-assignee.tsx';
import { countRefused, RefusedList } from './refused-list.tsx';
import { useUndoWithWord } from './use-undo-with-word.ts';
import { type BulkAsked, useBulkAct, useBulkChoice } from './use-bulk.ts';

export type Marked = Pick<BulkTargets, 'instanceIds' | 'activityIds' | 'cells'>;

type BulkDialogProps = {
  readonly kind: BulkKind;
  readonly marked: Marked;
  readonly onClose: () => void;
  /** What was marked has been dealt with. */
  readonly onDone: () => void;
};

/** A person looks a month ahead when she postpones, and at what has come when she reports. */
const daysAhead = 30;

/** What would be taken and what not, then the words that the action needs; afterwards what was refused, if anything. */
export function BulkDialog({ kind, marked, onClose, onDone }: BulkDialogProps) {
  const texts = useTexts(bulkTexts);
  const ui = useTexts(uiTexts);
  const isOfRows = marked.activityIds.length + marked.cells.length > 0 && isByDay(kind);
  const [dueUntil, setDueUntil] = useState<CalendarDate | null>(
    kind === 'postpone' ? addDays(today(), daysAhead) : today(),
  );
  const choice = useBulkChoice(kind, { ...marked, dueUntil: isOfRows ? dueUntil : null });
  const act = useBulkAct();
  const undo = useUndoWithWord();
  const send = (asked: Omit<BulkAsked, 'kind'>) =>
    act.mutate(
      { kind, ...asked },
      {
        onSuccess: ({ bulkActId, doneIds, refused }) => {
          if (bulkActId !== null) notify(texts.done[kind](doneIds.length), () => undo(bulkActId));
          onDone();
          if (refused.length === 0) onClose();
        },
      },
    );
  const { data: outcome } = act;
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.buttons[kind]}
      closeButtonProps={{ 'aria-label': ui.close }}
      size="lg"
    >
      {outcome === undefined ? (
        <Stack>
          {isOfRows && (
            <DateField
              label={texts.dueUntil}
              description={texts.dueUntilHint}
              value={dueUntil}
              onChange={setDueUntil}
            />
          )}
          <Loaded query={choice}>
            {(found) => (
              <ChosenForm
                kind={kind}
                choice={found}
                isBusy={act.isPending}
                refusal={act.error === null ? null : messageOf(act.error, ui.connectionLost)}
                onSend={send}
                onClose={onClose}
              />
            )}
          </Loaded>
        </Stack>
      ) : (
        <Stack>
          <RefusedList
            title={texts.refused(
              kind,
              countRefused(outcome.refused),
              countRefused(outcome.refused) + outcome.doneIds.length,
            )}
            refused={outcome.refused}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{ui.close}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

type ChosenFormProps = {
  readonly kind: BulkKind;
  readonly choice: BulkChoice;
  readonly isBusy: boolean;
  readonly refusal: string | null;
  readonly onSend: (asked: Omit<BulkAsked, 'kind'>) => void;
  readonly onClose: () => void;
};

function ChosenForm({ kind, choice, isBusy, refusal, onSend, onClose }: ChosenFormProps) {
  const texts = useTexts(bulkTexts);
  const ui = useTexts(uiTexts);
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null);
  const [personId, setPersonId] = useState<string | null | undefined>(undefined);
  const { instanceIds, refused, firstDueOn, lastDueOn } = choice;
  const [firstId] = instanceIds;
  const days =
    firstDueOn === null || lastDueOn === null
      ? null
      : texts.days(formatDate(firstDueOn), formatDate(lastDueOn));
  const isReady =
    (kind !== 'postpone' || (note.trim() !== '' && dueOn !== null)) &&
    (kind !== 'assign' || personId !== undefined);
  const noteLabel = { submit: texts.message, accept: texts.decision, postpone: texts.reason, assign: null }[
    kind
  ];
  return (
    <Stack>
      <Text role="status">
        {firstId === undefined ? texts.nothingToTake : texts.willTake(instanceIds.length, days)}
      </Text>
      {refused.length > 0 && (
        <RefusedList title={texts.refusedBefore(countRefused(refused))} refused={refused} />
      )}
      {firstId !== undefined && kind === 'postpone' && (
        <DateField label={texts.newDueOn} value={dueOn} onChange={setDueOn} required />
      )}
      {firstId !== undefined && kind === 'assign' && (
        <BulkAssignee instanceId={firstId} onChoose={setPersonId} />
      )}
      {firstId !== undefined && noteLabel !== null && (
        <Textarea
          label={noteLabel}
          required={kind === 'postpone'}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {refusal !== null && (
        <Text c="var(--opora-late)" role="alert">
          {refusal}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {ui.cancel}
        </Button>
        {firstId !== undefined && (
          <Button
            disabled={!isReady}
            loading={isBusy}
            onClick={() => onSend({ instanceIds, note, dueOn, personId: personId ?? null })}
          >
            {texts.act(kind, instanceIds.length)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
