import { z } from 'zod';

/** Why somebody is reminded of an instance, the most pressing first; one instance is told to one person for one reason. */
export const ReminderKind = z.enum([
  /** Late so long that the one who controls the plan is told; once for each step. */
  'escalated',
  'late',
  /** Due today, or on a day before the person is reminded again. */
  'today',
  /** Came back from acceptance with a note. */
  'returned',
  /** Waits for her to accept or return it. */
  'waiting',
  'soon',
  /** A collection of indicators was opened for her school; told once. */
  'opened',
  /** Taken into work, and nothing has happened to it since. */
  'stalled',
  /** Dated before the act and not proven yet. Of this and the next people are told on the first day of a week or month only. */
  'unproven',
  /** Has no date, so nothing else would ever tell of it. */
  'undated',
  /** The form of her school was accepted for good; told once. */
  'accepted',
]);
export type ReminderKind = z.infer<typeof ReminderKind>;

/** Instances of one activity with one last day are one line: a monthly duty of forty schools is told once. */
export const PlanLine = z.object({
  kind: ReminderKind,
  planId: z.uuid(),
  planTitle: z.string(),
  activityId: z.uuid(),
  no: z.string(),
  title: z.string(),
  /** The phrase of the order. */
  deadline: z.string(),
  dueOn: z.string().nullable(),
  /** The instance, when the line tells of one only. */
  instanceId: z.uuid().nullable(),
  /** Its school, when it is one school's. */
  schoolName: z.string().nullable(),
  count: z.number().int(),
  /** Told for the first time. */
  isNew: z.boolean(),
});
export type PlanLine = z.infer<typeof PlanLine>;

/** Forms of one collection that are told for one reason are one line. */
export const FormLine = z.object({
  kind: ReminderKind,
  campaignId: z.uuid(),
  title: z.string(),
  /** The form, when the line tells of one only. */
  submissionId: z.uuid().nullable(),
  /** Its school, when it is one school's. */
  schoolName: z.string().nullable(),
  /** After it a form is late; null where the line is not about a last day. */
  dueOn: z.string().nullable(),
  closedAfter: z.string().nullable(),
  count: z.number().int(),
  /** Told for the first time. */
  isNew: z.boolean(),
});
export type FormLine = z.infer<typeof FormLine>;

export const ReminderLine = z.union([PlanLine, FormLine]);
export type ReminderLine = z.infer<typeof ReminderLine>;

export const isFormLine = (line: ReminderLine): line is FormLine => 'campaignId' in line;

/** What one person is told on one day. */
export const DigestContent = z.object({
  lines: z.array(ReminderLine),
  /** Instances of each kind, those of lines that did not fit too. */
  counts: z.partialRecord(ReminderKind, z.number().int()),
  /** Lines that did not fit. */
  leftOut: z.number().int(),
});
export type DigestContent = z.infer<typeof DigestContent>;

/** A letter is read on a telephone: what does not fit is counted, and stands in the product. */
export const digestLinesMax = 30;

/** Instances that the digest tells of. */
export function sumOfCounts({ counts }: Pick<DigestContent, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What was found of plans and of forms as one digest: the most pressing lines of both, as many as fit. */
export function mergeForms(
  plans: {
    readonly lines: readonly PlanLine[];
    readonly counts: DigestContent['counts'];
    readonly lineCount: number;
  },
  forms: readonly FormLine[],
): DigestContent {
  const rank = ({ kind }: ReminderLine): number => ReminderKind.options.indexOf(kind);
  const lines = [...forms, ...plans.lines]
    .toSorted((one, other) => rank(one) - rank(other) || byDueDay(one, other))
    .slice(0, digestLinesMax);
  const counts = { ...plans.counts };
  for (const { kind, count } of forms) counts[kind] = (counts[kind] ?? 0) + count;
  return { lines, counts, leftOut: plans.lineCount + forms.length - lines.length };
}

export type ReminderGroup = {
  readonly kind: ReminderKind;
  readonly count: number;
  readonly lines: ReminderLine[];
};

/** Lines by kind, the most pressing kind first; within it the earliest last day first, without one last. */
export function groupsOfDigest({ lines, counts }: DigestContent): ReminderGroup[] {
  return ReminderKind.options.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind).toSorted(byDueDay);
    return own.length === 0 ? [] : [{ kind, count: counts[kind] ?? own.length, lines: own }];
  });
}

function byDueDay(a: ReminderLine, b: ReminderLine): number {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}
