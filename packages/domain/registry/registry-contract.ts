import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { OrgUnit, OrgUnitFields } from './org-unit.ts';

const OrgUnitId = z.object({ orgUnitId: z.uuid() });

export const registryContract = contract({
  listOrgUnits: {
    method: 'GET',
    path: '/org-units',
    summary: 'The organisation tree as far as the person may see it, in alphabetical order',
    permission: { who: 'role', action: 'registry.read' },
    output: z.array(OrgUnit),
  },
  getOrgUnit: {
    method: 'GET',
    path: '/org-units/:orgUnitId',
    summary: 'One organisation',
    permission: { who: 'role-on-thing', action: 'registry.read' },
    params: OrgUnitId,
    output: OrgUnit,
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
    body: OrgUnitFields.omit({ kind: true }).extend({ version: z.number().int() }),
    output: OrgUnit,
  },
});
