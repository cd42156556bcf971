import type { FastifyInstance } from 'fastify';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { answerCheck } from './answer-check.ts';
import { openForm } from './open-form.ts';
import { saveCells } from './save-cells.ts';

export function mountForms(app: FastifyInstance, means: Means): void {
  mount(app, means, formContract, {
    openForm: ({ params }, call) => openForm(params.submissionId, call),
    saveCells: ({ params, body }, call) => saveCells(params.submissionId, body.cells, call),
    answerCheck: async ({ params, body }, call) => ({
      answers: await answerCheck(params.submissionId, body, call),
    }),
  });
}
