import type { FastifyInstance } from 'fastify';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { openSheetReader } from '../registry/register-sheets.ts';
import { answerCheck } from './answer-check.ts';
import { exportForm, readFormDocument, readFormFile, type DocumentLineReader } from './form-files.ts';
import { listSimilarSchools } from './list-similar-schools.ts';
import { openForm } from './open-form.ts';
import { saveCells } from './save-cells.ts';

/** `documents`: reads the tables of indicators of a document; the reader of plans comes after this feature. */
export function mountForms(
  app: FastifyInstance,
  { documents, ...means }: Means & { readonly documents: DocumentLineReader },
): void {
  const sheets = openSheetReader();
  app.addHook('onClose', () => Promise.all([sheets.close(), documents.close()]));
  mount(app, means, formContract, {
    openForm: ({ params }, call) => openForm(params.submissionId, call),
    listSimilarSchools: ({ params }, call) => listSimilarSchools(params.submissionId, call),
    saveCells: ({ params, body }, call) => saveCells(params.submissionId, body.cells, call),
    answerCheck: async ({ params, body }, call) => ({
      answers: await answerCheck(params.submissionId, body, call),
    }),
    exportForm: ({ params, query }, call) => exportForm(params.submissionId, query.language, call),
    readFormFile: ({ params }, call) => readFormFile(params.submissionId, sheets, call),
    readFormDocument: ({ params }, call) => readFormDocument(params.submissionId, documents, call),
  });
}
