import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { registryContract, type OrgUnitDetails } from '@opora/domain/registry/registry-contract.ts';
import type { Db } from '../platform/database.ts';
import { mount, type Call } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { addOrgUnit } from './add-org-unit.ts';
import { listAliases } from './alias-queries.ts';
import { addAlias, removeAlias } from './change-aliases.ts';
import { changeOrgUnit } from './change-org-unit.ts';
import {
  addProjectMembership,
  changeProjectMembership,
  removeProjectMembership,
} from './change-project-memberships.ts';
import { addSchoolCategory, changeSchoolCategory, removeSchoolCategory } from './change-school-categories.ts';
import { listProjectMemberships } from './project-membership-queries.ts';
import { listOrgUnitHistory } from './unit-history-queries.ts';
import { findOrgUnit, listBelow, listLine, listOrgUnits } from './registry-queries.ts';
import { removeOrgUnit } from './remove-org-unit.ts';
import { listSchoolCategories } from './school-category-queries.ts';
import { type FollowUnits, type ListLaterUses, listUnitUses } from './unit-use-queries.ts';

type Means = {
  readonly parts: ServerParts;
  readonly identify: Identify;
  /** What later features know of a unit that is to be closed or removed. */
  readonly listLaterUses: ListLaterUses;
  /** What later features do when one closes or opens. */
  readonly followUnits: FollowUnits;
};

export function mountRegistry(app: FastifyInstance, means: Means): void {
  const { listLaterUses, followUnits } = means;
  mount(app, means, registryContract, {
    listOrgUnits: (_input, { tx }) => listOrgUnits(tx),
    listSchoolCategories: (_input, { tx }) => listSchoolCategories(tx, null),
    getOrgUnit: ({ params }, { tx, allow }) => getOrgUnit(tx, params.orgUnitId, allow),
    getOrgUnitDetails: async ({ params }, { tx, allow }) =>
      detailsOf(tx, await getOrgUnit(tx, params.orgUnitId, allow)),
    listOrgUnitHistory: async ({ params }, { tx, allow }) => {
      const unit = await getOrgUnit(tx, params.orgUnitId, allow);
      allow('audit.read', unit);
      return listOrgUnitHistory(tx, unit);
    },
    addOrgUnit: ({ body }, { tx, allow }) => addOrgUnit(tx, body, allow),
    changeOrgUnit: ({ params, body }, call) =>
      changeOrgUnit(call, params.orgUnitId, body, { listLaterUses, followUnits }),
    getOrgUnitUse: async ({ params, query }, { tx, allow }) => {
      const unit = await getOrgUnit(tx, params.orgUnitId, allow);
      allow('registry.manage', unit);
      return [
        ...(await listUnitUses(tx, unit, query.closedOn)),
        ...(await listLaterUses(tx, unit, query.closedOn)),
      ];
    },
    removeOrgUnit: async ({ params }, { tx, allow }) => {
      await removeOrgUnit(tx, params.orgUnitId, { allow, listLaterUses });
      return {};
    },
    addAlias: ({ params, body }, { tx, allow }) => addAlias(tx, params.orgUnitId, body.name, allow),
    removeAlias: async ({ params }, { tx, allow }) => {
      await removeAlias(tx, params.aliasId, allow);
      return {};
    },
    addSchoolCategory: ({ params, body }, { tx, allow }) =>
      addSchoolCategory(tx, params.orgUnitId, body, allow),
    changeSchoolCategory: ({ params, body }, { tx, allow }) =>
      changeSchoolCategory(tx, params.categoryId, body, allow),
    removeSchoolCategory: async ({ params }, { tx, allow }) => {
      await removeSchoolCategory(tx, params.categoryId, allow);
      return {};
    },
    addProjectMembership: ({ params, body }, { tx, allow }) =>
      addProjectMembership(tx, params.orgUnitId, body, allow),
    changeProjectMembership: ({ params, body }, { tx, allow }) =>
      changeProjectMembership(tx, params.membershipId, body, allow),
    removeProjectMembership: async ({ params }, { tx, allow }) => {
      await removeProjectMembership(tx, params.membershipId, allow);
      return {};
    },
  });
}

async function getOrgUnit(db: Db, id: string, allow: Call['allow']): Promise<OrgUnit> {
  const unit = await findOrgUnit(db, id);
  if (unit === undefined) throw new Refusal('not-found');
  allow('registry.read', unit);
  return unit;
}

async function detailsOf(db: Db, unit: OrgUnit): Promise<OrgUnitDetails> {
  const line = await listLine(db, unit);
  return {
    unit,
    line: line.filter((above) => above.id !== unit.id),
    below: await listBelow(db, unit),
    aliases: await listAliases(db, unit.id),
    categories: await listSchoolCategories(db, unit.id),
    projects: await listProjectMemberships(db, unit.id),
  };
}
