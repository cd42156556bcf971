import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PersonFields } from '@opora/domain/accounts/person.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { refusalTexts } from '@opora/domain/basics/refusal-catalog.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Command } from '../platform/command.ts';
import { commandTexts } from '../platform/command-catalog.ts';
import type { Database } from '../platform/database.ts';
import { readSettings } from '../platform/settings.ts';
import { startDatabase } from '../platform/start-database.ts';
import { rootScope, systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { addAdministrator } from './add-administrator.ts';
import { findRegion } from './first-administrator-queries.ts';
import { insertLink } from './link-queries.ts';
import { invitationDays } from './one-time-link.ts';
import { findPersonIdByEmail } from './person-queries.ts';

const texts = commandTexts.ru;
const Fields = PersonFields.omit({ orgUnitId: true }).required({ email: true });

/**
 * `opora user add EMAIL SURNAME NAME [PATRONYMIC] [--region NAME]`: for the first administrator and for an office that has lost the last one.
 * Whoever runs it has the database anyway. Prints a link, so that no password stands in the history of a shell.
 */
export const userCommand: Command = async (args, { print, warn, environment }) => {
  const given = readArguments(args);
  if (given === null) {
    warn(`${texts.usage}\n`);
    return 2;
  }
  const settings = readSettings(environment, join(import.meta.dirname, '../../..'));
  const running = await startDatabase(settings);
  try {
    const secret = await addWithLink(running.database, given, new Date());
    const link = `${settings.publicUrl}/link#${secret}`;
    print(texts.userAdded(formatFullName(given.person), link, invitationDays));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    warn(`${refusalTexts.ru[error.code](error.facts)}\n`);
    return 1;
  } finally {
    await running.leave();
  }
};

type Given = { readonly person: ReturnType<typeof Fields.parse>; readonly regionName: string | null };

function readArguments(args: readonly string[]): Given | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { region: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const [deed, email = '', surname = '', givenName = '', patronymic = null] = positionals;
  const person = Fields.safeParse({ email, surname, givenName, patronymic, post: null });
  if (deed !== 'add' || !person.success || person.data.email === null) return null;
  return { person: person.data, regionName: typeof values.region === 'string' ? values.region : null };
}

/** Adds the administrator and answers the secret of her link. */
async function addWithLink(database: Database, { person, regionName }: Given, now: Date): Promise<string> {
  const operating = { name: 'userAdd', requestId: 'opora user add', at: now };
  return write(database, systemEntry, operating, async (tx) => {
    if ((await findPersonIdByEmail(tx, person.email ?? '')) !== undefined) {
      throw new Refusal('accounts-email-taken');
    }
    if (regionName === null && (await findRegion(tx)) === undefined) {
      throw new Refusal('accounts-region-needed');
    }
    const fields = { ...person, regionName: regionName ?? '', passwordHash: null, language: 'ru' } as const;
    const personId = await addAdministrator(tx, fields, isoDateIn(now));
    const link = { purpose: 'invitation', now, hours: invitationDays * 24 } as const;
    return insertLink(tx, { personId, scope: rootScope }, link);
  });
}
