import { describe, expect, it } from 'vitest';
import { applyEdit, applyEdits } from './apply-edit.ts';
import { openDoubts } from './draft-doubts.ts';
import { startDraft } from './draft-document.ts';
import { DraftEdit, editsClash } from './draft-edit.ts';
import { readDocumentForTests } from './draft-for-tests.ts';
import { summarise } from './draft-summary.ts';

const draft = startDraft(readDocumentForTests());
const titles = (edits: DraftEdit[]) => applyEdits(draft, edits).activities.map((row) => row.title);
const doubts = (edits: DraftEdit[]) =>
  openDoubts(applyEdits(draft, edits)).map((doubt) => `${doubt.code} ${doubt.place}`);

const inOrder = ['Утвердить перечень школ', 'Назначить кураторов', 'Провести семинар'];

describe('rows', () => {
  it('are moved behind another, and to the beginning', () => {
    expect(titles([{ kind: 'move-activity', row: 'r1', after: 'r3' }])).toEqual([
      inOrder[1],
      inOrder[2],
      inOrder[0],
    ]);
    expect(titles([{ kind: 'move-activity', row: 'r3', after: null }])[0]).toBe(inOrder[2]);
  });

  it('are added behind another, in its section', () => {
    const added = applyEdit(draft, { kind: 'add-activity', row: 'new', after: 'r1' }).activities[1];
    expect(added).toMatchObject({ id: 'new', section: 'Организация', title: '' });
  });

  it('are joined: texts one after the other, parties and results together, the phrase read anew', () => {
    const joined = applyEdit(draft, { kind: 'join-activities', row: 'r2', into: 'r1' });
    expect(joined.activities.map((row) => row.id)).toEqual(['r1', 'r3']);
    expect(joined.activities[0]).toMatchObject({
      no: '1.1',
      title: 'Утвердить перечень школ Назначить кураторов',
      responsible: ['ДО'],
      expected: ['Приказ', 'Приказ'],
      deadline: { raw: 'март до 10.02.2023' },
      source: { from: 1, to: 2 },
    });
  });

  it('are split in two with the same deadline and parties', () => {
    const edit: DraftEdit = {
      kind: 'split-activity',
      row: 'r1',
      newRow: 'r1b',
      title: 'Утвердить',
      newTitle: 'перечень школ',
    };
    const [one, two] = applyEdit(draft, edit).activities;
    expect([one?.title, two?.title, two?.no, two?.deadline.raw]).toEqual([
      'Утвердить',
      'перечень школ',
      '',
      'март',
    ]);
  });

  it('that are gone leave the draft the very same value', () => {
    const gone = applyEdit(draft, { kind: 'remove-activity', row: 'r2' });
    const late: DraftEdit[] = [
      { kind: 'remove-activity', row: 'r2' },
      { kind: 'set-activity', row: 'r2', field: 'title', value: 'х' },
      { kind: 'move-activity', row: 'r1', after: 'r2' },
      { kind: 'join-activities', row: 'r2', into: 'r1' },
      { kind: 'add-activity', row: 'r1', after: null },
      { kind: 'set-deadline', row: 'r2', phrase: 'март', windows: null },
    ];
    for (const edit of late) expect(applyEdit(gone, edit)).toBe(gone);
  });
});

describe('deadlines', () => {
  it('are read from the phrase that was typed', () => {
    const mended = applyEdit(draft, { kind: 'set-deadline', row: 'r3', phrase: 'апрель', windows: null });
    expect(mended.activities[2]?.deadline).toMatchObject({
      kind: 'month',
      windows: [{ start: '2023-04-01', end: '2023-04-30' }],
    });
  });

  it('keep the phrase and take the dates that were typed beside it', () => {
    const windows = [{ start: null, end: '2023-05-15' }];
    const mended = applyEdit(draft, { kind: 'set-deadline', row: 'r3', phrase: 'ыыы', windows });
    expect(mended.activities[2]?.deadline).toMatchObject({ raw: 'ыыы', kind: 'date', confidence: 1 });
    expect(doubts([{ kind: 'set-deadline', row: 'r3', phrase: 'ыыы', windows }])).not.toContain(
      'deadline-unread rows/r3/deadline',
    );
  });

  it('without a year follow the period of the plan when it is mended; typed dates stay', () => {
    const windows = [{ start: null, end: '2023-05-15' }];
    const moved = applyEdits(draft, [
      { kind: 'set-deadline', row: 'r3', phrase: 'ыыы', windows },
      { kind: 'set-date', field: 'periodStart', value: '2024-01-01' },
      { kind: 'set-date', field: 'periodEnd', value: '2024-12-31' },
    ]);
    expect(moved.activities.map((row) => row.deadline.windows[0]?.end)).toEqual([
      '2024-03-31',
      '2023-02-10',
      '2023-05-15',
    ]);
  });
});

