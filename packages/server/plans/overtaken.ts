import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { type LastEvent, listLastEvents } from './instance-queries.ts';

/** What somebody who was too slow is told: how the instance stands now, who brought it there and when. */
export async function overtakenOf(db: Db, instanceId: string): Promise<Refusal> {
  return tellOvertaken((await listLastEvents(db, [instanceId])).get(instanceId));
}

export function tellOvertaken(last: LastEvent | undefined): Refusal {
  if (last === undefined) return new Refusal('changed-meanwhile');
  const { state, by, at } = last;
  return new Refusal('plans-moved-meanwhile', {
    state,
    by: by ?? '',
    on: isoDateIn(at),
    time: at.toTimeString().slice(0, 5),
  });
}
