import { createTransport } from 'nodemailer';
import type { Settings } from './settings.ts';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** A mail server that is silent so long is taken for broken. */
const waitMs = 10_000;

/** Sends one letter; rejects when the mail server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Null when no mail server is set: whoever needs a letter then shows its link instead. */
export function openMailer({ smtpUrl, mailFrom }: Settings): SendMail | null {
  if (smtpUrl === null) return null;
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs },
    { from: mailFrom },
  );
  return async (mail) => {
    await transport.sendMail(mail);
  };
}
