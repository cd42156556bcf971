import type { Deadline } from '@opora/domain/plans/deadline.ts';
import type { ActivityDraft, PlanDraft } from '@opora/domain/plans/plan-draft.ts';

/** A deadline of one window, as the reader of documents would give it. */
export function windowDeadline(
  raw: string,
  window: { readonly start: string | null; readonly end: string | null } | null,
  changes: Partial<Deadline> = {},
): Deadline {
  return {
    raw,
    kind: window === null ? 'by-schedule' : 'range',
    windows: window === null ? [] : [{ ...window, label: null }],
    recurrence: null,
    schedule: window === null ? '' : null,
    event: null,
    perSchool: false,
    confidence: 1,
    assumptions: [],
    ...changes,
  };
}

export function activityDraft(changes: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    no: '1.1',
    section: 0,
    title: 'Семинар для школьных команд',
    deadline: windowDeadline('март 2026', { start: '2026-03-01', end: '2026-03-31' }),
    parties: [],
    expected: ['Приказ'],
    source: null,
    ...changes,
  };
}

/** A plan in force since 1 February 2026, with what the test changes. */
export function planDraft(ownerUnitId: string, changes: Partial<PlanDraft> = {}): PlanDraft {
  return {
    title: 'Дорожная карта поддержки школ',
    annexTitle: null,
    goal: null,
    tasks: [],
    expectedResults: [],
    abbreviations: {},
    actType: 'приказ',
    actNumber: '15',
    actOn: '2026-02-01',
    actAuthority: null,
    actPlace: null,
    signatoryName: null,
    signatoryPost: null,
    basis: [],
    periodStartsOn: '2026-01-01',
    periodEndsOn: '2026-12-31',
    controller: null,
    controllerId: null,
    ownerUnitId,
    sourceFileId: null,
    sourceDraftId: null,
    schoolIds: [],
    sections: ['Организация'],
    activities: [activityDraft()],
    warnings: [],
    ...changes,
  };
}