describe('doubts', () => {
  const open = ['act-number-differs number', 'row-joined rows/r2/title', 'deadline-unread rows/r3/deadline'];

  it('are those of the reader and those that rows show, in the order of the document', () => {
    expect(doubts([])).toEqual(open);
  });

  it('are settled by «as it is» and by a new text', () => {
    expect(doubts([{ kind: 'confirm-doubts', doubts: ['w2'] }])).toEqual(open.slice(1));
    expect(doubts([{ kind: 'set-requisite', field: 'number', value: '56' }])).toEqual(open.slice(1));
    expect(doubts([{ kind: 'set-deadline', row: 'r3', phrase: 'май', windows: null }])).toEqual(
      open.slice(0, 2),
    );
  });

  it('come back when what was confirmed is typed anew with the same fault', () => {
    const confirmed: DraftEdit[] = [
      { kind: 'confirm-doubts', doubts: ['deadline-unread rows/r3/deadline'] },
      { kind: 'set-deadline', row: 'r3', phrase: 'ъъъ', windows: null },
    ];
    expect(doubts(confirmed.slice(0, 1))).toEqual(open.slice(0, 2));
    expect(doubts(confirmed)).toEqual(open);
  });

  it('arise from what a person types', () => {
    expect(doubts([{ kind: 'set-activity-list', row: 'r1', field: 'responsible', value: [] }])).toContain(
      'responsible-empty rows/r1/responsible',
    );
    expect(doubts([{ kind: 'set-date', field: 'date', value: '2023-03-01' }])).toContain(
      'date-before-act rows/r2/deadline',
    );
    const backwards: DraftEdit = {
      kind: 'set-deadline',
      row: 'r1',
      phrase: 'март',
      windows: [{ start: '2023-03-05', end: '2023-03-01' }],
    };
    expect(doubts([backwards])).toContain('end-before-start rows/r1/deadline');
  });
});

it('an edit left out of the list gives the draft without it: that is undo', () => {
  const edits: DraftEdit[] = [
    { kind: 'set-activity', row: 'r1', field: 'title', value: 'Первое' },
    { kind: 'remove-activity', row: 'r2' },
    { kind: 'set-activity', row: 'r3', field: 'title', value: 'Третье' },
  ];
  expect(titles(edits.toSpliced(1, 1))).toEqual(['Первое', 'Назначить кураторов', 'Третье']);
});

describe('two people’s edits', () => {
  const set = (row: string, field: 'no' | 'title'): DraftEdit => ({
    kind: 'set-activity',
    row,
    field,
    value: '',
  });
  it.each<[DraftEdit, DraftEdit, boolean]>([
    [set('r1', 'title'), set('r1', 'title'), true],
    [set('r1', 'title'), set('r1', 'no'), false],
    [set('r1', 'title'), { kind: 'remove-activity', row: 'r1' }, true],
    [set('r1', 'title'), { kind: 'remove-activity', row: 'r11' }, false],
    [set('r2', 'title'), { kind: 'join-activities', row: 'r2', into: 'r1' }, true],
    [set('r1', 'title'), { kind: 'set-goal', value: null }, false],
  ])('%j and %j clash: %s', (one, other, clash) => {
    expect(editsClash(one, other)).toBe(clash);
    expect(editsClash(other, one)).toBe(clash);
  });
});

it('the line above the button counts what will be made', () => {
  expect(summarise(draft)).toEqual({
    activities: 3,
    sections: 1,
    schools: 0,
    branches: 0,
    indicators: 0,
    withoutDate: 1,
    doubts: 3,
  });
});

it('what no database keeps is taken out of a typed text', () => {
  const typed = { kind: 'set-goal', value: 'А\0Б\ud800 ' };
  expect(DraftEdit.parse(typed)).toEqual({ kind: 'set-goal', value: 'АБ\ufffd' });
});

describe('a value of an indicator', () => {
  const source = { from: 1, to: 1, page: null, table: null, row: null };
  const value = { column: 'Школа № 1', raw: '7 из 17 (50 %)', count: 7, share: 0.5, value: null, yes: null };
  const name = 'Численность/доля учителей с категорией';
  const withValue = {
    ...draft,
    indicators: [
      { no: '1', group: null, name, unit: 'count/share' as const, collection: null, values: [value], source },
    ],
  };
  const typed = (raw: string) =>
    applyEdit(withValue, { kind: 'set-indicator-value', row: 0, column: 'Школа № 1', value: raw });

  it('is read by the rules of the reader', () => {
    expect(typed('7/41,2').indicators[0]?.values).toEqual([{ ...value, raw: '7/41,2', share: 0.412 }]);
    expect(typed('есть').indicators[0]?.values[0]).toMatchObject({ count: null, share: null, yes: true });
  });

  it('is doubted while its share contradicts its count', () => {
    const codes = (document: typeof draft) => openDoubts(document).map(({ code }) => code);
    expect(codes(withValue)).toContain('share-differs');
    expect(codes(typed('7 из 17 (41 %)'))).not.toContain('share-differs');
  });
});
