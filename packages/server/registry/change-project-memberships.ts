import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import {
  checkPeriod,
  type ProjectMembership,
  type ProjectMembershipFields,
} from '@opora/domain/registry/school-period.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { manageableUnit } from './change-aliases.ts';
import {
  deleteProjectMembership,
  findProjectMembership,
  insertProjectMembership,
  listProjectMemberships,
  updateProjectMembership,
} from './project-membership-queries.ts';

export async function addProjectMembership(
  tx: Tx,
  orgUnitId: string,
  fields: ProjectMembershipFields,
  allow: Call['allow'],
): Promise<ProjectMembership> {
  const unit = await manageableUnit(tx, orgUnitId, allow);
  if (!isSchool(unit)) throw new Refusal('registry-not-a-school');
  const membership = { ...fields, id: randomUUID(), orgUnitId, version: 1 };
  checkPeriod(membership, await rivals(tx, membership));
  await insertProjectMembership(tx, membership, unit.scope);
  return membership;
}

export async function changeProjectMembership(
  tx: Tx,
  id: string,
  change: ProjectMembershipFields & { readonly version: number },
  allow: Call['allow'],
): Promise<ProjectMembership> {
  const known = await findProjectMembership(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  await manageableUnit(tx, known.orgUnitId, allow);
  const membership = { ...known, ...change, version: change.version + 1 };
  checkPeriod(membership, await rivals(tx, membership));
  if (!(await updateProjectMembership(tx, membership))) throw new Refusal('changed-meanwhile');
  return membership;
}

export async function removeProjectMembership(tx: Tx, id: string, allow: Call['allow']): Promise<void> {
  const known = await findProjectMembership(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  await manageableUnit(tx, known.orgUnitId, allow);
  await deleteProjectMembership(tx, id);
}

async function rivals(tx: Tx, membership: ProjectMembership): Promise<ProjectMembership[]> {
  const all = await listProjectMemberships(tx, membership.orgUnitId);
  return all.filter((other) => other.project === membership.project && other.id !== membership.id);
}
