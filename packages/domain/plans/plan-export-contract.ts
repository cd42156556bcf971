import { z } from 'zod';
import { contract } from '../basics/contract.ts';

const params = z.object({ planId: z.uuid() });

export const planExportContract = contract({
  exportPlanDocx: {
    method: 'GET',
    path: '/plans/:planId/annex.docx',
    summary: 'The plan as the annex of its act, with the numbers and phrases of the act',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params,
    output: z.null(),
    download: true,
  },
  exportPlanXlsx: {
    method: 'GET',
    path: '/plans/:planId/plan.xlsx',
    summary: 'The plan as a sheet with typed cells',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params,
    output: z.null(),
    download: true,
  },
});
