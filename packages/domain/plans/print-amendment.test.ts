import { describe, expect, it } from 'vitest';
import { actIn } from './act-words.ts';
import { comparePlans } from './compare-plans.ts';
import { printAmendment } from './print-amendment.ts';
import type { PlanDefinition } from './plan-definition.ts';
import { activityOf, definitionOf, idOf } from './plan-definition-for-tests.ts';

const planAct = {
  title: 'Дорожная карта',
  actType: 'Приказ',
  actNumber: '109',
  actOn: '2023-02-19',
  actAuthority: 'Отдел образования',
};
const act = { actType: 'приказ', actNumber: '50', actOn: '2023-05-10', actAuthority: 'Отдел образования' };
const printed = (before: PlanDefinition, after: PlanDefinition) =>
  printAmendment(planAct, act, comparePlans(before, after));
const lines = (after: Partial<PlanDefinition>, before: Partial<PlanDefinition> = {}) =>
  printed(definitionOf(before), definitionOf(after)).points.map(
    ({ text, rows }) => text + rows.map(({ no, title }) => ` | ${no} ${title}`).join(''),
  );

const [one, two, three] = [activityOf(1), activityOf(2), activityOf(3)];
const other = idOf(902);

describe('the change sheet', () => {
  it('names the plan, its act and the act that it is annexed to', () => {
    const { mark, title } = printed(definitionOf(), definitionOf({ goal: 'Цель' }));
    expect(mark).toEqual(['Приложение к приказу от 10.05.2023 № 50', 'Отдел образования']);
    expect(title).toBe(
      'Изменения, которые вносятся в план «Дорожная карта», утверждённый приказом от 19.02.2023 № 109 (Отдел образования)',
    );
  });

  it.each<[string, Partial<PlanDefinition>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'one column',
      { activities: [one, { ...two, deadline: activityOf(2, { phrase: 'до 20.04.2023' }).deadline }, three] },
      ['Графу «Срок исполнения» строки 2 изложить в следующей редакции: «до 20.04.2023».'],
    ],
    [
      'several columns',
      { activities: [one, { ...two, title: 'Иное', expected: ['Приказ'] }, three] },
      ['Строку 2 изложить в следующей редакции: | 2 Иное'],
    ],
    ['one removed', { activities: [one, three] }, ['Строку 2 исключить.']],
    ['several removed', { activities: [one] }, ['Строки 2, 3 исключить.']],
    [
      'one added',
      { activities: [one, two, activityOf(4, { no: '2.1.' }), three] },
      [
        'Раздел «Организация» после строки 2 дополнить строкой 2.1 следующего содержания: | 2.1. Мероприятие 4',
      ],
    ],
    [
      'several added',
      { activities: [one, two, three, activityOf(4), activityOf(5)] },
      [
        'Раздел «Организация» после строки 3 дополнить строками 4, 5 следующего содержания: | 4 Мероприятие 4 | 5 Мероприятие 5',
      ],
    ],
    [
      'moved to another section',
      { activities: [one, three, { ...two, sectionId: other }] },
      ['Строку 2 переместить в начало раздела «Методическая работа».'],
    ],
    ['moved first', { activities: [three, one, two] }, ['Строку 3 переместить в начало.']],
    ['numbered anew', { activities: [one, two, { ...three, no: '2.1' }] }, ['Строку 3 считать строкой 2.1.']],
    [
      'only matched to an organisation',
      {
        activities: [
          one,
          two,
          { ...three, parties: [{ raw: 'ИМЦ', role: 'lead', orgUnitId: idOf(5), personId: null }] },
        ],
      },
      ['Графу «Ответственный исполнитель» строки 3 изложить в следующей редакции: «ИМЦ».'],
    ],
    [
      'a section with its rows',
      {
        sections: [...definitionOf().sections, { id: idOf(903), title: 'Контроль' }],
        activities: [one, two, three, activityOf(4, { sectionId: idOf(903) })],
      },
      [
        'Дополнить после раздела «Методическая работа» разделом «Контроль» следующего содержания: | 4 Мероприятие 4',
      ],
    ],
    [
      'a section gone with its rows',
      { sections: definitionOf().sections.slice(1), activities: [] },
      ['Раздел «Организация» исключить.'],
    ],
    [
      'fields of the plan',
      { goal: 'Помочь школам', tasks: ['Выявить;', 'Помочь.'], periodEndsOn: '2024-06-30' },
      [
        'Дополнить целью следующего содержания: «Помочь школам».',
        'Дополнить задачами следующего содержания: «Выявить; Помочь».',
        'Срок реализации плана изложить в следующей редакции: «окончание – 30.06.2024».',
      ],
    ],
    [
      'participants',
      { schools: [{ id: idOf(801), name: 'МБОУ СОШ № 1' }] },
      ['Перечень школ – участников дополнить: «МБОУ СОШ № 1».'],
    ],
  ])('says what an act would say: %s', (_title, after, expected) => {
    expect(lines(after)).toEqual(expected);
  });

  it('calls a row by its section when two sections count from one', () => {
    const twin = activityOf(4, { no: '1', sectionId: other });
    const before = { activities: [one, two, three, twin] };
    expect(lines({ activities: [one, two, three] }, before)).toEqual([
      'Строку 1 раздела «Методическая работа» исключить.',
    ]);
  });

  it('calls a row without a number by its words', () => {
    const bare = activityOf(2, { no: '' });
    expect(lines({ activities: [one] }, { activities: [one, bare] })).toEqual([
      'Строку «Мероприятие 2» исключить.',
    ]);
  });
});

it.each([
  ['приказ', 'приказа от 10.05.2023 № 50'],
  ['Распоряжение', 'распоряжения от 10.05.2023 № 50'],
  ['Постановление администрации', 'постановления от 10.05.2023 № 50'],
  ['Соглашение', 'акта от 10.05.2023 № 50'],
])('«%s» in the genitive', (actType, expected) => {
  expect(actIn({ ...act, actType }, 'genitive')).toBe(expected);
});
