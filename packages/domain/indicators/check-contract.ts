import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CheckFinding } from './check-finding.ts';

/** What the numbers of a school's form say of themselves. */
export const checkContract = contract({
  checkForm: {
    method: 'GET',
    path: '/forms/:submissionId/checks',
    summary:
      'Errors, questions and notes about a form by its own numbers, the period before and schools of like size',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: z.object({ submissionId: z.uuid() }),
    output: z.object({
      findings: z.array(CheckFinding),
      /** Keys of the findings that keep the form from being sent: errors, and questions not answered for the numbers as they are. */
      standing: z.array(z.string()),
    }),
  },
});
