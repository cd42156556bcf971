import { randomUUID } from 'node:crypto';
import type { OwnReminderSettings, ReminderRules } from '@opora/domain/reminders/reminder-settings.ts';
import { usualSettings } from '@opora/domain/reminders/reminder-settings.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { Db, Tx } from '../platform/database.ts';

export type KeptSettings = OwnReminderSettings & { readonly version: number };

/** Of everybody who changed anything, or of one person; who has no row has the usual ones. */
export async function listSettings(db: Db, personId?: string): Promise<Map<string, KeptSettings>> {
  const rows = await db
    .selectFrom('reminder_settings')
    .selectAll()
    .$if(personId !== undefined, (query) => query.where('id', '=', personId ?? ''))
    .execute();
  const absences = await db
    .selectFrom('absence')
    .selectAll()
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('from_on')
    .execute();
  const ofPerson = Map.groupBy(absences, (absence) => absence.person_id);
  const ids = new Set([...rows.map(({ id }) => id), ...ofPerson.keys()]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...ids].map((id) => {
      const row = rowOf.get(id);
      return [
        id,
        {
          byMail: row?.by_mail ?? usualSettings.byMail,
          daysBefore: row?.days_before ?? usualSettings.daysBefore,
          quietWeekdays: row?.quiet_weekdays ?? [...usualSettings.quietWeekdays],
          absences: (ofPerson.get(id) ?? []).map((absence) => ({
            fromOn: absence.from_on,
            untilOn: absence.until_on,
            standInId: absence.stand_in_id,
          })),
          version: row?.version ?? 0,
        },
      ];
    }),
  );
}

type Changed = { readonly by: string; readonly at: Date };

/** Writes the settings as a whole; false when somebody changed them since `version`. */
export async function saveSettings(
  tx: Tx,
  person: { readonly id: string; readonly scope: string },
  settings: KeptSettings,
  changed: Changed,
): Promise<boolean> {
  const row = {
    scope: person.scope,
    by_mail: settings.byMail,
    days_before: settings.daysBefore,
    quiet_weekdays: settings.quietWeekdays,
    changed_by: changed.by,
    changed_at: changed.at,
    version: settings.version + 1,
  };
  const result = await tx
    .insertInto('reminder_settings')
    .values({ id: person.id, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('reminder_settings.version', '=', settings.version),
    )
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  await tx.deleteFrom('absence').where('person_id', '=', person.id).execute();
  if (settings.absences.length === 0) return true;
  await tx
    .insertInto('absence')
    .values(
      settings.absences.map(({ fromOn, untilOn, standInId }) => ({
        id: randomUUID(),
        person_id: person.id,
        scope: person.scope,
        from_on: fromOn,
        until_on: untilOn,
        stand_in_id: standInId,
      })),
    )
    .execute();
  return true;
}

/** The others who work in the person's organisation, by surname. */
export async function listColleagues(db: Db, personId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person as own', 'own.org_unit_id', 'person.org_unit_id')
    .select(['person.id', 'person.surname', 'person.given_name', 'person.patronymic'])
    .where('own.id', '=', personId)
    .where('person.id', '!=', personId)
    .orderBy('person.surname')
    .orderBy('person.given_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: formatSurnameFirst({ surname: row.surname, givenName: row.given_name, patronymic: row.patronymic }),
  }));
}

export async function findRules(db: Db, orgUnitId: string) {
  return db
    .selectFrom('reminder_rules')
    .leftJoin('person', 'person.id', 'reminder_rules.changed_by')
    .selectAll('reminder_rules')
    .select(['surname', 'given_name', 'patronymic'])
    .where('reminder_rules.org_unit_id', '=', orgUnitId)
    .executeTakeFirst();
}

/** False when somebody changed them since `version`; 0 when nobody had decided. */
export async function saveRules(
  tx: Tx,
  unit: { readonly id: string; readonly scope: string },
  rules: ReminderRules & { readonly version: number },
  changed: Changed,
): Promise<boolean> {
  const row = {
    scope: unit.scope,
    days_before: rules.daysBefore,
    stalled_after_days: rules.stalledAfterDays,
    escalate_after_days: rules.escalateAfterDays,
    undated_every: rules.undatedEvery,
    changed_by: changed.by,
    changed_at: changed.at,
    version: rules.version + 1,
  };
  const result = await tx
    .insertInto('reminder_rules')
    .values({ id: randomUUID(), org_unit_id: unit.id, ...row })
    .onConflict((conflict) =>
      conflict.column('org_unit_id').doUpdateSet(row).where('reminder_rules.version', '=', rules.version),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
