import { z } from 'zod';
import { PartyFields, StateCounts } from './plan.ts';

/** What a person enters of an activity. The deadline is its phrase; what it means is read from it. */
export const ActivityFields = z.object({
  no: z.string().trim().max(60),
  sectionId: z.uuid().nullable(),
  title: z.string().trim().min(1).max(10_000),
  deadline: z.string().trim().max(2000),
  parties: z.array(PartyFields).max(200),
  /** Each expected result by itself. */
  expected: z.array(z.string().trim().min(1).max(4000)).max(100),
});
export type ActivityFields = z.infer<typeof ActivityFields>;

/** One thing that happened to an activity: from the audit and from the events of its instances. */
export const HistoryEntry = z.object({
  at: z.string(),
  by: z.string().nullable(),
  subject: z.enum(['activity', 'party', 'expected', 'instance']),
  change: z.enum(['insert', 'update', 'delete', 'move']),
  /** Which field changed («title»); for a move the school's name. */
  what: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Activities and schools of one window of the matrix at most. */
export const matrixWindowMax = 60;

const idList = z
  .string()
  .transform((ids) => ids.split(','))
  .pipe(z.array(z.uuid()).max(matrixWindowMax));

/** Which cells are asked for: ids with commas between, as an address holds them. */
export const MatrixWindow = z.object({ activityIds: idList, schoolIds: idList });
export type MatrixWindow = z.output<typeof MatrixWindow>;

/** An activity in one school: its instances counted. */
export const MatrixCell = z.object({
  activityId: z.uuid(),
  schoolId: z.uuid(),
  /** The one to open: the earliest that is not settled, else the last. */
  instanceId: z.uuid(),
  /** Its last day. */
  dueOn: z.string().nullable(),
  counts: StateCounts,
  lateCount: z.number().int(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;
