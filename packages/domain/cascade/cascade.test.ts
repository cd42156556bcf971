import { describe, expect, it } from 'vitest';
import { addressees, requirementChanges, type RequirementState } from './requirement.ts';
import {
  isLaterThanAsked,
  lastDayAsked,
  outcomeOf,
  requirementProgress,
  sumBelow,
} from './requirement-progress.ts';
import { translateParties } from './translate-parties.ts';

const unit = (
  id: string,
  kind: 'municipality' | 'school' | 'branch',
  scope: string,
  closedOn: string | null = null,
) => ({
  id,
  kind,
  scope,
  openedOn: null,
  closedOn,
});
const units = [
  unit('n', 'municipality', 'r.n'),
  unit('s', 'municipality', 'r.s'),
  unit('old', 'municipality', 'r.old', '2025-12-31'),
  unit('n1', 'school', 'r.n.n1'),
  unit('n1b', 'branch', 'r.n.n1.b'),
  unit('s1', 'school', 'r.s.s1'),
];
const held = {
  category: 'low-results' as const,
  orgUnitId: 'n1b',
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
  actNumber: null,
  actOn: null,
  id: 'c',
  version: 1,
  identificationRunId: null,
};

describe('who is asked', () => {
  const level = 'municipality';
  const ofSchools = { level: 'school', scope: 'r' } as const;
  it.each<[string, Parameters<typeof addressees>[0], string[]]>([
    ['all municipalities that are open', { level, who: { choice: 'all' }, scope: 'r' }, ['n', 's']],
    ['all schools, branches by their legal entity', { ...ofSchools, who: { choice: 'all' } }, ['n1', 's1']],
    ['schools of the territory only', { ...ofSchools, who: { choice: 'all' }, scope: 'r.n' }, ['n1']],
    [
      'chosen ones of the level',
      { level, who: { choice: 'chosen', unitIds: ['s', 's1', 'old'] }, scope: 'r' },
      ['s'],
    ],
    [
      'who holds the category',
      { ...ofSchools, who: { choice: 'category', category: 'low-results' } },
      ['n1b'],
    ],
    [
      'nobody of another category',
      { ...ofSchools, who: { choice: 'category', category: 'difficult-conditions' } },
      [],
    ],
  ])('%s', (_name, requirement, ids) => {
    const found = addressees(requirement, units, { today: '2026-03-02', categories: [held] });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});

describe('what changed above', () => {
  const seen: RequirementState = {
    title: 'Семинар',
    phrase: 'март 2026',
    dueOn: null,
    expected: ['Приказ'],
    isCancelled: false,
  };
  it.each<[Partial<RequirementState>, string[]]>([
    [{}, []],
    [{ dueOn: '2026-03-20' }, ['dueOn']],
    [{ title: 'Вебинар', expected: ['Приказ', 'Протокол'] }, ['title', 'expected']],
    [{ isCancelled: true }, ['isCancelled']],
  ])('%j is told', (changes, fields) => {
    expect(requirementChanges(seen, { ...seen, ...changes }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('how those below stand', () => {
  it.each([
    [{ done: 0, total: 0, late: 0 }, 'under-way'],
    [{ done: 1, total: 2, late: 0 }, 'under-way'],
    [{ done: 2, total: 2, late: 0 }, 'done'],
    [{ done: 1, total: 2, late: 1 }, 'late'],
  ])('%j is %s', (progress, outcome) => {
    expect(outcomeOf(progress)).toBe(outcome);
  });

  it('counts units, not activities, and only those that are asked', () => {
    const done = { done: 1, total: 1, late: 0 };
    const late = { done: 0, total: 1, late: 1 };
    const answers = new Map([
      ['a', [done, done]],
      ['b', [done, late]],
      ['gone', [done]],
    ]);
    expect(requirementProgress(['a', 'b', 'c'], answers)).toEqual({
      asked: 3,
      answered: 2,
      done: 1,
      late: 1,
    });
    expect(requirementProgress([], new Map())).toEqual({ asked: 0, answered: 0, done: 0, late: 0 });
  });

  it.each([
    ['2026-03-20', [{ start: null, end: '2026-04-30', label: null }], '2026-03-20'],
    [
      null,
      [
        { start: null, end: '2026-02-28', label: null },
        { start: null, end: '2026-08-31', label: null },
      ],
      '2026-08-31',
    ],
    [null, [], null],
  ])('is asked until its own day, else the last day above (%s)', (dueOn, windows, day) => {
    expect(lastDayAsked({ dueOn }, { windows, recurrence: null })).toBe(day);
  });

  it.each([
    ['2026-03-21', '2026-03-20', true],
    ['2026-03-20', '2026-03-20', false],
    [null, '2026-03-20', false],
    ['2026-03-21', null, false],
  ])('%s after %s is a question: %s', (lastDay, asked, isQuestion) => {
    expect(isLaterThanAsked(lastDay, asked)).toBe(isQuestion);
  });
});

describe('parties one level down', () => {
  const own = { level: 'municipality' as const, name: 'Отдел образования' };
  it.each<[string, readonly { raw: string; isBelow: boolean }[], string[]]>([
    [
      'the body above gives its place',
      [{ raw: 'Министерство образования', isBelow: false }],
      ['Отдел образования'],
    ],
    [
      'municipal bodies are the one who answers',
      [
        { raw: 'Минобразования', isBelow: false },
        { raw: 'Муниципальные органы управления образованием', isBelow: false },
        { raw: 'МОУО', isBelow: false },
      ],
      ['Отдел образования'],
    ],
    [
      'schools and curators stay as printed',
      [
        { raw: 'муниципальные координаторы', isBelow: false },
        { raw: 'Руководители ШНОР', isBelow: false },
        { raw: 'Муниципальные общеобразовательные организации', isBelow: false },
        { raw: 'кураторы', isBelow: false },
      ],
      ['Отдел образования', 'Руководители ШНОР', 'Муниципальные общеобразовательные организации', 'кураторы'],
    ],
    ['who stands below stays', [{ raw: 'ИМЦ', isBelow: true }], ['Отдел образования', 'ИМЦ']],
    [
      'bodies above whose names speak of schools or teachers',
      [
        { raw: 'Отдел дошкольного образования министерства', isBelow: false },
        {
          raw: 'Центр непрерывного повышения профессионального мастерства педагогических работников',
          isBelow: false,
        },
        { raw: 'Директор ГАУ ДПО «ИРО»', isBelow: false },
        { raw: 'методисты института развития образования', isBelow: false },
        { raw: 'Региональные кураторы', isBelow: false },
      ],
      ['Отдел образования'],
    ],
    [
      'people of schools and advisers',
      [
        { raw: 'Педагогические коллективы', isBelow: false },
        { raw: 'Педагоги-психологи', isBelow: false },
        { raw: 'МБОУ № 3', isBelow: false },
        { raw: 'Школьные команды', isBelow: false },
        { raw: 'Муниципальные методисты', isBelow: false },
      ],
      [
        'Отдел образования',
        'Педагогические коллективы',
        'Педагоги-психологи',
        'МБОУ № 3',
        'Школьные команды',
        'Муниципальные методисты',
      ],
    ],
    ['nobody named', [], ['Отдел образования']],
  ])('%s', (_name, above, parties) => {
    expect(translateParties(above, own)).toEqual(parties);
  });

  it('leaves other schools out of the plan of a school', () => {
    const above = [
      { raw: 'Руководители ОО', isBelow: false },
      { raw: 'кураторы', isBelow: false },
    ];
    expect(translateParties(above, { level: 'school', name: 'СОШ № 1' })).toEqual(['СОШ № 1', 'кураторы']);
  });
});

describe('how those further below stand', () => {
  const one = { asked: 8, answered: 3, done: 1, late: 1, behind: 2 };
  it.each([
    ['nobody is asked', [], null],
    ['one activity asks', [one], one],
    ['several do', [one, { ...one, done: 4 }], { asked: 16, answered: 6, done: 5, late: 2, behind: 4 }],
  ])('when %s', (_title, parts, expected) => {
    expect(sumBelow(parts)).toEqual(expected);
  });
});
