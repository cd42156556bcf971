import type { z } from 'zod';
import { openDoubts } from './draft-doubts.ts';
import type { DraftDocument } from './draft-document.ts';
import type { PartyChoice } from './party-choice.ts';
import { PlanDraft } from './plan-draft.ts';

/** What must be filled in before a draft can become a plan; `place` as in `touchedPlaces`. */
export type Obstacle = {
  readonly code: 'owner-missing' | 'title-missing' | 'no-activities' | 'activity-title-missing' | 'too-long';
  readonly place: string;
};

/** What is missing, and texts longer than a plan keeps: every row is checked, so ask once, before approval. */
export function approvalObstacles(draft: DraftDocument): readonly Obstacle[] {
  const found = missingFields(draft);
  return found.length > 0 ? found : lengthObstacles(draft);
}

/** Quick enough to be asked at each letter. */
export function missingFields(draft: DraftDocument): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (draft.requisites.title === null) found.push({ code: 'title-missing', place: 'title' });
  if (draft.ownerUnitId === null) found.push({ code: 'owner-missing', place: 'owner' });
  if (draft.activities.length === 0) found.push({ code: 'no-activities', place: 'document' });
  for (const row of draft.activities) {
    const place = `rows/${row.id}/title`;
    if (row.title.trim() === '') found.push({ code: 'activity-title-missing', place });
  }
  return found;
}

/** What the plan's own schema does not take. */
function lengthObstacles(draft: DraftDocument): readonly Obstacle[] {
  const { error } = PlanDraft.safeParse(planFields(draft, { choiceOf: () => ({ kind: 'text' }), ...noFile }));
  return (error?.issues ?? []).map(({ path: [part, index, field] }) => {
    const row = part === 'activities' ? draft.activities[Number(index)] : undefined;
    const place = field === 'parties' ? 'responsible' : String(field);
    return { code: 'too-long', place: row === undefined ? String(part) : `rows/${row.id}/${place}` };
  });
}

const noFile = { sourceFileId: null, sourceDraftId: null };

type Approval = {
  /** Whom a printed name was taken to mean. */
  readonly choiceOf: (printed: string) => PartyChoice;
  readonly sourceFileId: string | null;
  readonly sourceDraftId: string | null;
};

/** The plan that the draft becomes. Ask `approvalObstacles` first: throws where there is one. */
export function planOfDraft(draft: DraftDocument, approval: Approval): PlanDraft {
  return PlanDraft.parse(planFields(draft, approval));
}

function planFields(draft: DraftDocument, approval: Approval): z.input<typeof PlanDraft> {
  const { requisites } = draft;
  const { choiceOf } = approval;
  const sections = [...new Set(draft.activities.flatMap((row) => row.section ?? []))];
  const { controller } = requisites;
  return {
    title: requisites.title ?? '',
    annexTitle: requisites.annexTitle,
    goal: draft.goal,
    tasks: [...draft.tasks],
    expectedResults: [...draft.expectedResults],
    abbreviations: draft.abbreviations,
    actType: requisites.type,
    actNumber: requisites.number,
    actOn: requisites.date,
    actAuthority: requisites.authority,
    actPlace: requisites.place,
    signatoryName: requisites.signatory?.name ?? null,
    signatoryPost: requisites.signatory?.post ?? null,
    basis: [...requisites.basis],
    periodStartsOn: requisites.periodStart,
    periodEndsOn: requisites.periodEnd,
    controller,
    controllerId: controller === null ? null : idOf(choiceOf(controller), 'person'),
    ownerUnitId: draft.ownerUnitId ?? '',
    sourceFileId: approval.sourceFileId,
    sourceDraftId: approval.sourceDraftId,
    schoolIds: [...new Set(draft.schools.flatMap((school) => idOf(choiceOf(school.name), 'unit') ?? []))],
    sections,
    activities: draft.activities.map((row) => ({
      no: row.no,
      section: row.section === null ? null : sections.indexOf(row.section),
      title: row.title,
      deadline: row.deadline,
      // An order names the one who answers first; the others work with her.
      parties: row.responsible.map((raw, at) => ({
        raw,
        role: at === 0 ? 'lead' : 'co-executor',
        orgUnitId: idOf(choiceOf(raw), 'unit'),
        personId: idOf(choiceOf(raw), 'person'),
      })),
      expected: [...row.expected],
      source: row.source,
    })),
    warnings: warningsOf(draft),
  };
}

function warningsOf(draft: DraftDocument) {
  const order = new Map(draft.activities.map((row, at) => [row.id, at]));
  return openDoubts(draft).map(({ code, row, values }) => ({
    code,
    where: (draft.activities[order.get(row ?? '') ?? -1]?.no ?? '').slice(0, 1000),
    activity: row === null ? null : (order.get(row) ?? null),
    values: values.slice(0, 20).map((value) => value.slice(0, 1000)),
  }));
}

const idOf = (choice: PartyChoice, kind: 'unit' | 'person'): string | null =>
  choice.kind === kind ? choice.id : null;
