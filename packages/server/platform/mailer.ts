import { createTransport } from 'nodemailer';
import type { Settings } from './settings.ts';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** When it was written; now when it is not given. */
  readonly date?: Date;
  /** Left side of the Message-ID; the same id for the same letter lets a mail server know a repeated one. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

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
  // «Опора <opora@office.example>»: what stands behind the last @ is the domain.
  const domain = /@([^@>\s]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
  return async ({ id, headers, ...mail }) => {
    await transport.sendMail({
      ...mail,
      ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
      ...(headers === undefined ? {} : { headers: { ...headers } }),
    });
  };
}
