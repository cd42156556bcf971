import { describe, expect, it } from 'vitest';
import { type AmendmentContent, amendmentObstacles, emptyAct } from './amendment.ts';
import { type AmendmentEdit, amendmentEditsClash } from './amendment-edit.ts';
import { applyAmendmentEdit } from './apply-amendment-edit.ts';
import { activityOf, definitionOf, idOf } from './plan-definition-for-tests.ts';
import { usualReckoning } from './reckoning.ts';

const base = definitionOf();
const start: AmendmentContent = { act: emptyAct, definition: base };
const given = { base, planActOn: '2023-02-19', reckoning: usualReckoning };
const after = (...edits: readonly AmendmentEdit[]): AmendmentContent =>
  edits.reduce((content, edit) => applyAmendmentEdit(content, edit, given), start);
const [first, second] = [idOf(901), idOf(902)];
const numbers = ({ definition }: AmendmentContent) =>
  definition.activities.map(({ no, title }) => no || title);

describe('rows of a draft', () => {
  it.each<[string, readonly AmendmentEdit[], readonly string[]]>([
    [
      'a new one stands after the named',
      [{ kind: 'add-activity', activity: idOf(4), section: first, after: idOf(1), title: 'Новое' }],
      ['1', 'Новое', '2', '3'],
    ],
    [
      'a new one is first in its section',
      [{ kind: 'add-activity', activity: idOf(4), section: first, after: null, title: 'Новое' }],
      ['Новое', '1', '2', '3'],
    ],
    [
      'a new one without a section stands before all sections',
      [{ kind: 'add-activity', activity: idOf(4), section: null, after: idOf(3), title: 'Новое' }],
      ['Новое', '1', '2', '3'],
    ],
    [
      'one goes to another section',
      [{ kind: 'move-activity', activity: idOf(1), section: second, after: null }],
      ['2', '3', '1'],
    ],
    [
      'one goes down',
      [{ kind: 'move-activity', activity: idOf(1), section: first, after: idOf(2) }],
      ['2', '1', '3'],
    ],
    ['one goes', [{ kind: 'remove-activity', activity: idOf(2) }], ['1', '3']],
    [
      'one comes back to its place',
      [
        { kind: 'remove-activity', activity: idOf(2) },
        { kind: 'restore-activity', activity: idOf(2) },
      ],
      ['1', '2', '3'],
    ],
    ['a section goes with its rows', [{ kind: 'remove-section', section: first }], []],
    [
      'a section put behind takes its rows along',
      [
        { kind: 'move-activity', activity: idOf(3), section: second, after: null },
        { kind: 'move-section', section: first, after: second },
      ],
      ['3', '1', '2'],
    ],
  ])('%s', (_title, edits, expected) => {
    expect(numbers(after(...edits))).toEqual(expected);
  });

  it('a restored row has again what it has in the edition in force', () => {
    const edits: AmendmentEdit[] = [
      { kind: 'set-activity-title', activity: idOf(2), value: 'Иное' },
      { kind: 'restore-activity', activity: idOf(2) },
    ];
    expect(after(...edits).definition).toEqual(base);
  });

  it('a phrase is read anew', () => {
    const { definition } = after({ kind: 'set-deadline', activity: idOf(1), phrase: 'май' });
    expect(definition.activities[0]?.deadline.windows).toEqual([
      { start: '2023-05-01', end: '2023-05-31', label: null },
    ]);
  });

  it('results typed in one line become several', () => {
    const { definition } = after({ kind: 'set-expected', activity: idOf(1), value: ['Приказ; протокол'] });
    expect(definition.activities[0]?.expected).toHaveLength(2);
  });

  it.each<AmendmentEdit>([
    { kind: 'set-no', activity: idOf(77), value: '1' },
    { kind: 'remove-activity', activity: idOf(77) },
    { kind: 'restore-activity', activity: idOf(77) },
    { kind: 'add-activity', activity: idOf(1), section: first, after: null, title: 'Дважды' },
    { kind: 'add-activity', activity: idOf(4), section: idOf(77), after: null, title: 'Нигде' },
    { kind: 'move-activity', activity: idOf(1), section: idOf(77), after: null },
    { kind: 'rename-section', section: idOf(77), title: 'Нет' },
    { kind: 'remove-school', school: idOf(77) },
  ])('an edit that has nothing to act on gives the very same draft: %j', (edit) => {
    expect(applyAmendmentEdit(start, edit, given)).toBe(start);
  });
});

