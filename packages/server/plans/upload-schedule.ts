import { randomUUID } from 'node:crypto';
import { yearOf } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import type { ReadSchedule } from '@opora/domain/plans/schedule-event.ts';
import { findTools } from '@opora/office/find-tools.ts';
import { isoDateIn } from '../platform/clock.ts';
import { type FileReader, openFileReader } from '../platform/file-reader.ts';
import type { UploadCall } from '../platform/mount.ts';
import type { ScheduleTask } from './schedule-worker.ts';
import { type Dating, insertDating } from './dating-queries.ts';
import type { PlanHead } from './plans-queries.ts';
import { getReckoning } from './reckoning-queries.ts';

const limits = { workersMax: 1, secondsMax: 30, heapMegabytesMax: 1_000 };

export const openScheduleReader = (): FileReader<ScheduleTask, ReadSchedule> =>
  openFileReader(new URL('./schedule-worker.ts', import.meta.url), limits);

/** Keeps what was read of the file as a draft; the file itself is not kept. */
export async function uploadSchedule(
  call: UploadCall,
  plan: PlanHead,
  reader: FileReader<ScheduleTask, ReadSchedule>,
): Promise<Dating> {
  const [file] = call.files;
  if (file === undefined) throw new Refusal('plans-file-missing');
  const { files } = call.parts;
  try {
    const context = deadlineContextOf(plan, await getReckoning(call.tx, plan.scope));
    const tools = await findTools(process.env['PATH'] ?? '');
    const { events, unread, unreadCount } = await reader.read(file.name, async () => ({
      bytes: await files.read(file.sha256),
      tools,
      context,
      within: yearsOf(plan, isoDateIn(call.now)),
    }));
    if (events.length === 0) throw new Refusal('plans-schedule-empty');
    const draft: Dating = {
      id: randomUUID(),
      planId: plan.id,
      scope: plan.scope,
      kind: 'schedule',
      title: file.name,
      state: 'draft',
      events,
      unread: { rows: [...unread], count: unreadCount },
      answers: {},
      counts: null,
      createdBy: call.actor.personId,
      createdAt: call.now,
      version: 1,
    };
    await insertDating(call.tx, draft);
    return draft;
  } finally {
    await files.takeBack(file);
  }
}

/** The plan's period; without one the year of its act, or this one, and the next. */
function yearsOf(plan: PlanHead, today: string): ScheduleTask['within'] {
  const first = yearOf(plan.actOn ?? today);
  return {
    start: plan.periodStartsOn ?? `${first}-01-01`,
    end: plan.periodEndsOn ?? `${yearOf(plan.periodStartsOn ?? `${first}-01-01`) + 1}-12-31`,
  };
}
