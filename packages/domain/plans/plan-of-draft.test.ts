import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import { startDraft } from './draft-document.ts';
import type { DraftEdit } from './draft-edit.ts';
import { readDocumentForTests } from './draft-for-tests.ts';
import { approvalObstacles, planOfDraft } from './plan-of-draft.ts';

const unit = '00000000-0000-4000-8000-000000000001';
const owner: DraftEdit = { kind: 'choose-owner', orgUnitId: unit };
const draftWith = (...edits: DraftEdit[]) => applyEdits(startDraft(readDocumentForTests()), edits);
const obstacles = (...edits: DraftEdit[]) =>
  approvalObstacles(draftWith(...edits)).map(({ code, place }) => `${code} ${place}`);

describe('a draft cannot be approved', () => {
  it.each<[string, DraftEdit[], string[]]>([
    ['without an owner', [], ['owner-missing owner']],
    [
      'without a title',
      [owner, { kind: 'set-requisite', field: 'title', value: null }],
      ['title-missing title'],
    ],
    [
      'with a row that says nothing',
      [owner, { kind: 'set-activity', row: 'r2', field: 'title', value: '' }],
      ['activity-title-missing rows/r2/title'],
    ],
    [
      'without a row',
      [owner, ...['r1', 'r2', 'r3'].map((row) => ({ kind: 'remove-activity', row }) as const)],
      ['no-activities document'],
    ],
    [
      'with a title longer than a plan keeps',
      [owner, { kind: 'set-activity', row: 'r3', field: 'title', value: 'х'.repeat(10_001) }],
      ['too-long rows/r3/title'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(obstacles(...edits)).toEqual(expected);
  });

  it('for no other reason: doubts do not block', () => {
    expect(obstacles(owner)).toEqual([]);
  });
});

it('becomes a plan whose first party leads, with what is still doubtful', () => {
  const draft = draftWith(owner, {
    kind: 'set-activity-list',
    row: 'r1',
    field: 'responsible',
    value: ['ДО', 'СОШ № 1'],
  });
  const plan = planOfDraft(draft, {
    choiceOf: (printed) => (printed === 'ДО' ? { kind: 'unit', id: unit } : { kind: 'text' }),
    sourceFileId: null,
    sourceDraftId: null,
  });
  expect(plan.sections).toEqual(['Организация']);
  expect(plan.activities[0]?.parties).toEqual([
    { raw: 'ДО', role: 'lead', orgUnitId: unit, personId: null },
    { raw: 'СОШ № 1', role: 'co-executor', orgUnitId: null, personId: null },
  ]);
  expect(plan.warnings.map(({ code, activity }) => [code, activity])).toEqual([
    ['act-number-differs', null],
    ['row-joined', 1],
    ['deadline-unread', 2],
  ]);
});
