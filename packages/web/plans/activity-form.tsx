import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { messageOf } from '../ui/message-of.ts';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useKept } from '../ui/use-kept.ts';
import { useMergedForm } from '../ui/use-merged-form.ts';
import { ActivityMergeNotes } from './activity-merge-notes.tsx';
import { fieldsOf, partiesOf, Typed, versionOf } from './activity-typed.ts';
import { instanceTexts } from './instance-catalog.ts';
import { OtherEditorsOfPlan } from './other-editors.tsx';
import { titleOf } from './plan-table.tsx';
import { useTellEditingPlan } from './use-editing.ts';
import { useAddActivity, useChangeActivity, useFetchActivity, useRemoveActivity } from './use-plans.ts';
import { useReckoning } from './use-reckoning.ts';

type ChangeActivityProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

/** Edits an activity in the panel where it is read. What somebody else saves meanwhile is joined with it field by field. */
export function ChangeActivity({ plan, activity, onClose, onRemoved }: ChangeActivityProps) {
  const texts = useTexts(instanceTexts);
  const { chooseFirst } = useTexts(mergeTexts);
  const [isRemoving, setRemoving] = useState(false);
  const change = useChangeActivity(activity.id);
  const remove = useRemoveActivity(activity.id);
  const fetchActivity = useFetchActivity(plan.id, activity.id);
  const form = useMergedForm<Typed>({
    key: `opora.activity.${activity.id}`,
    shape: Typed,
    latest: versionOf(activity),
    refetch: async () => versionOf(await fetchActivity()),
  });
  useTellEditingPlan(plan.id, activity.id);
  const known = [...activity.parties, ...partiesOf(plan)];
  const save = () =>
    form
      .save((typed, version) => change.mutateAsync({ ...fieldsOf(typed, known), version }))
      .then(
        (isSaved) => (isSaved ? onClose() : notify(chooseFirst)),
        // The mutation holds the refusal, and the form shows it; what was typed stays.
        () => undefined,
      );
  return (
    <>
      <OtherEditorsOfPlan planId={plan.id} thingId={activity.id} />
      <ActivityForm
        plan={plan}
        typed={form.typed}
        set={form.set}
        error={form.clashes.length > 0 ? null : change.error}
        isBusy={change.isPending}
        isWaiting={form.clashes.length > 0}
        onClose={() => {
          form.reset();
          onClose();
        }}
        onSave={() => void save()}
      >
        <ActivityMergeNotes plan={plan} activity={activity} form={form} />
      </ActivityForm>
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
  const [typed, keep, clear] = useKept<Typed>(`opora.new-activity.${plan.id}`, Typed, () => ({
    no: '',
    sectionId: plan.sections.at(-1)?.id ?? null,
    title: '',
    deadline: '',
    parties: '',
    expected: '',
  }));
  const leave = () => {
    clear();
    onClose();
  };
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
        typed={typed}
        set={(changes) => keep({ ...typed, ...changes })}
        error={add.error}
        isBusy={add.isPending}
        onClose={leave}
        onSave={() => add.mutate(fieldsOf(typed, partiesOf(plan)), { onSuccess: leave })}
      />
    </Modal>
  );
}

type ActivityFormProps = {
  readonly plan: Plan;
  readonly typed: Typed;
  readonly set: (changes: Partial<Typed>) => void;
  readonly error: Error | null;
  readonly isBusy: boolean;
  /** Something is to be chosen before it can be saved. */
  readonly isWaiting?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** What is said of the changes of others. */
  readonly children?: ReactNode;
};

function ActivityForm(props: ActivityFormProps) {
  const { plan, typed, set, error, isBusy, isWaiting = false, onSave, onClose, children } = props;
  const texts = useTexts(instanceTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const reckoning = useReckoning(plan.id);
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
      {children}
      {error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(error, ui.connectionLost)}
        </Text>
      )}
      <Group>
        <Button loading={isBusy} disabled={typed.title.trim() === '' || isWaiting} onClick={onSave}>
          {ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {ui.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
