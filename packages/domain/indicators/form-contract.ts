import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { FormDocument } from './match-document.ts';
import { FormFile } from './read-form-sheets.ts';
import { CellChange, cellsMax, FormAnswer, SavedCells, SchoolForm, SimilarSchools } from './school-form.ts';

const SubmissionId = z.object({ submissionId: z.uuid() });

export const formFileBytesMax = 10 * 1_048_576;

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
  listSimilarSchools: {
    method: 'GET',
    path: '/forms/:submissionId/similar',
    summary:
      'What schools of a similar context and size have of the indicators of a form, without their names; asked after the form is shown',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: SubmissionId,
    output: z.array(SimilarSchools),
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
  exportForm: {
    method: 'GET',
    path: '/forms/:submissionId/xlsx',
    summary: 'The form as a workbook to be filled in a spreadsheet, a sheet for each section',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: SubmissionId,
    query: z.object({ language: z.enum(['ru', 'en']).default('ru') }),
    download: true,
    output: z.null(),
  },
  readFormFile: {
    method: 'POST',
    path: '/forms/:submissionId/read',
    summary:
      'Read a filled form (XLSX, XLS, ODS, CSV; up to 10 MB) by the codes of its rows; nothing is kept of it',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    params: SubmissionId,
    uploadBytesMax: formFileBytesMax,
    storesNothing: true,
    output: FormFile,
  },
  readFormDocument: {
    method: 'POST',
    path: '/forms/:submissionId/read-document',
    summary:
      'Read a table of indicators of a document (DOCX, PDF, text; up to 10 MB) and match its lines by their words; nothing is kept of it',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    params: SubmissionId,
    uploadBytesMax: formFileBytesMax,
    storesNothing: true,
    output: FormDocument,
  },
});
