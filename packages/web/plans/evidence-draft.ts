import { z } from 'zod';
import { EvidenceFields, type EvidenceKind } from '@opora/domain/plans/evidence.ts';

/** What stands in the form against one expected result, as typed. */
export const EvidenceDraft = z.object({
  kind: z.enum(['document', 'file', 'link', 'count', 'note']),
  type: z.string(),
  number: z.string(),
  on: z.string().nullable(),
  link: z.string(),
  n: z.string(),
  total: z.string(),
  note: z.string(),
});
export type EvidenceDraft = z.infer<typeof EvidenceDraft>;

export function emptyDraft(kind: EvidenceKind, type: string): EvidenceDraft {
  return { kind, type, number: '', on: null, link: '', n: '', total: '', note: '' };
}

/** Nobody has typed anything yet, apart from what the form filled in by itself. */
export function isUntouched(draft: EvidenceDraft): boolean {
  return [draft.number, draft.on ?? '', draft.link, draft.n, draft.total, draft.note].every(
    (value) => value.trim() === '',
  );
}

/** The draft as the server takes it; null while it is not complete. A file is sent as soon as it is chosen. */
export function evidenceOf(draft: EvidenceDraft, expectedResultId: string | null): EvidenceFields | null {
  const parsed = EvidenceFields.safeParse(fieldsOf(draft, expectedResultId));
  return parsed.success ? parsed.data : null;
}

function fieldsOf(draft: EvidenceDraft, expectedResultId: string | null): unknown {
  const common = { kind: draft.kind, expectedResultId };
  switch (draft.kind) {
    case 'document':
      return { ...common, type: draft.type, number: draft.number, on: draft.on, title: null };
    case 'link':
      return { ...common, link: draft.link.trim(), title: null };
    case 'count':
      return { ...common, n: wholeOf(draft.n), total: wholeOf(draft.total) };
    case 'note':
      return { ...common, note: draft.note };
    case 'file':
      return null;
  }
}

const wholeOf = (typed: string): number => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);
