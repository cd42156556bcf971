import { z } from 'zod';
import { addDays, type CalendarDate, weekday } from '../basics/calendar-date.ts';
import { InstanceState } from './instance-state.ts';
import { isLate } from './lateness.ts';

/** Why an instance is among a person's tasks. */
export const TaskReason = z.enum([
  /** Given to her by name. */
  'assignee',
  /** Her organisation is named as responsible. */
  'party',
  /** It is her school's. */
  'school',
  /** Nobody responsible is known to the system, and she keeps the plan. */
  'keeper',
  /** She accepts or returns what was submitted. */
  'acceptor',
]);
export type TaskReason = z.infer<typeof TaskReason>;

export const Task = z.object({
  instanceId: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  activityId: z.uuid(),
  no: z.string(),
  title: z.string(),
  /** The phrase of the order. */
  deadline: z.string(),
  /** An external schedule or an event: its date is to be entered once it is known. */
  asksForDate: z.boolean(),
  schoolName: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: InstanceState,
  rounds: z.number().int(),
  reason: TaskReason,
  /** What was written at the last return, null when it was not returned. */
  returnNote: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

/** A plan whose execution the act gives the person to control. */
export const ControlledPlan = z.object({
  planId: z.uuid(),
  title: z.string(),
  lateCount: z.number().int(),
  submittedCount: z.number().int(),
});
export type ControlledPlan = z.infer<typeof ControlledPlan>;

export const MyTasks = z.object({
  tasks: z.array(Task),
  /** True when only the most pressing are given. */
  more: z.boolean(),
  controlled: z.array(ControlledPlan),
});
export type MyTasks = z.infer<typeof MyTasks>;

export const taskGroups = ['late', 'this-week', 'decision', 'date', 'soon'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** The week ends on Sunday. What has no date yet asks for one; what was done before the act asks for evidence this week. */
export function groupOfTask(
  task: Pick<Task, 'dueOn' | 'state' | 'reason' | 'asksForDate'>,
  today: CalendarDate,
): TaskGroup {
  if (task.reason === 'acceptor') return 'decision';
  if (isLate(task, today)) return 'late';
  if (task.state === 'before-approval' || task.state === 'returned') return 'this-week';
  if (task.dueOn === null) return task.asksForDate ? 'date' : 'soon';
  return task.dueOn <= addDays(today, 7 - weekday(today)) ? 'this-week' : 'soon';
}
