import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { formatShare } from '@opora/domain/basics/format.ts';
import type { PlanAt } from '@opora/domain/plans/edition.ts';
import type { ActivityDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { Term } from '@opora/domain/plans/plan.ts';
import { countsOf, progressOf, sumCounts } from '@opora/domain/plans/progress.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DateText } from '../ui/date-text.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { lateOfActivity, nextTerm, stateOfActivity } from './activity-state.ts';
import { fieldText } from './change-words.ts';
import { editionTexts } from './edition-catalog.ts';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';
import { ShownBadge } from './shown-badge.tsx';

/** An activity as it read, and how it stood. */
type PastActivity = ActivityDefinition & { readonly terms: Term[] };

/** The plan as it was at the end of a day: what it said and how far it had come; nothing can be changed here. */
export function PastPlan({ plan }: { readonly plan: PlanAt }) {
  const texts = useTexts(plansTexts);
  const { definition, on } = plan;
  const rows = useMemo(() => pastActivities(plan), [plan]);
  const titles = useMemo(
    () => new Map(definition.sections.map(({ id, title }) => [id, title])),
    [definition],
  );
  const groupBy = useCallback(
    ({ sectionId }: PastActivity) => ({
      id: sectionId ?? '',
      title: titles.get(sectionId ?? '') ?? texts.noSection,
    }),
    [titles, texts],
  );
  const { done, total } = progressOf(sumCounts(rows.map(countsOf)));
  const late = rows.reduce((sum, activity) => sum + lateOfActivity(activity, on), 0);
  return (
    <Stack gap="sm">
      <Text>{texts.summary(rows.length, done, total, late)}</Text>
      {definition.goal !== null && (
        <Text>
          <b>{texts.goal}.</b> {definition.goal}
        </Text>
      )}
      <DataGrid
        id="past-plan"
        label={definition.title}
        rows={rows}
        columns={usePastColumns(on)}
        idOf={idOf}
        groupBy={groupBy}
        empty={<Text>{texts.noActivities}</Text>}
      />
    </Stack>
  );
}

const idOf = (activity: PastActivity): string => activity.id;

function pastActivities({ definition, terms }: PlanAt): PastActivity[] {
  const known = new Map(terms.map((each) => [each.activityId, each.terms]));
  return definition.activities.map((activity) => ({ ...activity, terms: known.get(activity.id) ?? [] }));
}

function usePastColumns(on: string): readonly GridColumn<PastActivity>[] {
  const texts = useTexts(plansTexts);
  const { fields, due, progress } = useTexts(editionTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const text = (id: 'deadline' | 'parties' | 'expected', widthPx: number): GridColumn<PastActivity> => ({
      id,
      title: fields[id],
      kind: 'text',
      value: (activity) => fieldText(activity, id),
      widthPx,
    });
    const stateOf = (activity: PastActivity) => stateOfActivity(activity, on);
    return [
      { id: 'title', title: texts.activity, kind: 'text', value: titleOf, widthPx: 340 },
      text('deadline', 160),
      {
        id: 'due',
        title: due,
        kind: 'date',
        value: (activity) => nextTerm(activity)?.dueOn ?? null,
        render: (activity) => {
          const date = nextTerm(activity)?.dueOn ?? null;
          return date === null ? null : <DateText date={date} />;
        },
        widthPx: 130,
      },
      {
        id: 'state',
        title: texts.state,
        kind: 'choice',
        value: (activity) => {
          const state = stateOf(activity);
          return state === null ? null : texts.states[state];
        },
        render: (activity) => {
          const state = stateOf(activity);
          return state === null ? null : <ShownBadge state={state} />;
        },
        widthPx: 170,
      },
      {
        id: 'done',
        title: progress,
        kind: 'number',
        value: (activity) => progressOf(countsOf(activity)).done,
        render: (activity) => {
          const { done, total } = progressOf(countsOf(activity));
          return total === 0 ? null : formatShare(done, total, language);
        },
        widthPx: 130,
      },
      text('parties', 200),
      text('expected', 260),
    ];
  }, [texts, fields, due, progress, language, on]);
}
