import { Group, Text } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useCallback, useMemo, type KeyboardEvent } from 'react';
import { formatShare } from '@opora/domain/basics/format.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import { countsOf, progressOf } from '@opora/domain/plans/progress.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { notify } from '../ui/notice.ts';
import { nextTerm, stateOfActivity } from './activity-state.ts';
import { BulkActions } from './bulk-actions.tsx';
import { groupOfActivity, orderFor } from './plan-groups.ts';
import type { PlanViewProps } from './plan-page.tsx';
import { placeTexts } from './place-catalog.ts';
import type { PlanGroup } from './plan-view.ts';
import { plansTexts } from './plans-catalog.ts';
import { ShownBadge } from './shown-badge.tsx';
import { useActivityMoves } from './use-activity-moves.ts';

type PlanTableProps = PlanViewProps & { readonly group: PlanGroup };

export function PlanTable({ plan, search, open, edit, group }: PlanTableProps) {
  const texts = useTexts(plansTexts);
  const { keys } = useTexts(placeTexts);
  const { language } = useLanguage();
  const rows = useMemo(() => orderFor(group, plan.activities), [group, plan.activities]);
  const groupBy = useCallback(
    (activity: Activity) => groupOfActivity(group, activity, { plan, texts, language }),
    [group, plan, texts, language],
  );
  const onRowKey = useRowKeys(plan, group, edit);
  return (
    <>
      <DataGrid
        id="plan"
        label={plan.title}
        rows={rows}
        columns={useActivityColumns(plan)}
        idOf={idOf}
        onOpen={open}
        onRowKey={onRowKey}
        bulkActions={bulkActions}
        openId={search.activity ?? null}
        {...(group === 'none' ? {} : { groupBy })}
        empty={<Text>{texts.noActivities}</Text>}
      />
      {edit !== null && rows.length > 0 && (
        <Text size="xs" c="dimmed" mt={4} visibleFrom="sm" className="screen-only">
          {keys}
        </Text>
      )}
    </>
  );
}

/** F2 edits as in a spreadsheet; Alt and an arrow moves the row, while the table stands in the order of the plan. */
function useRowKeys(plan: Plan, group: PlanGroup, edit: PlanViewProps['edit']) {
  const texts = useTexts(placeTexts);
  const moves = useActivityMoves(plan);
  return (activity: Activity, event: KeyboardEvent, isAsGiven: boolean): boolean => {
    if (edit === null) return false;
    if (event.key === 'F2') {
      edit(activity);
      return true;
    }
    const direction = directions[event.key];
    if (!event.altKey || direction === undefined) return false;
    if (isAsGiven && (group === 'section' || group === 'none')) moves.step(activity.id, direction);
    else notify(texts.sortedNow);
    return true;
  };
}

const directions: Readonly<Record<string, 'up' | 'down'>> = { ArrowUp: 'up', ArrowDown: 'down' };

const idOf = (activity: Activity): string => activity.id;

const bulkActions = (marked: readonly Activity[], clear: () => void) => (
  <BulkActions marked={{ instanceIds: [], activityIds: marked.map(idOf), cells: [] }} clear={clear} />
);

function useActivityColumns(plan: Plan): readonly GridColumn<Activity>[] {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const sections = new Map(plan.sections.map((section) => [section.id, section.title]));
    const wordOf = (activity: Activity): string | null => {
      const state = stateOfActivity(activity, today());
      return state === null ? null : texts.states[state];
    };
    return [
      {
        id: 'title',
        title: texts.activity,
        kind: 'text',
        value: titleOf,
        render: titleWithComments,
        widthPx: 340,
      },
      {
        id: 'deadline',
        title: texts.deadline,
        kind: 'text',
        value: (activity) => activity.deadline.raw,
        widthPx: 150,
      },
      {
        id: 'meaning',
        title: texts.meaning,
        kind: 'text',
        value: (activity) => printDeadline(activity.deadline, language),
        widthPx: 200,
        hiddenAtFirst: true,
      },
      {
        id: 'due',
        title: texts.due,
        kind: 'date',
        value: (activity) => nextTerm(activity)?.dueOn ?? null,
        render: (activity) => <Due activity={activity} />,
        widthPx: 130,
      },
      { id: 'state', title: texts.state, kind: 'choice', value: wordOf, render: badgeOf, widthPx: 170 },
      {
        id: 'done',
        title: texts.done,
        kind: 'number',
        value: (activity) => progressOf(countsOf(activity)).done,
        render: (activity) => {
          const { done, total } = progressOf(countsOf(activity));
          return formatShare(done, total, language);
        },
        widthPx: 130,
      },
      {
        id: 'parties',
        title: texts.parties,
        kind: 'text',
        value: (activity) => activity.parties.map((party) => party.raw).join(', ') || null,
        widthPx: 200,
      },
      {
        id: 'expected',
        title: texts.expected,
        kind: 'text',
        value: (activity) => activity.expected.map((result) => result.raw).join('; ') || null,
        widthPx: 260,
      },
      {
        id: 'section',
        title: texts.groups.section,
        kind: 'choice',
        value: (activity) =>
          activity.sectionId === null ? null : (sections.get(activity.sectionId) ?? null),
        hiddenAtFirst: true,
      },
    ];
  }, [texts, language, plan.sections]);
}

export const titleOf = ({ no, title }: Pick<Activity, 'no' | 'title'>): string =>
  no === '' ? title : `${no} ${title}`;

function titleWithComments(activity: Activity) {
  if (activity.commentCount === 0) return titleOf(activity);
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <span>{titleOf(activity)}</span>
      <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        <IconMessage size={12} aria-hidden /> {activity.commentCount}
      </Text>
    </Group>
  );
}

function Due({ activity }: { readonly activity: Activity }) {
  const texts = useTexts(plansTexts);
  const dueOn = nextTerm(activity)?.dueOn ?? null;
  if (dueOn !== null) return <DateText date={dueOn} />;
  return (
    <Text span inherit c="dimmed">
      {texts.undated}
    </Text>
  );
}

function badgeOf(activity: Activity) {
  const state = stateOfActivity(activity, today());
  return state === null ? null : <ShownBadge state={state} />;
}
