import { z } from 'zod';
import type { MailTry } from '@opora/domain/reminders/mail-fate.ts';
import type { Mail, SendMail } from '../platform/mailer.ts';

/** What nodemailer tells of a failure. */
const Failure = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  timeoutType: z.string().optional(),
});
type Failure = z.infer<typeof Failure>;

/** Failures before the letter is on its way: nobody answered, or nobody was let in. */
const notReached = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
  'ETLS',
  'EAUTH',
];
const notBegun = ['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT'];

/** Hands the letter over once and says what came of it; the reason names no address. */
export async function tryMail(sendMail: SendMail, mail: Mail): Promise<MailTry> {
  try {
    await sendMail(mail);
    return { outcome: 'taken' };
  } catch (error) {
    const failure = Failure.safeParse(error).data ?? {};
    const { code, originalCode, command, responseCode } = failure;
    const reason = [responseCode, command, originalCode ?? code]
      .filter((part) => part !== undefined)
      .join(' ');
    return { outcome: outcomeOf(failure), reason };
  }
}

/** Without an answer of the server a line that broke leaves it open whether the letter was taken. */
function outcomeOf({
  code,
  originalCode,
  command,
  responseCode,
  timeoutType,
}: Failure): 'not-now' | 'refused' | 'unclear' {
  const isOfLetter = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command ?? '');
  if (responseCode !== undefined) return isOfLetter && responseCode >= 500 ? 'refused' : 'not-now';
  if (notReached.includes(code ?? '') || notReached.includes(originalCode ?? '')) return 'not-now';
  return notBegun.includes(timeoutType ?? '') ? 'not-now' : 'unclear';
}
