import { formatDate } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { nearestOf } from '@opora/domain/reminders/audience.ts';
import {
  type OwnReminderSettings,
  usualRules,
  usualSettings,
  wrongAbsence,
} from '@opora/domain/reminders/reminder-settings.ts';
import type { ShownReminderSettings } from '@opora/domain/reminders/reminders-contract.ts';
import { findPerson } from '../accounts/person-queries.ts';
import { asSystem, readAsSystem } from '../accounts/visitor.ts';
import type { Db } from '../platform/database.ts';
import type { SelfCall } from '../platform/mount.ts';
import { listAllRules } from './planning-queries.ts';
import { listColleagues, listSettings, saveSettings } from './settings-queries.ts';

export function getOwnSettings(call: SelfCall): Promise<ShownReminderSettings> {
  return readAsSystem(call, (db) => shown(db, call));
}

/** Changes them as a whole; refuses absences that cannot be and a stand-in from elsewhere. */
export function setOwnSettings(
  call: SelfCall,
  settings: OwnReminderSettings & { readonly version: number },
): Promise<ShownReminderSettings> {
  return asSystem(call, async (tx) => {
    refuseWrongAbsence(settings);
    const person = await findPerson(tx, call.actor.personId);
    if (person === undefined) throw new Refusal('not-found');
    const colleagues = await listColleagues(tx, person.id);
    const standIns = settings.absences.flatMap(({ standInId }) => (standInId === null ? [] : [standInId]));
    if (!standIns.every((id) => colleagues.some((colleague) => colleague.id === id))) {
      throw new Refusal('reminders-stand-in-outside');
    }
    if (!(await saveSettings(tx, person, settings, { by: person.id, at: call.now }))) {
      throw new Refusal('changed-meanwhile');
    }
    return shown(tx, call);
  });
}

function refuseWrongAbsence({ absences }: OwnReminderSettings): void {
  const wrong = wrongAbsence(absences);
  if (wrong === null) return;
  const from = formatDate(wrong.absence.fromOn);
  throw new Refusal(wrong.why === 'dates' ? 'reminders-absence-dates' : 'reminders-absence-overlaps', {
    from,
  });
}

async function shown(db: Db, { actor, parts }: SelfCall): Promise<ShownReminderSettings> {
  const { personId } = actor;
  const person = await findPerson(db, personId);
  if (person === undefined) throw new Refusal('not-found');
  const own = (await listSettings(db, personId)).get(personId) ?? { ...usualSettings, version: 0 };
  return {
    ...own,
    email: person.email,
    canMail: parts.sendMail !== null,
    office: nearestOf(await listAllRules(db), usualRules)(person.scope),
    colleagues: await listColleagues(db, personId),
  };
}
