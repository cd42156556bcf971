import { describe, expect, it } from 'vitest';
import {
  type AskedAbove,
  amendmentFromAbove,
  amendmentOfChanges,
  draftFromAbove,
} from './draft-from-above.ts';

const asked = (changes: Partial<AskedAbove> = {}): AskedAbove => ({
  requirementId: 'q1',
  no: '3.4',
  section: 'Кадры',
  state: {
    title: 'Обучить управленческие команды',
    phrase: 'II квартал',
    dueOn: null,
    expected: ['Приказ', 'Список'],
    isCancelled: false,
  },
  parties: [
    { raw: 'Минобразования', isBelow: false },
    { raw: 'кураторы', isBelow: false },
  ],
  plan: {
    title: 'Дорожная карта',
    actType: 'приказ',
    actNumber: '12',
    actOn: '2026-01-10',
    actAuthority: 'Министерство образования',
    periodStartsOn: '2026-01-01',
    periodEndsOn: '2026-12-31',
  },
  ...changes,
});
const own = { level: 'municipality' as const, unitName: 'Северный район', name: 'Отдел образования' };

describe('a plan drafted from above', () => {
  it('keeps words, term and results, puts the own body first, and knows where each row comes from', () => {
    const later = { ...asked().state, dueOn: '2026-06-15' };
    const { reading, source } = draftFromAbove([asked(), asked({ section: null, state: later })], own);
    expect(reading.sections).toEqual(['Кадры']);
    expect(reading.activities).toMatchObject([
      {
        no: '1',
        section: 'Кадры',
        title: 'Обучить управленческие команды',
        deadline: { raw: 'II квартал', windows: [{ start: '2026-04-01', end: '2026-06-30' }] },
        responsible: ['Отдел образования', 'кураторы'],
        expected: ['Приказ', 'Список'],
        source: { from: 1 },
      },
      { no: '2', section: null, deadline: { raw: 'до 15.06.2026' }, source: { from: 2 } },
    ]);
    expect(reading.requisites).toMatchObject({
      authority: 'Отдел образования',
      basis: ['приказ от 10.01.2026 № 12, Министерство образования'],
      periodEnd: '2026-12-31',
    });
    expect(source.blocks[0]).toMatchObject({
      text: 'п. 3.4 плана «Дорожная карта» (приказ от 10.01.2026 № 12, Министерство образования): Обучить управленческие команды. Срок: II квартал. Ответственные: Минобразования, кураторы. Результат: Приказ; Список',
    });
  });
});

describe('an amendment drafted from above', () => {
  const ids = () => {
    let last = 0;
    return () => `id${(last += 1)}`;
  };

  it('adds rows to the section of the same title, and the section where there is none', () => {
    const plan = { sections: [{ id: 's1', title: 'КАДРЫ' }], activities: [{ id: 'a1', sectionId: 's1' }] };
    const given = [
      asked(),
      asked({ requirementId: 'q2', section: 'Оценка' }),
      asked({ requirementId: 'q3', section: 'Оценка' }),
    ];
    const { edits, rows } = amendmentFromAbove(given, plan, { own, newId: ids() });
    expect(edits.filter(({ kind }) => kind.startsWith('add-'))).toMatchObject([
      { kind: 'add-activity', activity: 'id1', section: 's1', after: 'a1' },
      { kind: 'add-section', section: 'id3', title: 'Оценка', after: 's1' },
      { kind: 'add-activity', activity: 'id2', section: 'id3', after: null },
      { kind: 'add-activity', activity: 'id4', section: 'id3', after: 'id2' },
    ]);
    expect(rows).toEqual([
      { requirementId: 'q1', activityId: 'id1' },
      { requirementId: 'q2', activityId: 'id2' },
      { requirementId: 'q3', activityId: 'id4' },
    ]);
  });

  it.each([
    [{}, []],
    [{ dueOn: '2026-05-20' }, [{ kind: 'set-deadline', activity: 'a', phrase: 'до 20.05.2026' }]],
    [
      { title: 'Обучить', expected: ['Приказ'] },
      [
        { kind: 'set-activity-title', activity: 'a', value: 'Обучить' },
        { kind: 'set-expected', activity: 'a', value: ['Приказ'] },
      ],
    ],
    [{ isCancelled: true, title: 'Обучить' }, [{ kind: 'remove-activity', activity: 'a' }]],
  ])('follows %j', (changes, edits) => {
    const { state } = asked();
    expect(amendmentOfChanges('a', state, { ...state, ...changes })).toEqual(edits);
  });
});
