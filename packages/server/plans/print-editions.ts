import { Refusal } from '@opora/domain/basics/refusal.ts';
import { comparePlans } from '@opora/domain/plans/compare-plans.ts';
import type { Edition } from '@opora/domain/plans/edition.ts';
import { printAmendment } from '@opora/domain/plans/print-amendment.ts';
import { printPlan } from '@opora/domain/plans/print-plan.ts';
import { writeAmendmentDocx } from '@opora/office/write-amendment-docx.ts';
import { writePlanDocx } from '@opora/office/write-plan-docx.ts';
import { isoDateIn } from '../platform/clock.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import type { Call, FileAnswer } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { findPlanOfEdition, listEditionsOf } from './edition-queries.ts';
import { readAmendment } from './open-amendment.ts';
import { getReadablePlan } from './allowed-plan.ts';
import { readEdition } from './past-plan.ts';
import type { PlanHead } from './plans-queries.ts';

/** The consolidated edition: the plan as it read from then on, under the acts that made it so. */
export async function exportEdition(editionId: string, call: Call): Promise<FileAnswer> {
  const { plan, editions, number: edition } = await findEdition(editionId, call);
  const definition = await readEdition(call.tx, plan, edition);
  const schools = new Set(definition.schools.map(({ id }) => id));
  const units = (await listOrgUnits(call.tx)).filter(({ id }) => schools.has(id));
  const activities = definition.activities.map((activity) => ({
    ...activity,
    expected: activity.expected.map((raw) => ({ raw })),
    // Progress is no part of an annex.
    terms: [],
  }));
  const annexTitle = definition.title === plan.title ? plan.annexTitle : null;
  const printable = { ...plan, ...definition, annexTitle, sections: [...definition.sections], activities };
  const amending = editions.filter(({ number }) => number > 1 && number <= edition);
  const printed = printPlan(printable, units, isoDateIn(call.now), amending);
  return docxAnswer(await writePlanDocx(printed), `${nameOf(plan)}, редакция ${edition}`);
}

type FoundEdition = {
  readonly plan: PlanHead;
  readonly editions: readonly Edition[];
  readonly number: number;
};

/** The edition among those of its plan, the earliest first. */
async function findEdition(editionId: string, call: Call): Promise<FoundEdition> {
  const planId = await findPlanOfEdition(call.tx, editionId);
  if (planId === undefined) throw new Refusal('not-found');
  const plan = await getReadablePlan(planId, call);
  const editions = (await listEditionsOf(call.tx, planId)).toReversed();
  const known = editions.find(({ id }) => id === editionId);
  if (known === undefined) throw new Refusal('not-found');
  return { plan, editions, number: known.number };
}

/** What an edition changed in the one before it. Refuses the first, which changed nothing. */
export async function exportEditionChanges(editionId: string, call: Call): Promise<FileAnswer> {
  const { plan, editions, number: edition } = await findEdition(editionId, call);
  const known = editions.find(({ number }) => number === edition);
  if (known === undefined || edition === 1) throw new Refusal('not-found');
  const before = await readEdition(call.tx, plan, edition - 1);
  const after = await readEdition(call.tx, plan, edition);
  const printed = printAmendment({ ...plan, title: before.title }, known, comparePlans(before, after));
  return docxAnswer(await writeAmendmentDocx(printed), `Изменения – ${nameOf(known)}`);
}

export async function exportAmendmentChanges(amendmentId: string, call: Call): Promise<FileAnswer> {
  const { plan, before, content } = await readAmendment(amendmentId, call);
  const printed = printAmendment(plan, content.act, comparePlans(before, content.definition));
  return docxAnswer(await writeAmendmentDocx(printed), `Изменения – ${nameOf(content.act)}`);
}

/** «приказ № 214 от 28.08.2026». */
function nameOf({ actType, actNumber, actOn }: Pick<Edition, 'actType' | 'actNumber' | 'actOn'>): string {
  const number = actNumber === null ? '' : ` № ${actNumber}`;
  const date = actOn === null ? '' : ` от ${actOn.split('-').toReversed().join('.')}`;
  return `${actType ?? 'проект'}${number}${date}`;
}
