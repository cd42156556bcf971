import type { FastifyInstance } from 'fastify';
import { controlContract } from '@opora/domain/plans/control-contract.ts';
import { printControlCard } from '@opora/domain/plans/print-control-card.ts';
import { writeControlDocx } from '@opora/office/write-control-docx.ts';
import { isoDateIn } from '../platform/clock.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import { type Means, mount } from '../platform/mount.ts';
import { getControlCard, markControl } from './control-card.ts';

export function mountControl(app: FastifyInstance, means: Means): void {
  mount(app, means, controlContract, {
    getControlCard: ({ params }, call) => getControlCard(params.planId, call),
    exportControlCard: async ({ params }, call) => {
      const card = await getControlCard(params.planId, call);
      const number = card.actNumber === null ? '' : ` № ${card.actNumber}`;
      const name = `Контрольная карточка – ${card.actType ?? 'план'}${number}`;
      const bytes = await writeControlDocx(printControlCard(card, (at) => isoDateIn(new Date(at))));
      return docxAnswer(bytes, name);
    },
    markControl: async ({ params, body }, call) => {
      await markControl(params.activityId, body, call);
      return params;
    },
  });
}
