import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Assignment, AssignmentTerm } from '@opora/domain/accounts/role-term.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { RoleAssignment as AssignmentRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

/** All roles of a person, past and future ones too, in order of their beginning. */
export async function listAssignments(db: Db, personId: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(present);
}

export async function findAssignment(db: Db, id: string): Promise<Assignment | undefined> {
  const row = await db.selectFrom('role_assignment').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function insertAssignment(tx: Tx, term: AssignmentTerm): Promise<Assignment> {
  const assignment: Assignment = { ...term, id: randomUUID() };
  await tx
    .insertInto('role_assignment')
    .values({
      id: assignment.id,
      person_id: assignment.personId,
      role: assignment.role,
      scope: assignment.scope,
      org_unit_id: assignment.orgUnitId,
      from_on: assignment.fromOn,
      until_on: assignment.untilOn,
      acting: assignment.acting,
      in_place_of_id: assignment.inPlaceOfId,
    })
    .execute();
  return assignment;
}

export async function setAssignmentEnd(tx: Tx, id: string, untilOn: string): Promise<void> {
  const update = tx.updateTable('role_assignment').set({ until_on: untilOn }).where('id', '=', id);
  expectRows(await update.executeTakeFirst(), 1);
}

/**
 * Is there another administrator of the node on the day after? All of them are held until the transaction ends, so that of two who end
 * each other's role at once the second sees what the first did.
 */
export async function hasOtherAdministrator(
  tx: Tx,
  than: Assignment,
  lastDay: CalendarDate,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('role', '=', 'administrator')
    .where('scope', '=', than.scope)
    .where('from_on', '<=', addDays(lastDay, 1))
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', lastDay)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.some(({ id }) => id !== than.id);
}

function present(row: Selectable<AssignmentRow>): Assignment {
  return {
    id: row.id,
    personId: row.person_id,
    // The column's check constraint holds the same list.
    role: row.role as Role,
    scope: row.scope,
    orgUnitId: row.org_unit_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    acting: row.acting,
    inPlaceOfId: row.in_place_of_id,
  };
}
