import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { Plan } from '@opora/domain/plans/plan.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { MergeNotes } from '../ui/merge-notes.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useMergedForm, type Version } from '../ui/use-merged-form.ts';
import { plansTexts } from './plans-catalog.ts';
import { momentText } from '../ui/moment-text.ts';
import { OtherEditorsOfPlan } from './other-editors.tsx';
import { useTellEditingPlan } from './use-editing.ts';
import { useChangePlanTitles, useFetchPlan, usePlanLastChange } from './use-plans.ts';

const Titles = z.object({ title: z.string(), annexTitle: z.string() });
type Titles = z.infer<typeof Titles>;

const titlesOf = ({ title, annexTitle, version }: Plan): Version<Titles> => ({
  fields: { title, annexTitle: annexTitle ?? '' },
  version,
});

type PlanTitlesDialogProps = { readonly plan: Plan; readonly onClose: () => void };

/** Mends the titles of the act and of its annex. */
export function PlanTitlesDialog({ plan, onClose }: PlanTitlesDialogProps) {
  const texts = useTexts(plansTexts);
  const ui = useTexts(uiTexts);
  const { chooseFirst } = useTexts(mergeTexts);
  const change = useChangePlanTitles(plan.id);
  const fetchPlan = useFetchPlan(plan.id);
  const form = useMergedForm<Titles>({
    key: `opora.plan-titles.${plan.id}`,
    shape: Titles,
    latest: titlesOf(plan),
    refetch: async () => titlesOf(await fetchPlan()),
  });
  useTellEditingPlan(plan.id, null);
  const { title, annexTitle } = form.typed;
  const send = (typed: Titles, version: number) =>
    change.mutateAsync({
      title: typed.title,
      annexTitle: typed.annexTitle.trim() === '' ? null : typed.annexTitle,
      version,
    });
  const save = () =>
    form.save(send).then(
      (isSaved) => {
        notify(isSaved ? texts.titlesSaved : chooseFirst);
        if (isSaved) onClose();
      },
      // The mutation holds the refusal, and the dialog shows it.
      () => undefined,
    );
  const isChanged = form.taken.length + form.clashes.length > 0;
  const leave = () => {
    form.reset();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={texts.editTitles}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack>
        <OtherEditorsOfPlan planId={plan.id} thingId={plan.id} />
        <Textarea
          label={texts.title}
          required
          autosize
          value={title}
          onChange={(event) => form.set({ title: event.currentTarget.value })}
        />
        <Textarea
          label={texts.annexTitle}
          description={texts.annexTitleHint}
          autosize
          value={annexTitle}
          onChange={(event) => form.set({ annexTitle: event.currentTarget.value })}
        />
        <MergeNotes
          form={form}
          labelOf={(field) => (field === 'title' ? texts.title : texts.annexTitle)}
          print={(_field, value) => value}
          who={isChanged ? <LastChange plan={plan} /> : undefined}
        />
        {change.error !== null && form.clashes.length === 0 && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(change.error, ui.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {ui.cancel}
          </Button>
          <Button
            disabled={title.trim() === '' || form.clashes.length > 0}
            loading={change.isPending}
            onClick={() => void save()}
          >
            {ui.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function LastChange({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(mergeTexts);
  const { language } = useLanguage();
  const { data: last } = usePlanLastChange(plan.id, plan.version);
  return last ? <>{texts.lastChange(last.by ?? '—', momentText(last.at, language))}</> : null;
}
