import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import {
  checkPeriod,
  type SchoolCategory,
  type SchoolCategoryFields,
} from '@opora/domain/registry/school-period.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { manageableUnit } from './change-aliases.ts';
import {
  deleteSchoolCategory,
  findSchoolCategory,
  insertSchoolCategory,
  listSchoolCategories,
  updateSchoolCategory,
} from './school-category-queries.ts';

export async function addSchoolCategory(
  tx: Tx,
  orgUnitId: string,
  fields: SchoolCategoryFields,
  allow: Call['allow'],
): Promise<SchoolCategory> {
  const unit = await manageableUnit(tx, orgUnitId, allow);
  if (!isSchool(unit)) throw new Refusal('registry-not-a-school');
  const category = { ...fields, id: randomUUID(), orgUnitId, version: 1, identificationRunId: null };
  checkPeriod(category, await rivals(tx, category));
  await insertSchoolCategory(tx, category, unit.scope);
  return category;
}

export async function changeSchoolCategory(
  tx: Tx,
  id: string,
  change: SchoolCategoryFields & { readonly version: number },
  allow: Call['allow'],
): Promise<SchoolCategory> {
  const known = await findSchoolCategory(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  await manageableUnit(tx, known.orgUnitId, allow);
  const category = { ...known, ...change, version: change.version + 1 };
  checkPeriod(category, await rivals(tx, category));
  if (!(await updateSchoolCategory(tx, category))) throw new Refusal('changed-meanwhile');
  return category;
}

export async function removeSchoolCategory(tx: Tx, id: string, allow: Call['allow']): Promise<void> {
  const known = await findSchoolCategory(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  await manageableUnit(tx, known.orgUnitId, allow);
  if (known.identificationRunId !== null) throw new Refusal('registry-category-of-list');
  await deleteSchoolCategory(tx, id);
}

async function rivals(tx: Tx, category: SchoolCategory): Promise<SchoolCategory[]> {
  const all = await listSchoolCategories(tx, category.orgUnitId);
  return all.filter((other) => other.category === category.category && other.id !== category.id);
}
