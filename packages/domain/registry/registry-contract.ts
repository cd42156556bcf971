import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText, OrgUnit, OrgUnitAlias, OrgUnitFields } from './org-unit.ts';
import {
  ProjectMembership,
  ProjectMembershipFields,
  SchoolCategory,
  SchoolCategoryFields,
} from './school-period.ts';
import { UnitUse } from './unit-use.ts';

const OrgUnitId = z.object({ orgUnitId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const Gone = z.object({});

/** What is kept about one unit beside its row of the tree. */
export const OrgUnitDetails = z.object({
  unit: OrgUnit,
  /** From the region down to the unit's parent. */
  line: z.array(OrgUnit),
  /** Units directly below, closed ones too. */
  below: z.array(OrgUnit),
  aliases: z.array(OrgUnitAlias),
  /** The latest first. */
  categories: z.array(SchoolCategory),
  projects: z.array(ProjectMembership),
});
export type OrgUnitDetails = z.infer<typeof OrgUnitDetails>;

export const unitHistorySubjects = ['unit', 'alias', 'category', 'project'] as const;

/** One change of a unit or of what is kept about it. */
export const UnitHistoryEntry = z.object({
  at: z.iso.datetime(),
  /** «Иванова А. П.»; null for the system itself or somebody the person may not see. */
  by: z.string().nullable(),
  subject: z.enum(unitHistorySubjects),
  change: z.enum(['insert', 'update', 'delete']),
  /** Changed fields by their names in the contract; of what was added or removed, all that are filled in. */
  fields: z.array(
    z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type UnitHistoryEntry = z.infer<typeof UnitHistoryEntry>;

export const registryContract = contract({
  listOrgUnits: {
    method: 'GET',
    path: '/org-units',
    summary: 'The organisation tree as far as the person may see it, in alphabetical order',
    permission: { who: 'role', action: 'registry.read' },
    output: z.array(OrgUnit),
  },
  listSchoolCategories: {
    method: 'GET',
    path: '/school-categories',
    summary: 'Categories of all schools the person may see, ended ones too',
    permission: { who: 'role', action: 'registry.read' },
    output: z.array(SchoolCategory),
  },
  getOrgUnit: {
    method: 'GET',
    path: '/org-units/:orgUnitId',
    summary: 'One organisation',
    permission: { who: 'role-on-thing', action: 'registry.read' },
    params: OrgUnitId,
    output: OrgUnit,
  },
  getOrgUnitDetails: {
    method: 'GET',
    path: '/org-units/:orgUnitId/details',
    summary: 'One organisation with its branches, aliases, categories and projects',
    permission: { who: 'role-on-thing', action: 'registry.read' },
    params: OrgUnitId,
    output: OrgUnitDetails,
  },
  listOrgUnitHistory: {
    method: 'GET',
    path: '/org-units/:orgUnitId/history',
    summary:
      'Changes of an organisation, its aliases, categories and projects, the newest first, at most 200',
    permission: { who: 'role-on-thing', action: 'audit.read' },
    params: OrgUnitId,
    output: z.array(UnitHistoryEntry),
  },
  addOrgUnit: {
    method: 'POST',
    path: '/org-units',
    summary: 'Add an organisation below another',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    body: OrgUnitFields.extend({ parentId: z.uuid() }),
    output: OrgUnit,
  },
  changeOrgUnit: {
    method: 'PUT',
    path: '/org-units/:orgUnitId',
    summary: 'Change an organisation; refused when somebody changed it meanwhile',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    body: OrgUnitFields.omit({ kind: true }).extend({
      ...Version.shape,
      /** Needed to close a unit that is in use. */
      despiteUse: z.boolean().optional(),
    }),
    output: OrgUnit,
  },
  getOrgUnitUse: {
    method: 'GET',
    path: '/org-units/:orgUnitId/use',
    summary:
      'What would be left open if the organisation were closed on a day: units below, people, roles, plans',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    query: z.object({ closedOn: CalendarDateText }),
    output: z.array(UnitUse),
  },
  removeOrgUnit: {
    method: 'DELETE',
    path: '/org-units/:orgUnitId',
    summary: 'Remove an organisation entered by mistake; refused while anything refers to it',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    output: Gone,
  },
  addAlias: {
    method: 'POST',
    path: '/org-units/:orgUnitId/aliases',
    summary: 'Add a name that documents call the organisation by',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    body: OrgUnitAlias.pick({ name: true }),
    output: OrgUnitAlias,
  },
  removeAlias: {
    method: 'DELETE',
    path: '/org-unit-aliases/:aliasId',
    summary: 'Remove such a name',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ aliasId: z.uuid() }),
    output: Gone,
  },
  addSchoolCategory: {
    method: 'POST',
    path: '/org-units/:orgUnitId/categories',
    summary: 'Give a school a category for a period; periods of one category do not overlap',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    body: SchoolCategoryFields,
    output: SchoolCategory,
  },
  changeSchoolCategory: {
    method: 'PUT',
    path: '/school-categories/:categoryId',
    summary: 'Change the act or the period of a category',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ categoryId: z.uuid() }),
    body: SchoolCategoryFields.extend(Version.shape),
    output: SchoolCategory,
  },
  removeSchoolCategory: {
    method: 'DELETE',
    path: '/school-categories/:categoryId',
    summary: 'Remove a category entered by mistake; one that ended gets its last day instead',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ categoryId: z.uuid() }),
    output: Gone,
  },
  addProjectMembership: {
    method: 'POST',
    path: '/org-units/:orgUnitId/projects',
    summary: 'Enter that a school takes part in a project for a period',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: OrgUnitId,
    body: ProjectMembershipFields,
    output: ProjectMembership,
  },
  changeProjectMembership: {
    method: 'PUT',
    path: '/project-memberships/:membershipId',
    summary: 'Change the period of taking part in a project',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ membershipId: z.uuid() }),
    body: ProjectMembershipFields.extend(Version.shape),
    output: ProjectMembership,
  },
  removeProjectMembership: {
    method: 'DELETE',
    path: '/project-memberships/:membershipId',
    summary: 'Remove a membership entered by mistake',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ membershipId: z.uuid() }),
    output: Gone,
  },
});
