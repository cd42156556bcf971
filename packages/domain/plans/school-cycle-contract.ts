import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { SchoolCycle, SchoolDocument, SchoolInstance, SchoolPart } from './school-cycle.ts';

/** A school's page begins a list; the next page is asked for by the cursor of the one before. */
export const schoolPageSize = 20;

const OrgUnitId = z.object({ orgUnitId: z.uuid() });
const After = z.object({ after: z.string().max(80).optional() });
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });

/** What the whole cycle knows of one school: the plans it stands in, what is asked of it, what it gave. */
export const schoolCycleContract = contract({
  getSchoolCycle: {
    method: 'GET',
    path: '/org-units/:orgUnitId/cycle',
    summary: 'Plans in which a school stands and its instances by state, branches included',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: OrgUnitId,
    output: SchoolCycle,
  },
  listSchoolInstances: {
    method: 'GET',
    path: '/org-units/:orgUnitId/instances',
    summary: `Instances of a school in one part of its progress, ${schoolPageSize} a page: what waits by its day, what was accepted from the last day back`,
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: OrgUnitId,
    query: After.extend({ part: SchoolPart }),
    output: page(SchoolInstance),
  },
  listSchoolDocuments: {
    method: 'GET',
    path: '/org-units/:orgUnitId/documents',
    summary: `Documents, files and links given as evidence by or for a school, the latest first, ${schoolPageSize} a page`,
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: OrgUnitId,
    query: After,
    output: page(SchoolDocument),
  },
});
