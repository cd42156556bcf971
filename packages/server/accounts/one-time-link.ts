import type { Person } from '@opora/domain/accounts/person.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { findLastLinkAt, insertLink, type LinkPurpose } from './link-queries.ts';
import { mailTexts } from './mail-catalog.ts';
import { findPerson } from './person-queries.ts';
import { findAccountByEmail } from './sign-in-queries.ts';
import { asSystem } from './visitor.ts';

export const invitationDays = 7;
/** A link given by an administrator is passed on by hand or telephone, one sent by mail is opened at once. */
export const resetHours = 24;
const mailedResetHours = 2;
const mailedResetPauseMinutes = 5;

/** The page that opens the link. The secret stands behind `#`, so that no server or proxy writes it into a log. */
export function linkAddress(parts: ServerParts, secret: string): string {
  return `${parts.settings.publicUrl}/link#${secret}`;
}

/** Mails the link when the person has an address and mail is set up. False: it has to be handed over otherwise. */
export async function mailLink(
  parts: ServerParts,
  person: Person,
  link: { readonly purpose: LinkPurpose; readonly secret: string; readonly hours: number },
): Promise<boolean> {
  if (parts.sendMail === null || person.email === null) return false;
  const address = linkAddress(parts, link.secret);
  const texts = mailTexts[person.language];
  const letter =
    link.purpose === 'invitation'
      ? texts.invitation(formatFullName(person), address, Math.round(link.hours / 24))
      : texts.reset(formatFullName(person), address, link.hours);
  try {
    await parts.sendMail({ to: person.email, ...letter });
    return true;
  } catch {
    return false;
  }
}

/** Answers before it looks anything up, so that neither the answer nor its time tells whether the address is known. */
export function requestReset(call: OpenCall, email: string): void {
  if (call.parts.sendMail === null) throw new Refusal('accounts-no-mail');
  sendReset(call, email).catch((error: unknown) => call.request.log.error(error));
}

async function sendReset(call: OpenCall, email: string): Promise<void> {
  const made = await asSystem(call, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    const person = account && (await findPerson(tx, account.personId));
    if (person === undefined) return null;
    const last = await findLastLinkAt(tx, person.id);
    const pause = mailedResetPauseMinutes * 60_000;
    if (last !== undefined && call.now.getTime() - last.getTime() < pause) return null;
    const link = { purpose: 'reset', now: call.now, hours: mailedResetHours } as const;
    return { person, secret: await insertLink(tx, { personId: person.id, scope: person.scope }, link) };
  });
  if (made === null) return;
  await mailLink(call.parts, made.person, { purpose: 'reset', secret: made.secret, hours: mailedResetHours });
}
