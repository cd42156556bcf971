import { z } from 'zod';

/** What results are counted by: one kind of work in one grade and subject. Two classes of a grade are one procedure. */
export const Procedure = z.object({
  /** «ВПР», «ОГЭ», «ЕГЭ» or a regional work. */
  kind: z.string().min(1).max(100),
  grade: z.number().int().min(1).max(12),
  subject: z.string().min(1).max(200),
});
export type Procedure = z.infer<typeof Procedure>;

/** By kind, grade and subject; text by its letters' codes, so that the order is the same on every machine. */
export function compareProcedures(one: Procedure, other: Procedure): number {
  return (
    compareCodes(one.kind, other.kind) || one.grade - other.grade || compareCodes(one.subject, other.subject)
  );
}

export function compareCodes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** One text for one procedure, for use as a key. */
export function procedureKey({ kind, grade, subject }: Procedure): string {
  return `${kind}\t${grade}\t${subject}`;
}
