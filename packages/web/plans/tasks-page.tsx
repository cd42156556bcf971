import './instance-view.css';
import './tasks-page.css';
import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { foldText } from '@opora/domain/basics/fold-text.ts';
import type { MyTasks, Task, TaskGroup } from '@opora/domain/plans/tasks.ts';
import { groupOfTask, taskGroups } from '@opora/domain/plans/tasks.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { shownState } from './activity-state.ts';
import { BulkActions } from './bulk-actions.tsx';
import { bulkTexts } from './bulk-catalog.ts';
import { titleOf } from './plan-table.tsx';
import { RecentBulk } from './recent-bulk.tsx';
import { ShownBadge } from './shown-badge.tsx';
import { SubscribeButton } from './subscribe-button.tsx';
import { tasksTexts } from './tasks-catalog.ts';
import { useTasks } from './use-instances.ts';
import { useLiveChanges } from './use-live-changes.ts';
import { type MarkedList, useMarkedList } from './use-marked-list.ts';

/** What is asked of the signed-in person, the most pressing first, each with why it is hers. `above`: stands before it; null for nothing. */
export function TasksPage({ above = null }: { readonly above?: ReactNode }) {
  const texts = useTexts(tasksTexts);
  useLiveChanges(null);
  const tasks = useTasks();
  return (
    <Page title={texts.tasks} purpose={texts.purpose} action={<SubscribeButton planId={null} />}>
      <Loaded query={tasks}>{(mine) => <Groups mine={mine} above={above} />}</Loaded>
    </Page>
  );
}

function Groups({ mine, above }: { readonly mine: MyTasks; readonly above: ReactNode }) {
  const texts = useTexts(tasksTexts);
  const bulk = useTexts(bulkTexts);
  const [sought, setSought] = useState('');
  const found = mine.tasks.filter((task) =>
    foldText([task.no, task.title, task.schoolName, task.planTitle].join(' ')).includes(foldText(sought)),
  );
  const groups = Map.groupBy(found, (task) => groupOfTask(task, today()));
  const shown = taskGroups.flatMap((group) => groups.get(group) ?? []);
  const marks = useMarkedList(shown.map(({ instanceId }) => instanceId));
  return (
    <Stack gap="lg" maw={900}>
      {above}
      {mine.tasks.length === 0 && above === null && <Text>{texts.empty}</Text>}
      {mine.tasks.length > 1 && (
        <MarkBar marks={marks} count={shown.length} sought={sought} onSought={setSought} />
      )}
      {shown.length === 0 && mine.tasks.length > 0 && <Text>{bulk.nothingFound}</Text>}
      {/* Keys of the list reach it from the boxes; it has no focus of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <Stack gap="lg" onKeyDown={marks.onKeyDown}>
        {taskGroups.map((group) => {
          const tasks = groups.get(group) ?? [];
          return tasks.length === 0 ? null : (
            <TaskList key={group} group={group} tasks={tasks} marks={marks} />
          );
        })}
      </Stack>
      {mine.more && <Text c="dimmed">{texts.more}</Text>}
      <RecentBulk />
      <Controlled plans={mine.controlled} />
    </Stack>
  );
}

type MarkBarProps = {
  readonly marks: MarkedList;
  readonly count: number;
  readonly sought: string;
  readonly onSought: (sought: string) => void;
};

/** Finds and marks many; what is done to them stands beside, and stays in sight below a long list. */
function MarkBar({ marks, count, sought, onSought }: MarkBarProps) {
  const texts = useTexts(bulkTexts);
  const { marked, markAll, clear } = marks;
  return (
    <Stack gap={4} className="screen-only mark-bar">
      <Group gap="xs">
        <TextInput
          aria-label={texts.find}
          placeholder={texts.find}
          value={sought}
          onChange={(event) => onSought(event.currentTarget.value)}
        />
        <Button size="compact-sm" variant="default" disabled={count === 0} onClick={markAll}>
          {texts.markAll(count)}
        </Button>
        {marked.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {texts.unmark}
          </Button>
        )}
        <Text size="sm" role="status">
          {marked.length > 0 && texts.marked(marked.length)}
        </Text>
      </Group>
      {marked.length > 0 && (
        <BulkActions marked={{ instanceIds: [...marked], activityIds: [], cells: [] }} clear={clear} />
      )}
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {texts.keys}
      </Text>
    </Stack>
  );
}

type TaskListProps = {
  readonly group: TaskGroup;
  readonly tasks: readonly Task[];
  readonly marks: MarkedList;
};

function TaskList({ group, tasks, marks }: TaskListProps) {
  const texts = useTexts(tasksTexts);
  return (
    <section aria-labelledby={`tasks-${group}`}>
      <Title
        order={2}
        size="h4"
        id={`tasks-${group}`}
        c={group === 'late' ? 'var(--opora-late)' : 'var(--mantine-color-text)'}
      >
        {texts.groups[group]} · {tasks.length}
      </Title>
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={task.instanceId} className="event">
            <TaskRow task={task} marks={marks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, marks }: { readonly task: Task; readonly marks: MarkedList }) {
  const texts = useTexts(tasksTexts);
  const bulk = useTexts(bulkTexts);
  const search = { activity: task.activityId, instance: task.instanceId };
  const name = [titleOf(task), task.schoolName].filter((part) => part !== null).join(' · ');
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs" py={4}>
      <input
        type="checkbox"
        className="screen-only mark-box"
        aria-label={`${bulk.mark}: ${name}`}
        readOnly
        checked={marks.isMarked(task.instanceId)}
        data-mark={task.instanceId}
        onClick={(event) => marks.mark(task.instanceId, event.shiftKey)}
      />
      <Stack gap={2} flex={1}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Anchor
            fw={600}
            renderRoot={(props) => (
              <Link to="/plans/$planId" params={{ planId: task.planId }} search={search} {...props} />
            )}
          >
            {name}
          </Anchor>
          <ShownBadge state={shownState(task, today())} />
        </Group>
        <Text size="sm">
          {task.dueOn === null ? texts.byDocument(task.deadline) : <DateText date={task.dueOn} isRelative />}
          {' · '}
          {texts.reasons[task.reason]}
          {task.state === 'before-approval' && ` · ${texts.beforeApproval}`}
        </Text>
        {task.returnNote !== null && task.state !== 'submitted' && (
          <Text size="sm">{texts.returned(task.returnNote)}</Text>
        )}
        <Text size="xs" c="dimmed" lineClamp={1}>
          {task.planTitle}
        </Text>
      </Stack>
    </Group>
  );
}

function Controlled({ plans }: { readonly plans: MyTasks['controlled'] }) {
  const texts = useTexts(tasksTexts);
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="tasks-controlled">
      <Title order={2} size="h4" id="tasks-controlled">
        {texts.controlled}
      </Title>
      <ul className="plain-list">
        {plans.map((plan) => (
          <li key={plan.planId} className="event">
            <Anchor
              renderRoot={(props) => (
                <Link to="/plans/$planId/control" params={{ planId: plan.planId }} {...props} />
              )}
            >
              {plan.title}
            </Anchor>
            <Text size="sm">{texts.controlledCounts(plan.lateCount, plan.submittedCount)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
