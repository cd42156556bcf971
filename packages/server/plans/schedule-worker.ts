import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { DeadlineContext } from '@opora/domain/plans/read-deadline.ts';
import { readSchedule } from '@opora/domain/plans/read-schedule.ts';
import { type ReadSchedule, scheduleEventsMax } from '@opora/domain/plans/schedule-event.ts';
import type { OfficeTools } from '@opora/office/find-tools.ts';
import type { CalendarBounds } from '@opora/office/read-calendar.ts';
import { readSchedule as readScheduleFile } from '@opora/office/read-schedule.ts';
import { readFilesAsThread } from '../platform/file-reader.ts';

export type ScheduleTask = {
  readonly bytes: Uint8Array;
  readonly tools: OfficeTools;
  /** Of the plan: its year is that of a «12 марта», and what lies outside a calendar's bounds is left out. */
  readonly context: DeadlineContext;
  readonly within: CalendarBounds['within'];
};

readFilesAsThread<ScheduleTask, ReadSchedule>(read);

async function read({ bytes, tools, context, within }: ScheduleTask): Promise<ReadSchedule> {
  const bounds = { within, timeZone: null, entriesMax: scheduleEventsMax };
  const source = await readScheduleFile(bytes, bounds, { tools, limits: { sheetCells: 500_000 } });
  const schedule = readSchedule(source, context);
  const found = schedule.events.length;
  if (found > scheduleEventsMax)
    throw new FileRefusal('too-many-entries', { limit: scheduleEventsMax, found });
  return schedule;
}
