import { digestLetter, settingsAddress } from '@opora/domain/reminders/digest-letter.ts';
import { claimLostMinutes, mailFate, type MailTry } from '@opora/domain/reminders/mail-fate.ts';
import type { Mail } from '../platform/mailer.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read, write } from '../platform/transaction.ts';
import {
  claimMail,
  getMailFacts,
  giveUpLost,
  hasMailToDo,
  type MailFacts,
  settleMail,
} from './digest-mail-queries.ts';
import { tryMail } from './try-mail.ts';

/** Letters on their way at once: mail servers of small offices take few connections. */
const lines = 3;

export type SentDigests = {
  readonly sent: number;
  /** Letters given up because their server was lost between claiming and sending: they may have gone. */
  readonly lost: number;
};

/**
 * Sends the letters that wait. A letter is claimed in a transaction of its own before it is handed over, and settled in another after it: of
 * two servers one gets it, and one that dies between leaves a claim that is reported and never sent again.
 */
export async function sendDigests(parts: ServerParts, clock = parts.clock): Promise<SentDigests> {
  const now = clock();
  const claimedBefore = new Date(now.getTime() - claimLostMinutes * 60_000);
  const isDue = await read(parts.database, systemEntry, (db) => hasMailToDo(db, now, claimedBefore));
  if (!isDue) return { sent: 0, lost: 0 };
  const lost = await writing(parts, now, (tx) => giveUpLost(tx, claimedBefore, now));
  if (parts.sendMail === null) return { sent: 0, lost };
  const counts = await Promise.all(Array.from({ length: lines }, () => sendOneByOne(parts, clock)));
  return { sent: counts.reduce((sum, count) => sum + count, 0), lost };
}

/** Until nothing waits or the mail server does not take letters now. */
async function sendOneByOne(parts: ServerParts, clock: () => Date): Promise<number> {
  for (let sent = 0; ;) {
    // The next letter is claimed when this one is gone.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await sendNext(parts, clock);
    if (outcome === null || outcome === 'not-now') return sent;
    if (outcome === 'taken') sent += 1;
  }
}

async function sendNext(parts: ServerParts, clock: () => Date): Promise<MailTry['outcome'] | null> {
  const claimed = await writing(parts, clock(), (tx) => claimMail(tx, clock()));
  if (claimed === null) return null;
  const { id, attempts } = claimed;
  const facts = await read(parts.database, systemEntry, (db) => getMailFacts(db, id));
  const tried = await handOver(parts, id, facts);
  const fate = mailFate(tried, { attempts, createdAt: facts.createdAt }, clock());
  await writing(parts, clock(), (tx) => settleMail(tx, id, fate, clock()));
  return tried.outcome;
}

async function handOver(parts: ServerParts, id: string, facts: MailFacts): Promise<MailTry> {
  const { sendMail, settings } = parts;
  if (facts.email === null || sendMail === null) return { outcome: 'refused', reason: 'no address' };
  return tryMail(sendMail, mailOf(id, facts.email, facts, settings.publicUrl));
}

function mailOf(id: string, to: string, facts: MailFacts, publicUrl: string): Mail {
  const { day, content, language, createdAt } = facts;
  const name = [facts.givenName, facts.patronymic].filter((part) => part !== null).join(' ');
  return {
    to,
    ...digestLetter({ day, content, name, language, publicUrl }),
    id,
    date: createdAt,
    headers: {
      'List-Unsubscribe': `<${settingsAddress(publicUrl)}>`,
      // Answers of absence to an automatic letter would come back every day.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
  };
}

function writing<T>(parts: ServerParts, at: Date, work: Parameters<typeof write<T>>[3]): Promise<T> {
  return write(parts.database, systemEntry, { name: 'sendDigests', requestId: 'reminders', at }, work);
}
