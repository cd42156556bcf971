import { z } from 'zod';
import { contract } from '../../basics/contract.ts';

export const noteContract = contract({
  exportNote: {
    method: 'GET',
    path: '/results/note.docx',
    summary:
      'The analytic note on the results of a year in the region or a municipality as a document; counts under 5 pupils are kept back',
    permission: { who: 'role-on-thing', action: 'results.read' },
    query: z.object({ territoryId: z.uuid(), year: z.coerce.number().int().min(2000).max(2100) }),
    output: z.null(),
    download: true,
  },
});
