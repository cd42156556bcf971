import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { PlanSection } from '../plans/plan.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { NarrativeParagraph } from './narrative.ts';

const PlanId = z.object({ planId: z.uuid() });

/**
 * What a narrative tells of, as it stood at the end of the last day. Without days: from the beginning of the plan to today, or to the end of
 * what was done.
 */
const Span = z.object({
  from: CalendarDateText.optional(),
  until: CalendarDateText.optional(),
  section: z.uuid().optional(),
});

const KeptEdit = z.object({
  key: z.string(),
  text: z.string(),
  instead: z.string(),
  /** Null when she works where the reader may not look. */
  by: z.string().nullable(),
  at: z.string(),
});
export type KeptEdit = z.infer<typeof KeptEdit>;

export const PlanNarrative = z.object({
  planId: z.uuid(),
  planTitle: z.string(),
  scope: z.string(),
  sections: z.array(PlanSection),
  sectionId: z.uuid().nullable(),
  from: z.string(),
  until: z.string(),
  title: z.string(),
  paragraphs: z.array(NarrativeParagraph).readonly(),
  edits: z.array(KeptEdit),
});
export type PlanNarrative = z.infer<typeof PlanNarrative>;

const onPlan = { who: 'role-on-thing', action: 'plans.manage' } as const;

export const narrativeContract = contract({
  getNarrative: {
    method: 'GET',
    path: '/plans/:planId/narrative',
    summary:
      'What was done of a plan or a section in a period, written from its records, with what people wrote instead',
    permission: onPlan,
    params: PlanId,
    query: Span,
    output: PlanNarrative,
  },
  editNarrative: {
    method: 'PUT',
    path: '/plans/:planId/narrative',
    summary: 'Write something else instead of a sentence, or take that back',
    permission: onPlan,
    params: PlanId,
    body: z.object({
      from: CalendarDateText,
      until: CalendarDateText,
      sectionId: z.uuid().nullable(),
      key: z.string().min(1).max(100),
      /** Empty leaves the sentence out; null takes the edit back. */
      text: z.string().trim().max(10_000).nullable(),
      /** The sentence that the person saw. */
      instead: z.string().max(20_000),
      /** What stood instead of it when she began; refused when somebody has changed that since. */
      seen: z.string().nullable(),
    }),
    output: z.object({}),
  },
  exportNarrative: {
    method: 'GET',
    path: '/plans/:planId/narrative.docx',
    summary: 'The narrative with its edits as a document',
    permission: onPlan,
    params: PlanId,
    query: Span,
    output: z.null(),
    download: true,
  },
});
