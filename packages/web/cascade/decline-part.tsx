import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { RequirementAbove } from '@opora/domain/cascade/cascade-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { cascadeTexts } from './cascade-catalog.ts';
import { useDeclines } from './use-cascade.ts';

type DeclinePartProps = { readonly requirement: RequirementAbove; readonly mayManage: boolean };

/** Why the unit does not answer; nothing when it has said nothing. */
export function DeclinePart({ requirement, mayManage }: DeclinePartProps) {
  const texts = useTexts(cascadeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { decline, takeBack } = useDeclines();
  const [said] = requirement.declines;
  if (said === undefined) return null;
  const { id, unitId, reason, on, isOutdated } = said;
  const declineAgain = () =>
    decline.mutateAsync({ requirementId: requirement.id, orgUnitId: unitId, reason });
  return (
    <Group gap="xs">
      <Text size="sm">
        {texts.declined(formatDate(on), reason)}
        {isOutdated && <strong>{` ${texts.declineOutdated}`}</strong>}
      </Text>
      {mayManage && (
        <Button
          size="compact-sm"
          variant="subtle"
          className="screen-only"
          aria-label={texts.takeBackOf(requirement.activityName)}
          onClick={() =>
            takeBack.mutate(id, {
              onSuccess: () => notify(texts.takenBack, isOutdated ? null : declineAgain),
              onError: (error) => notify(messageOf(error, connectionLost)),
            })
          }
        >
          {texts.takeBack}
        </Button>
      )}
    </Group>
  );
}

type DeclineDialogProps = {
  readonly requirement: RequirementAbove;
  readonly orgUnitId: string;
  readonly onClose: () => void;
};

/** Asks for the reason. */
export function DeclineDialog({ requirement, orgUnitId, onClose }: DeclineDialogProps) {
  const texts = useTexts(cascadeTexts);
  const ui = useTexts(uiTexts);
  const { decline, takeBack } = useDeclines();
  const [reason, setReason] = useState('');
  const send = () =>
    decline.mutate(
      { requirementId: requirement.id, orgUnitId, reason: reason.trim() },
      {
        onSuccess: ({ declineId }) => {
          notify(texts.declineSaved, () => takeBack.mutateAsync(declineId));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={texts.decline} closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack>
        <Text size="sm">{requirement.activityName}</Text>
        <Textarea
          label={texts.declineReason}
          description={texts.declineReasonHint}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decline.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(decline.error, ui.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button disabled={reason.trim() === ''} loading={decline.isPending} onClick={send}>
            {texts.decline}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
