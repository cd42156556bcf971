import type { Selectable } from 'kysely';
import type { ProjectMembership } from '@opora/domain/registry/school-period.ts';
import type { ProjectMembership as ProjectMembershipRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

/** The latest first. */
export async function listProjectMemberships(db: Db, orgUnitId: string): Promise<ProjectMembership[]> {
  const rows = await db
    .selectFrom('project_membership')
    .selectAll()
    .where('org_unit_id', '=', orgUnitId)
    .orderBy('from_on', 'desc')
    .orderBy('project')
    .execute();
  return rows.map(present);
}

export async function findProjectMembership(db: Db, id: string): Promise<ProjectMembership | undefined> {
  const row = await db.selectFrom('project_membership').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function insertProjectMembership(
  tx: Tx,
  membership: ProjectMembership,
  scope: string,
): Promise<void> {
  await tx
    .insertInto('project_membership')
    .values({ ...columns(membership), id: membership.id, org_unit_id: membership.orgUnitId, scope })
    .execute();
}

/** False when somebody changed it meanwhile. */
export async function updateProjectMembership(tx: Tx, membership: ProjectMembership): Promise<boolean> {
  const result = await tx
    .updateTable('project_membership')
    .set(columns(membership))
    .where('id', '=', membership.id)
    .where('version', '=', membership.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteProjectMembership(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('project_membership').where('id', '=', id).executeTakeFirst(), 1);
}

function columns(membership: ProjectMembership) {
  return {
    project: membership.project,
    from_on: membership.fromOn,
    until_on: membership.untilOn,
    version: membership.version,
  };
}

function present(row: Selectable<ProjectMembershipRow>): ProjectMembership {
  return {
    id: row.id,
    orgUnitId: row.org_unit_id,
    project: row.project,
    fromOn: row.from_on,
    untilOn: row.until_on,
    version: row.version,
  };
}
