import { foldText } from '../basics/fold-text.ts';
import { wordStem } from '../basics/word-stem.ts';
import { z } from 'zod';
import type { Actor } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { Evidence } from './evidence.ts';
import { daysLate } from './lateness.ts';
import type { InstanceState } from './instance-state.ts';
import { mayManage } from './may-move.ts';
import { type Activity, PlanFields, type PlanKind, StateCounts } from './plan.ts';
import { countsOf, progressOf } from './progress.ts';

/** «Снято с контроля», or back under it. */
export const ControlMark = z.object({
  kind: z.enum(['taken-off', 'put-back']),
  ground: z.string(),
  by: z.string().nullable(),
  at: z.string(),
});
export type ControlMark = z.infer<typeof ControlMark>;

/** What was given of a row, and by whom when the row is asked of each school. */
export const ControlEvidence = z.object({ evidence: Evidence, schoolName: z.string().nullable() });

/** A term that was moved. */
export const MovedTerm = z.object({
  from: z.string(),
  to: z.string(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  at: z.string(),
  schoolName: z.string().nullable(),
});
export type MovedTerm = z.infer<typeof MovedTerm>;

/** Of a row with more evidence or more moves, the latest. */
export const controlListMax = 10;

/** A point of the order as its controller sees it. */
export const ControlRow = z.object({
  activityId: z.uuid(),
  sectionTitle: z.string().nullable(),
  no: z.string(),
  title: z.string(),
  /** The phrase of the order. */
  deadline: z.string(),
  /** The next last day that is open, else the last of all; null when none is dated. */
  dueOn: z.string().nullable(),
  responsible: z.array(z.string()),
  counts: StateCounts,
  accepted: z.number().int(),
  /** Cancelled ones left out. */
  total: z.number().int(),
  late: z.number().int(),
  /** Of the oldest late one; 0 when none is. */
  daysLate: z.number().int(),
  evidence: z.array(ControlEvidence),
  moreEvidence: z.boolean(),
  moved: z.array(MovedTerm),
  moreMoved: z.boolean(),
  /** The latest first. */
  marks: z.array(ControlMark),
  isUnderControl: z.boolean(),
});
export type ControlRow = z.infer<typeof ControlRow>;

export const ControlSums = z.object({
  rows: z.number().int(),
  /** Rows of which everything was accepted. */
  done: z.number().int(),
  /** Rows with something late. */
  late: z.number().int(),
  /** Rows that wait for a decision. */
  waiting: z.number().int(),
  takenOff: z.number().int(),
});
export type ControlSums = z.infer<typeof ControlSums>;

/** «Контрольная карточка»: the act, who controls it, and what became of each point. */
export const ControlCard = PlanFields.pick({
  title: true,
  actType: true,
  actNumber: true,
  actOn: true,
  actAuthority: true,
  periodStartsOn: true,
  periodEndsOn: true,
  controller: true,
}).extend({
  planId: z.uuid(),
  ownerName: z.string(),
  /** The controller whom the system knows; null: only the words of the act. */
  controllerName: z.string().nullable(),
  on: z.string(),
  rows: z.array(ControlRow),
  sums: ControlSums,
  mayMark: z.boolean(),
});
export type ControlCard = z.infer<typeof ControlCard>;

/** What became of a point; what waits for a decision was done as far as the executor can do it. */
export type ControlExecution =
  | { readonly kind: 'share'; readonly waiting: number }
  | { readonly kind: 'done' | 'waiting' | 'cancelled' | 'open' };

export function executionOf({ counts, total, accepted }: ControlRow): ControlExecution {
  const waiting = counts.submitted ?? 0;
  if (total > 1) return { kind: 'share', waiting };
  if (waiting > 0) return { kind: 'waiting' };
  if (total > 0 && accepted === total) return { kind: 'done' };
  return { kind: total === 0 && (counts.cancelled ?? 0) > 0 ? 'cancelled' : 'open' };
}

/** The words of the act, and the person known to the system when they do not name her already; null when nobody is named. */
export function controllerOf({ controller, controllerName }: ControlCard): string | null {
  const surname = wordStem(foldText(controllerName ?? '').split(' ')[0] ?? '');
  if (controller !== null && foldText(controller).includes(surname)) return controller;
  return [controller, controllerName].filter((part) => part !== null).join('; ') || null;
}

/** Only who was given the control by the act, and who manages the plan. */
export function mayMarkControl(
  actor: Actor,
  plan: { readonly scope: string; readonly kind: PlanKind; readonly controllerId: string | null },
): boolean {
  return plan.controllerId === actor.personId || mayManage(actor, plan);
}

/** A row that was never marked is under control. `marks` come the latest first. */
export function isUnderControl(marks: readonly Pick<ControlMark, 'kind'>[]): boolean {
  return marks[0]?.kind !== 'taken-off';
}

type RowFacts = Pick<ControlRow, 'counts' | 'accepted' | 'total' | 'late' | 'daysLate' | 'dueOn'>;

/** What the terms of a row say of it by the day. */
export function controlFacts(activity: Pick<Activity, 'terms'>, today: CalendarDate): RowFacts {
  const counts = countsOf(activity);
  const { done, total } = progressOf(counts);
  const each = activity.terms.flatMap(({ dueOn, counts: own }) =>
    (Object.entries(own) as [InstanceState, number][]).map(([state, count]) => ({
      count,
      dueOn,
      isOpen: state !== 'accepted' && state !== 'cancelled',
      days: daysLate({ state, dueOn }, today),
    })),
  );
  const late = each.filter(({ days }) => days > 0);
  const dated = (rows: typeof each) =>
    rows.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted();
  return {
    counts,
    accepted: done,
    total,
    late: late.reduce((sum, { count }) => sum + count, 0),
    daysLate: Math.max(0, ...late.map(({ days }) => days)),
    dueOn: dated(each.filter(({ isOpen }) => isOpen))[0] ?? dated(each).at(-1) ?? null,
  };
}

export function controlSums(rows: readonly ControlRow[]): ControlSums {
  const count = (is: (row: ControlRow) => boolean): number => rows.filter(is).length;
  return {
    rows: rows.length,
    done: count(({ accepted, total }) => total > 0 && accepted === total),
    late: count((row) => row.late > 0),
    waiting: count(({ counts }) => (counts.submitted ?? 0) > 0),
    takenOff: count((row) => !row.isUnderControl),
  };
}
