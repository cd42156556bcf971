import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { nearestOf } from '@opora/domain/reminders/audience.ts';
import { ReminderRules, usualRules } from '@opora/domain/reminders/reminder-settings.ts';
import type { OfficeRules } from '@opora/domain/reminders/reminders-contract.ts';
import { findUnit, type UnitRow } from '../accounts/unit-queries.ts';
import type { Call } from '../platform/mount.ts';
import { withWholeRegion } from '../platform/transaction.ts';
import { entryOf } from '../platform/transaction.ts';
import { listAllRules } from './planning-queries.ts';
import { findRules, saveRules } from './settings-queries.ts';

export async function getOfficeRules(call: Call, orgUnitId: string): Promise<OfficeRules> {
  return shown(call, await allowedUnit(call, orgUnitId));
}

export async function setOfficeRules(
  call: Call,
  orgUnitId: string,
  rules: ReminderRules & { readonly version: number },
): Promise<OfficeRules> {
  const unit = await allowedUnit(call, orgUnitId);
  const changed = { by: call.actor.personId, at: call.now };
  if (!(await saveRules(call.tx, unit, rules, changed))) throw new Refusal('changed-meanwhile');
  return shown(call, unit);
}

async function allowedUnit(call: Call, orgUnitId: string): Promise<UnitRow> {
  const unit = await findUnit(call.tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('reminders.manage', unit);
  return unit;
}

async function shown({ tx, parts, actor }: Call, unit: UnitRow): Promise<OfficeRules> {
  const row = await findRules(tx, unit.id);
  if (row !== undefined) {
    const { surname, given_name: givenName, patronymic } = row;
    return {
      daysBefore: row.days_before,
      stalledAfterDays: row.stalled_after_days,
      escalateAfterDays: row.escalate_after_days,
      undatedEvery: ReminderRules.shape.undatedEvery.parse(row.undated_every),
      version: row.version,
      changedBy:
        surname === null || givenName === null
          ? null
          : formatSurnameFirst({ surname, givenName, patronymic }),
      changedAt: row.changed_at.toISOString(),
    };
  }
  // What is in force here was decided above, where her roles may not look.
  const rules = await withWholeRegion(tx, parts.database, entryOf(actor), listAllRules);
  return { ...nearestOf(rules, usualRules)(unit.scope), version: 0, changedBy: null, changedAt: null };
}