describe('another period', () => {
  const typed = { ...activityOf(2).deadline, windows: [{ start: null, end: '2023-04-04', label: null }] };
  const october = activityOf(1, { phrase: 'октябрь' });
  const plan = definitionOf({ activities: [october, activityOf(2, { deadline: typed })] });

  it('reads phrases anew and leaves dates that a person typed', () => {
    const content = applyAmendmentEdit(
      { act: emptyAct, definition: plan },
      { kind: 'set-period', field: 'periodStartsOn', value: '2022-09-01' },
      given,
    );
    const [read, kept] = content.definition.activities;
    expect(read?.deadline.windows).toEqual([{ start: '2022-10-01', end: '2022-10-31', label: null }]);
    expect(kept?.deadline).toEqual(typed);
  });
});

describe('two edits clash', () => {
  it.each<[AmendmentEdit, AmendmentEdit, boolean]>([
    [
      { kind: 'set-no', activity: idOf(1), value: '1' },
      { kind: 'set-no', activity: idOf(1), value: '2' },
      true,
    ],
    [
      { kind: 'set-no', activity: idOf(1), value: '1' },
      { kind: 'set-no', activity: idOf(2), value: '2' },
      false,
    ],
    [
      { kind: 'set-no', activity: idOf(1), value: '1' },
      { kind: 'set-deadline', activity: idOf(1), phrase: 'май' },
      false,
    ],
    [
      { kind: 'remove-activity', activity: idOf(1) },
      { kind: 'set-deadline', activity: idOf(1), phrase: 'май' },
      true,
    ],
    [{ kind: 'set-title', value: 'а' }, { kind: 'set-goal', value: 'б' }, false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(amendmentEditsClash(one, other)).toBe(expected);
  });
});

describe('an amendment waits for', () => {
  const whole: AmendmentContent = {
    act: {
      actType: 'приказ',
      actNumber: '50',
      actOn: '2023-05-10',
      actAuthority: 'Управление образования',
      inForceOn: '2023-05-12',
      reasons: 'Изменился календарь',
    },
    definition: definitionOf({ goal: 'Иная' }),
  };
  const known = { before: base, lastInForceOn: '2023-02-19' };
  const act = (changes: Partial<AmendmentContent['act']>): AmendmentContent => ({
    ...whole,
    act: { ...whole.act, ...changes },
  });
  it.each([
    ['nothing', whole, []],
    ['the day of the act', act({ actOn: null }), ['actOn-missing']],
    ['the number', act({ actNumber: null }), ['actNumber-missing']],
    ['its reasons', act({ reasons: null }), ['reasons-missing']],
    ['a day not before its act', act({ inForceOn: '2023-05-09' }), ['in-force-before-act']],
    [
      'a day not before the edition',
      act({ actOn: '2023-01-01', inForceOn: '2023-01-02' }),
      ['in-force-before-edition'],
    ],
    ['nothing more when its day is to come', act({ inForceOn: '2099-05-13' }), []],
    ['something to change', { ...whole, definition: base }, ['nothing-changed']],
    [
      'a period the right way round',
      { ...whole, definition: definitionOf({ periodEndsOn: '2022-01-01' }) },
      ['period-reversed'],
    ],
  ])('%s', (_title, content, expected) => {
    expect(amendmentObstacles(content, known)).toEqual(expected);
  });
});
