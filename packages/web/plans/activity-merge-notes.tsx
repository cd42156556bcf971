import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { MergeNotes } from '../ui/merge-notes.tsx';
import { momentText } from '../ui/moment-text.ts';
import type { MergedForm } from '../ui/use-merged-form.ts';
import type { Typed } from './activity-typed.ts';
import { instanceTexts } from './instance-catalog.ts';
import { useActivityHistory } from './use-plans.ts';

type ActivityMergeNotesProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly form: MergedForm<Typed>;
};

/** What somebody else has done to the activity while it is being edited, with who and when. */
export function ActivityMergeNotes({ plan, activity, form }: ActivityMergeNotesProps) {
  const texts = useTexts(instanceTexts);
  const sections = new Map(plan.sections.map(({ id, title }) => [id, title]));
  const labels: Readonly<Record<keyof Typed, string>> = {
    no: texts.no,
    sectionId: texts.section,
    title: texts.title,
    deadline: texts.deadline,
    parties: texts.parties,
    expected: texts.expected,
  };
  const isChanged = form.taken.length + form.clashes.length > 0;
  return (
    <MergeNotes
      form={form}
      labelOf={(field) => labels[field]}
      print={(field, value) =>
        field === 'sectionId' ? (sections.get(value ?? '') ?? texts.withoutSection) : (value ?? '')
      }
      who={isChanged ? <LastChange activityId={activity.id} version={activity.version} /> : undefined}
    />
  );
}

function LastChange({ activityId, version }: { readonly activityId: string; readonly version: number }) {
  const texts = useTexts(mergeTexts);
  const { language } = useLanguage();
  const { data: history = [] } = useActivityHistory(activityId, version);
  const last = history.find(({ subject }) => subject !== 'instance');
  if (last === undefined) return null;
  return <>{texts.lastChange(last.by ?? '—', momentText(last.at, language))}</>;
}
