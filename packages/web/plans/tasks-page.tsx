import './instance-view.css';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MyTasks, Task, TaskGroup } from '@opora/domain/plans/tasks.ts';
import { groupOfTask, taskGroups } from '@opora/domain/plans/tasks.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { shownState } from './activity-state.ts';
import { titleOf } from './plan-table.tsx';
import { ShownBadge } from './shown-badge.tsx';
import { SubscribeButton } from './subscribe-button.tsx';
import { tasksTexts } from './tasks-catalog.ts';
import { useTasks } from './use-instances.ts';

/** What is asked of the signed-in person, the most pressing first, each with why it is hers. */
export function TasksPage() {
  const texts = useTexts(tasksTexts);
  const tasks = useTasks();
  return (
    <Page title={texts.tasks} purpose={texts.purpose} action={<SubscribeButton planId={null} />}>
      <Loaded query={tasks}>{(mine) => <Groups mine={mine} />}</Loaded>
    </Page>
  );
}

function Groups({ mine }: { readonly mine: MyTasks }) {
  const texts = useTexts(tasksTexts);
  const groups = Map.groupBy(mine.tasks, (task) => groupOfTask(task, today()));
  return (
    <Stack gap="lg" maw={900}>
      {mine.tasks.length === 0 && <Text>{texts.empty}</Text>}
      {taskGroups.map((group) => {
        const tasks = groups.get(group) ?? [];
        return tasks.length === 0 ? null : <TaskList key={group} group={group} tasks={tasks} />;
      })}
      {mine.more && <Text c="dimmed">{texts.more}</Text>}
      <Controlled plans={mine.controlled} />
    </Stack>
  );
}

function TaskList({ group, tasks }: { readonly group: TaskGroup; readonly tasks: readonly Task[] }) {
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
            <TaskRow task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const texts = useTexts(tasksTexts);
  const search = { activity: task.activityId, instance: task.instanceId };
  return (
    <Stack gap={2} py={4}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link to="/plans/$planId" params={{ planId: task.planId }} search={search} {...props} />
          )}
        >
          {titleOf(task)}
          {task.schoolName !== null && ` · ${task.schoolName}`}
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
              renderRoot={(props) => <Link to="/plans/$planId" params={{ planId: plan.planId }} {...props} />}
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
