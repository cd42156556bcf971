import { z } from 'zod';
import type { Actor, ScopePath } from '../basics/actor.ts';
import { can } from '../basics/can.ts';

const text = z.string().max(4000);
const count = z.number().int();
const day = z.string();
const document = { type: text, number: text, on: day };

/** What is asked about, with the numbers behind it. What one school may not know of another is not among them. */
export const QuestionFacts = z.discriminatedUnion('kind', [
  /** One file proves rows of several schools, or many rows of one. */
  z.object({ kind: z.literal('same-file'), name: text, schools: count, rows: count }),
  z.object({ kind: z.literal('same-requisites'), ...document, schools: count }),
  z.object({ kind: z.literal('document-early'), ...document, startsOn: day, days: count }),
  z.object({ kind: z.literal('document-late'), ...document, givenOn: day, days: count }),
  z.object({ kind: z.literal('last-hours'), n: count, total: count, hours: count, dueOn: day }),
  /** More schools are counted than the plan has. */
  z.object({ kind: z.literal('count-impossible'), n: count, total: count, possible: count }),
  z.object({
    kind: z.literal('plans-alike'),
    otherPlanId: z.uuid(),
    otherTitle: text,
    otherOwner: text,
    /** Rows of this plan that stand in the other, of those long enough to be compared. */
    n: count,
    total: count,
    rows: z.array(z.object({ no: text, title: text, otherNo: text, otherTitle: text })),
  }),
]);
export type QuestionFacts = z.infer<typeof QuestionFacts>;
export type QuestionKind = QuestionFacts['kind'];

const Remark = z.object({
  text: z.string(),
  /** Null when the person works where the reader may not look. */
  by: z.string().nullable(),
  at: z.string(),
});

/** Something about evidence that a person should look at. It accuses nobody and blocks nothing. */
export const EvidenceQuestion = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  /** Questions of one matter (a file, a document, a pair of plans) share it. */
  groupKey: z.string(),
  facts: QuestionFacts,
  /** The school or the territory that it concerns. */
  concerns: z.string(),
  instances: z.array(z.object({ id: z.uuid(), activityId: z.uuid(), no: z.string(), title: z.string() })),
  /** More than `instances` shows. */
  instanceCount: count,
  askedAt: z.string(),
  answer: Remark.nullable(),
  /** The explanation that was taken; with `isOpen` the facts have changed since. */
  settled: Remark.nullable(),
  isOpen: z.boolean(),
  mayAnswer: z.boolean(),
  maySettle: z.boolean(),
  version: z.number().int(),
});
export type EvidenceQuestion = z.infer<typeof EvidenceQuestion>;

export type QuestionPlace = {
  /** The school's node, the plan's territory, or the node above both plans. */
  readonly scope: ScopePath;
  /** Who gave what is asked about. */
  readonly givenByIds: readonly string[];
  /** To whom the act gives control of execution. */
  readonly controllerId: string | null;
};

/** Those who carry out may tell how it was, at any time until it is settled. */
export function mayAnswer(actor: Actor, { scope }: QuestionPlace): boolean {
  return can(actor, 'plans.execute', { scope });
}

/** Whoever accepts there, or controls the plan; nobody about what she gave or sent herself. */
export function maySettle(actor: Actor, { scope, givenByIds, controllerId }: QuestionPlace): boolean {
  const entitled = can(actor, 'plans.accept', { scope }) || controllerId === actor.personId;
  return entitled && !givenByIds.includes(actor.personId);
}

/** Questions are for those who work there, not for everybody who may read the plan. */
export function maySeeQuestion(actor: Actor, place: QuestionPlace): boolean {
  return (
    mayAnswer(actor, place) || can(actor, 'plans.accept', place) || place.controllerId === actor.personId
  );
}
