import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';
import type { ExpectedKind } from './expected-kind.ts';
import type { ExpectedResult } from './plan.ts';

const expectedResultId = z.uuid().nullable();

/** What a person gives against an expected result (or beside them: null). A file comes by its own operation. */
export const EvidenceFields = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    expectedResultId,
    type: z.string().trim().min(1).max(200),
    number: z.string().trim().min(1).max(100),
    on: CalendarDateText,
    title: z.string().trim().max(1000).nullable(),
  }),
  z.object({
    kind: z.literal('link'),
    expectedResultId,
    link: z.url({ protocol: /^https?$/ }).max(2000),
    title: z.string().trim().max(1000).nullable(),
  }),
  z
    .object({
      kind: z.literal('count'),
      expectedResultId,
      n: z.number().int().min(0).max(10_000_000),
      total: z.number().int().min(1).max(10_000_000),
    })
    .refine(({ n, total }) => n <= total, { path: ['n'] }),
  z.object({ kind: z.literal('note'), expectedResultId, note: z.string().trim().min(1).max(4000) }),
]);
export type EvidenceFields = z.infer<typeof EvidenceFields>;

const File = z.object({
  kind: z.literal('file'),
  expectedResultId,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
});

const given = z.object({ id: z.uuid(), givenBy: z.string().nullable(), givenAt: z.string() });

export const Evidence = z.intersection(z.union([EvidenceFields, File]), given);
export type Evidence = z.infer<typeof Evidence>;
export type EvidenceKind = Evidence['kind'];

/** Which kinds of evidence prove an expected result: the form asks for exactly these, the first by default. */
export const provenBy: Readonly<Record<ExpectedKind, readonly EvidenceKind[]>> = {
  document: ['document', 'file'],
  publication: ['link', 'file'],
  share: ['count'],
  participation: ['count'],
  statement: ['note', 'document', 'file', 'link', 'count'],
};

export type Missing = {
  readonly expectedResultId: string;
  readonly raw: string;
  /** What would prove it. */
  readonly needs: readonly EvidenceKind[];
};

type Given = Pick<Evidence, 'kind' | 'expectedResultId'>;

/** Expected results that nothing given proves yet, in the order of the plan. */
export function missingEvidence(
  expected: readonly Pick<ExpectedResult, 'id' | 'raw' | 'kind'>[],
  evidence: readonly Given[],
): Missing[] {
  return expected
    .filter(
      (result) =>
        !evidence.some(
          (item) => item.expectedResultId === result.id && provenBy[result.kind].includes(item.kind),
        ),
    )
    .map((result) => ({ expectedResultId: result.id, raw: result.raw, needs: provenBy[result.kind] }));
}

type Target = Pick<ExpectedResult, 'targetCount' | 'targetShare'>;
type Count = { readonly n: number; readonly total: number };

/** Whether a count reaches what was promised; null where no number was. It is told to the one who accepts; it never blocks. */
export function reachesTarget(target: Target, count: Count): boolean | null {
  if (target.targetCount === null && target.targetShare === null) return null;
  return !isBelowTarget(target, count);
}

/** True when a count stays below what was promised. */
export function isBelowTarget(target: Target, count: Count): boolean {
  const belowCount = target.targetCount !== null && count.n < target.targetCount;
  // Compared as a product of whole numbers, so that 3 of 10 is not below 0.3.
  const belowShare =
    target.targetShare !== null && count.n * 1000 < Math.round(target.targetShare * 1000) * count.total;
  return belowCount || belowShare;
}
