import { describe, expect, it } from 'vitest';
import { type AmendmentContent, emptyAct } from './amendment.ts';
import { AmendmentEdit } from './amendment-edit.ts';
import { fieldAsItStands, typedIn } from './amendment-field.ts';
import { applyAmendmentEdit } from './apply-amendment-edit.ts';
import { definitionOf, idOf } from './plan-definition-for-tests.ts';
import { usualReckoning } from './reckoning.ts';

const base = definitionOf();
const start: AmendmentContent = { act: emptyAct, definition: base };
const given = { base, planActOn: '2023-02-19', reckoning: usualReckoning };
const party = (raw: string) => ({ raw, role: 'lead' as const, orgUnitId: null, personId: null });
const row = idOf(1);

/** Of one field: what one person has set, what another, and the words of the first. */
const pairs: readonly (readonly [AmendmentEdit, AmendmentEdit, string])[] = [
  [
    { kind: 'set-act', field: 'reasons', value: 'Итоги' },
    { kind: 'set-act', field: 'reasons', value: null },
    'Итоги',
  ],
  [
    { kind: 'set-act-date', field: 'actOn', value: '2023-03-01' },
    { kind: 'set-act-date', field: 'actOn', value: '2023-03-02' },
    '2023-03-01',
  ],
  [{ kind: 'set-title', value: 'Один' }, { kind: 'set-title', value: 'Другой' }, 'Один'],
  [{ kind: 'set-goal', value: null }, { kind: 'set-goal', value: 'Цель' }, ''],
  [
    { kind: 'set-controller', value: 'Иванова', personId: null },
    { kind: 'set-controller', value: 'Петрова', personId: idOf(7) },
    'Иванова',
  ],
  [
    { kind: 'set-list', field: 'tasks', value: ['а', 'б'] },
    { kind: 'set-list', field: 'tasks', value: [] },
    'а\nб',
  ],
  [
    { kind: 'set-period', field: 'periodEndsOn', value: null },
    { kind: 'set-period', field: 'periodEndsOn', value: '2023-12-31' },
    '',
  ],
  [
    { kind: 'rename-section', section: idOf(901), title: 'Кадры' },
    { kind: 'rename-section', section: idOf(901), title: 'Люди' },
    'Кадры',
  ],
  [{ kind: 'set-no', activity: row, value: '1.1' }, { kind: 'set-no', activity: row, value: '1а' }, '1.1'],
  [
    { kind: 'set-activity-title', activity: row, value: 'Семинар' },
    { kind: 'set-activity-title', activity: row, value: 'Совещание' },
    'Семинар',
  ],
  [
    { kind: 'set-deadline', activity: row, phrase: 'до 20.05.2023' },
    { kind: 'set-deadline', activity: row, phrase: 'май' },
    'до 20.05.2023',
  ],
  [
    { kind: 'set-parties', activity: row, value: [party('РМК'), party('ИРО')] },
    { kind: 'set-parties', activity: row, value: [party('ОО')] },
    'РМК\nИРО',
  ],
  [
    { kind: 'set-expected', activity: row, value: ['Приказ'] },
    { kind: 'set-expected', activity: row, value: ['Справка', 'План'] },
    'Приказ',
  ],
];

describe('a field that two people have set', () => {
  it.each(pairs)('shows to who was later what stands there: %o', (first, second, words) => {
    const content = applyAmendmentEdit(start, first, given);
    expect(fieldAsItStands(content, second)).toEqual(first);
    expect(typedIn(first)).toBe(words);
  });

  it('is asked about for each kind of edit that sets one', () => {
    const settable = AmendmentEdit.options
      .map(({ shape }) => shape.kind.value)
      .filter((kind) => kind.startsWith('set-') || kind === 'rename-section');
    expect(new Set(pairs.map(([{ kind }]) => kind))).toEqual(new Set(settable));
  });

  it('is nowhere once its row is gone, and what was typed for it stays', () => {
    const content = applyAmendmentEdit(start, { kind: 'remove-activity', activity: row }, given);
    const typed: AmendmentEdit = { kind: 'set-activity-title', activity: row, value: 'Семинар' };
    expect([fieldAsItStands(content, typed), typedIn(typed)]).toEqual([null, 'Семинар']);
  });
});
