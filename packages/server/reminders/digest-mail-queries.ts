import { sql } from 'kysely';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { MailFate } from '@opora/domain/reminders/mail-fate.ts';
import { DigestContent } from '@opora/domain/reminders/reminder.ts';
import type { Db, Tx } from '../platform/database.ts';

/** Takes the letter that has waited longest, so that no other server does; null when none is due. */
export async function claimMail(tx: Tx, now: Date): Promise<{ id: string; attempts: number } | null> {
  const row = await tx
    .updateTable('digest_mail')
    .set((eb) => ({ state: 'claimed', claimed_at: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('digest_mail')
        .select('id')
        .where('state', '=', 'waiting')
        .where('try_at', '<=', now)
        .orderBy('try_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'attempts'])
    .executeTakeFirst();
  return row ?? null;
}

export type MailFacts = {
  readonly email: string | null;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly language: Language;
  readonly day: CalendarDate;
  readonly content: DigestContent;
  readonly createdAt: Date;
};

export async function getMailFacts(db: Db, id: string): Promise<MailFacts> {
  const row = await db
    .selectFrom('digest')
    .innerJoin('person', 'person.id', 'digest.person_id')
    .select(['email', 'given_name', 'patronymic', 'language', 'day', 'content', 'created_at'])
    .where('digest.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    email: row.email,
    givenName: row.given_name,
    patronymic: row.patronymic,
    // The column's check constraint holds the same list.
    language: row.language as Language,
    day: row.day,
    content: DigestContent.parse(row.content),
    createdAt: row.created_at,
  };
}

/** Only a claimed letter has a fate: what was given up as lost meanwhile stays so. */
export async function settleMail(tx: Tx, id: string, fate: MailFate, now: Date): Promise<void> {
  await tx
    .updateTable('digest_mail')
    .set({
      state: fate.state,
      reason: fate.reason,
      claimed_at: null,
      ...(fate.state === 'waiting' ? { try_at: fate.tryAt } : { finished_at: now }),
    })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .execute();
}

/** Letters whose server has not come back since: nobody knows whether they went. Gives how many. */
export async function giveUpLost(tx: Tx, claimedBefore: Date, now: Date): Promise<number> {
  const result = await tx
    .updateTable('digest_mail')
    .set({ state: 'unclear', reason: 'server lost', finished_at: now })
    .where('state', '=', 'claimed')
    .where('claimed_at', '<', claimedBefore)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Is there anything to send or to give up? Asked at each beat, so it reads two small indexes only. */
export async function hasMailToDo(db: Db, now: Date, claimedBefore: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from digest_mail where state = 'waiting' and try_at <= ${now})
      or exists (select from digest_mail where state = 'claimed' and claimed_at < ${claimedBefore}) as due`.execute(
    db,
  );
  return rows[0]?.due === true;
}
