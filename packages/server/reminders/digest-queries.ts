import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { mailStates } from '@opora/domain/reminders/mail-fate.ts';
import { DigestContent } from '@opora/domain/reminders/reminder.ts';
import { type Digest, type DigestDay, digestDaysMax } from '@opora/domain/reminders/reminders-contract.ts';
import type { Db, Tx } from '../platform/database.ts';

/** Instances of the latest digest while it is not read; what it tells of holds all that was not done before. */
export async function countUnread(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('digest')
    .select(['total', 'read_at'])
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.read_at !== null ? 0 : row.total;
}

/** The last days that have a digest, the latest first. */
export async function listDigestDays(db: Db, personId: string): Promise<DigestDay[]> {
  const rows = await db
    .selectFrom('digest')
    .select(['day', 'total', 'read_at'])
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .limit(digestDaysMax)
    .execute();
  return rows.map(({ day, total, read_at: readAt }) => ({ day, count: total, isRead: readAt !== null }));
}

export async function findDigest(db: Db, personId: string, day: CalendarDate): Promise<Digest | null> {
  const row = await db
    .selectFrom('digest')
    .leftJoin('digest_mail', 'digest_mail.id', 'digest.id')
    .select(['day', 'content', 'read_at', 'digest_mail.state'])
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...DigestContent.parse(row.content),
    day: row.day,
    isRead: row.read_at !== null,
    mail: mailStates.find((state) => state === row.state) ?? null,
  };
}

export async function readDigests(tx: Tx, personId: string, until: CalendarDate, now: Date): Promise<void> {
  await tx
    .updateTable('digest')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('day', '<=', until)
    .where('read_at', 'is', null)
    .execute();
}
