import type { FastifyInstance } from 'fastify';
import { printNarrative } from '@opora/domain/documents/narrative.ts';
import { narrativeContract } from '@opora/domain/documents/narrative-contract.ts';
import { writeNarrativeDocx } from '@opora/office/write-narrative-docx.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { editNarrative, tellNarrative } from './tell-narrative.ts';

export function mountNarrative(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, narrativeContract, {
    getNarrative: ({ params, query }, call) => tellNarrative(params.planId, query, call),
    editNarrative: async ({ params, body }, call) => {
      await editNarrative(params.planId, body, call);
      return {};
    },
    exportNarrative: async ({ params, query }, call) => {
      const told = await tellNarrative(params.planId, query, call);
      const bytes = await writeNarrativeDocx(printNarrative(told, told.edits));
      return docxAnswer(bytes, `Справка об исполнении ${told.from} – ${told.until}`);
    },
  });
}
