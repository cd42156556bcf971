import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ActivityFields } from '@opora/domain/plans/activity-fields.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import type { Activity, PartyFields, Plan } from '@opora/domain/plans/plan.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { titleOf } from './plan-table.tsx';
import { useAddActivity, useChangeActivity, useRemoveActivity } from './use-plans.ts';
import { useReckoning } from './use-reckoning.ts';

type ChangeActivityProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

/** Edits an activity in the panel where it is read. */
export function ChangeActivity({ plan, activity, onClose, onRemoved }: ChangeActivityProps) {
  const texts = useTexts(instanceTexts);
  const [isRemoving, setRemoving] = useState(false);
  const change = useChangeActivity(activity.id);
  const remove = useRemoveActivity(activity.id);
  return (
    <>
      <ActivityForm
        plan={plan}
        first={typedOf(activity)}
        known={[...activity.parties, ...partiesOf(plan)]}
        error={change.error}
        isBusy={change.isPending}
        onClose={onClose}
        onSave={(fields) => change.mutate({ ...fields, version: activity.version }, { onSuccess: onClose })}
      />
      <Group>
        <Button variant="subtle" color="red" size="xs" onClick={() => setRemoving(true)}>
          {texts.remove}
        </Button>
      </Group>
      {isRemoving && (
        <ConfirmDialog
          title={texts.removeQuestion(titleOf(activity))}
          action={texts.remove}
          isDangerous
          onConfirm={() => remove.mutateAsync(activity.version).then(onRemoved)}
          onClose={() => setRemoving(false)}
        >
          <Text>{texts.removeHint}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

export function NewActivity({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const texts = useTexts(instanceTexts);
  const { close } = useTexts(uiTexts);
  const add = useAddActivity(plan.id);
  const section = plan.sections.at(-1)?.id ?? null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.newActivity}
      closeButtonProps={{ 'aria-label': close }}
      size="lg"
    >
      <ActivityForm
        plan={plan}
        first={{ no: '', sectionId: section, title: '', deadline: '', parties: '', expected: '' }}
        known={partiesOf(plan)}
        error={add.error}
        isBusy={add.isPending}
        onClose={onClose}
        onSave={(fields) => add.mutate(fields, { onSuccess: onClose })}
      />
    </Modal>
  );
}

/** As typed: lists are lines. */
type Typed = {
  readonly no: string;
  readonly sectionId: string | null;
  readonly title: string;
  readonly deadline: string;
  readonly parties: string;
  readonly expected: string;
};

type ActivityFormProps = {
  readonly plan: Plan;
  readonly first: Typed;
  /** Parties whose organisation or person is known: kept while their words stay. */
  readonly known: readonly PartyFields[];
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSave: (fields: ActivityFields) => void;
  readonly onClose: () => void;
};

function ActivityForm({ plan, first, known, error, isBusy, onSave, onClose }: ActivityFormProps) {
  const texts = useTexts(instanceTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState(first);
  const reckoning = useReckoning(plan.id);
  const set = (changes: Partial<Typed>) => setTyped({ ...typed, ...changes });
  const meaning = printDeadline(readDeadline(typed.deadline, deadlineContextOf(plan, reckoning)), language);
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput
          label={texts.no}
          value={typed.no}
          onChange={(event) => set({ no: event.currentTarget.value })}
        />
        <Select
          label={texts.section}
          value={typed.sectionId}
          placeholder={texts.withoutSection}
          clearable
          data={plan.sections.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(sectionId) => set({ sectionId })}
        />
      </Group>
      <Textarea
        label={texts.title}
        required
        autosize
        value={typed.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextInput
        label={texts.deadline}
        description={texts.deadlineHint}
        value={typed.deadline}
        onChange={(event) => set({ deadline: event.currentTarget.value })}
      />
      <Text size="sm" aria-live="polite">
        {texts.means}: {meaning}. {texts.followHint}
      </Text>
      <Textarea
        label={texts.partyLines}
        autosize
        value={typed.parties}
        onChange={(event) => set({ parties: event.currentTarget.value })}
      />
      <Textarea
        label={texts.expectedLines}
        autosize
        value={typed.expected}
        onChange={(event) => set({ expected: event.currentTarget.value })}
      />
      {error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(error, ui.connectionLost)}
        </Text>
      )}
      <Group>
        <Button
          loading={isBusy}
          disabled={typed.title.trim() === ''}
          onClick={() => onSave(fieldsOf(typed, known))}
        >
          {ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {ui.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

function typedOf(activity: Activity): Typed {
  return {
    no: activity.no,
    sectionId: activity.sectionId,
    title: activity.title,
    deadline: activity.deadline.raw,
    parties: activity.parties.map((party) => party.raw).join('\n'),
    expected: activity.expected.map((result) => result.raw).join('\n'),
  };
}

function fieldsOf(typed: Typed, known: readonly PartyFields[]): ActivityFields {
  const { no, sectionId, title, deadline } = typed;
  return {
    no,
    sectionId,
    title,
    deadline,
    expected: linesOf(typed.expected),
    parties: linesOf(typed.parties).map((raw, at) => {
      const same = known.find((party) => party.raw === raw);
      return {
        raw,
        role: at === 0 ? 'lead' : 'co-executor',
        orgUnitId: same?.orgUnitId ?? null,
        personId: same?.personId ?? null,
      };
    }),
  };
}

/** What has been matched once in the plan is known wherever the same words stand. */
const partiesOf = (plan: Plan): PartyFields[] => plan.activities.flatMap(({ parties }) => parties);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
