import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { planExportContract } from '@opora/domain/plans/plan-export-contract.ts';
import { printPlan } from '@opora/domain/plans/print-plan.ts';
import type { PrintedPlan } from '@opora/domain/plans/printed-plan.ts';
import { writePlanDocx } from '@opora/office/write-plan-docx.ts';
import { writePlanXlsx } from '@opora/office/write-plan-xlsx.ts';
import { isoDateIn } from '../platform/clock.ts';
import { allowedInNames, docxAnswer } from '../platform/docx-answer.ts';
import { languageOf } from '../platform/http-server.ts';
import { type Call, mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listAttendedEvents } from './attendance-queries.ts';
import { listEditionsOf } from './edition-queries.ts';
import { getPlan } from './get-plan.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function mountPlanExport(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, planExportContract, {
    exportPlanDocx: async ({ params }, call) => {
      const plan = await printedPlan(params.planId, call);
      return docxAnswer(await writePlanDocx(plan), nameOf(plan));
    },
    exportPlanXlsx: async ({ params }, call) => {
      const plan = await printedPlan(params.planId, call);
      const attended = await listAttendedEvents(call.tx, params.planId);
      const bytes = await writePlanXlsx(plan, languageOf(call.request), attended);
      return { bytes, name: `${allowedInNames(nameOf(plan))}.xlsx`, mediaType: xlsxType };
    },
  });
}

async function printedPlan(planId: string, { tx, actor, allow, now }: Call): Promise<PrintedPlan> {
  const plan = await getPlan(tx, actor, planId);
  if (plan === undefined) throw new Refusal('not-found');
  allow('plans.read', plan);
  const schools = new Set(plan.schools.map(({ orgUnitId }) => orgUnitId));
  const units = (await listOrgUnits(tx)).filter(({ id }) => schools.has(id));
  const amending = (await listEditionsOf(tx, planId)).filter(({ number }) => number > 1).toReversed();
  return printPlan(plan, units, isoDateIn(now), amending);
}

/** «Приказ № 214 от 28.08.2026». */
function nameOf(plan: PrintedPlan): string {
  const number = plan.actNumber === null ? '' : ` № ${plan.actNumber}`;
  const date = plan.actDate === null ? '' : ` от ${plan.actDate.split('-').toReversed().join('.')}`;
  return `${plan.actType ?? plan.title.slice(0, 80)}${number}${date}`;
}
