import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CellChange, cellsMax, FormAnswer, SavedCells, SchoolForm } from './school-form.ts';

const SubmissionId = z.object({ submissionId: z.uuid() });

/** The form of one school: opened, filled cell by cell, its warnings explained. */
export const formContract = contract({
  openForm: {
    method: 'GET',
    path: '/forms/:submissionId',
    summary:
      'The form of a school with its values, those of the period before, what is known already, and where it is',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: SubmissionId,
    output: SchoolForm,
  },
  saveCells: {
    method: 'POST',
    path: '/forms/:submissionId/cells',
    summary:
      'Save cells of a form; one that somebody else changed meanwhile is answered with her value; a second time changes nothing',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    params: SubmissionId,
    body: z.object({ cells: z.array(CellChange).min(1).max(cellsMax) }),
    output: SavedCells,
  },
  answerCheck: {
    method: 'PUT',
    path: '/forms/:submissionId/answers',
    summary:
      'Explain what a check asked about, for the numbers as they are; an empty explanation takes it back',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    params: SubmissionId,
    body: z.object({
      checkKey: z.string().min(1).max(200),
      seen: z.string().max(500),
      answer: z.string().trim().max(1000),
    }),
    output: z.object({ answers: z.array(FormAnswer) }),
  },
});
