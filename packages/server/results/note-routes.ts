import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { noteContract } from '@opora/domain/results/note/note-contract.ts';
import { writeNote } from '@opora/domain/results/note/write-note.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import { type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { gatherNote } from './gather-note.ts';

export function mountNote(app: FastifyInstance, means: Means): void {
  mount(app, means, noteContract, {
    exportNote: async ({ query: { territoryId, year } }, call) => {
      const unit = await findOrgUnit(call.tx, territoryId);
      if (unit === undefined) throw new Refusal('not-found');
      call.allow('results.read', unit);
      const note = writeNote(await gatherNote({ unit, year }, call));
      // Loaded here: the drawing of charts is large, and a start of the server does not wait for it.
      const { writeNoteDocx } = await import('@opora/office/write-note-docx.ts');
      return docxAnswer(await writeNoteDocx(note), `Аналитическая справка ${year}, ${unit.shortName}`);
    },
  });
}
