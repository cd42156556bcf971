import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { isDayOff } from '@opora/domain/basics/production-calendar.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import type { InstanceMove } from '@opora/domain/plans/instance-state.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { useMove } from './use-instances.ts';
import { useReckoning } from './use-reckoning.ts';

const movesAtOnce = ['start', 'withdraw', 'reopen'] as const satisfies readonly InstanceMove[];
const reasonMoves = ['postpone', 'cancel', 'return'] as const satisfies readonly InstanceMove[];
export type ReasonMove = (typeof reasonMoves)[number];

/** Moves beside submitting and deciding: those that need no words at once, those that need a reason in a dialog. */
export function InstanceMoves({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [asking, setAsking] = useState<ReasonMove | null>(null);
  const move = useMove(instance.id);
  const isDecided = instance.moves.includes('accept');
  const atOnce = movesAtOnce.filter(
    // Who decides does not take back for the executor.
    (each) => instance.moves.includes(each) && (each !== 'withdraw' || !isDecided),
  );
  const withReason = reasonMoves.filter(
    (each) => instance.moves.includes(each) && (each !== 'return' || !isDecided),
  );
  if (atOnce.length + withReason.length === 0) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {atOnce.map((each) => (
          <Button
            key={each}
            size="xs"
            variant="default"
            loading={move.isPending}
            onClick={() =>
              move.mutate(
                { move: each, version: instance.version, note: null, dueOn: null },
                { onSuccess: () => notify(texts.done[each]) },
              )
            }
          >
            {texts.moves[each]}
          </Button>
        ))}
        {withReason.map((each) => (
          <Button key={each} size="xs" variant="default" onClick={() => setAsking(each)}>
            {texts.moves[each]}
          </Button>
        ))}
      </Group>
      {move.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(move.error, connectionLost)}
        </Text>
      )}
      {asking !== null && <ReasonDialog instance={instance} move={asking} onClose={() => setAsking(null)} />}
    </Stack>
  );
}

type ReasonDialogProps = {
  readonly instance: InstanceDetail;
  readonly move: ReasonMove;
  readonly onClose: () => void;
};

/** Asks why, and for the new day when the term is moved. */
export function ReasonDialog({ instance, move, onClose }: ReasonDialogProps) {
  const texts = useTexts(instanceTexts);
  const ui = useTexts(uiTexts);
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null);
  const moving = useMove(instance.id);
  const { calendar } = useReckoning(instance.planId);
  const isReady = note.trim() !== '' && (move !== 'postpone' || dueOn !== null);
  const send = () =>
    moving.mutate(
      { move, version: instance.version, note: note.trim(), dueOn },
      {
        onSuccess: () => {
          notify(texts.done[move]);
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={texts.moves[move]} closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack>
        {move === 'postpone' && (
          <DateField
            label={texts.newDueOn}
            value={dueOn}
            onChange={setDueOn}
            required
            isDayOff={(date) => isDayOff(date, calendar)}
          />
        )}
        <Textarea
          label={texts.reasonOf[move]}
          required
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {moving.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(moving.error, ui.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button disabled={!isReady} loading={moving.isPending} onClick={send}>
            {texts.moves[move]}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
