import { describe, expect, it } from 'vitest';
import { askAboutLikeness, type ComparedPlan } from './plan-likeness.ts';

const copied = [
  'Провести семинар для школьных команд по разработке антирисковых программ',
  'Организовать наставничество молодых педагогов в школах с низкими результатами',
  'Заключить соглашения о сотрудничестве со школами-лидерами района',
  'Провести анализ результатов всероссийских проверочных работ по предметам',
  'Разместить программы развития на официальных сайтах школ',
  'Обсудить ход реализации проекта на совещании руководителей школ',
];
const own = [
  'Открыть педагогический класс при районной библиотеке осенью',
  'Пригласить методистов института на неделю математики в марте',
  'Обновить оборудование кабинетов физики двух сельских школ',
  'Собрать родительские клубы по средам в каждом селе',
  'Подготовить сборник лучших уроков русского языка района',
  'Создать выездную лабораторию по химии для малых школ',
];

const plan = (id: string, scope: string, titles: readonly string[]): ComparedPlan => ({
  id,
  title: `План ${id}`,
  ownerUnitId: `owner ${id}`,
  ownerName: `Отдел ${id}`,
  scope,
  rows: titles.map((title, at) => ({ no: String(at + 1), title })),
});
const north = plan('north', 'region.north', copied);

describe('plans of two municipalities', () => {
  it.each<[string, readonly string[], number]>([
    ['with the same rows', copied, 2],
    [
      'with the same rows in another order, case and marks',
      copied.toReversed().map((row) => `${row.toUpperCase()}.`),
      2,
    ],
    ['with rows of their own', own, 0],
    ['with half of the rows in common', [...copied.slice(0, 3), ...own.slice(0, 3)], 0],
    ['with five of six', [...copied.slice(0, 5), own[0] ?? ''], 2],
    ['of which the shorter has four rows', copied.slice(0, 4), 0],
    ['with rows too short to say anything', copied.map(() => 'Провести совещание'), 0],
  ])('%s', (_title, rows, count) => {
    expect(askAboutLikeness(north, [plan('south', 'region.south', rows)])).toHaveLength(count);
  });

  it('are asked about where both are seen, each with its own numbers of rows', () => {
    const south = plan('south', 'region.south', [
      'Открыть педагогический класс при районной библиотеке',
      ...copied,
    ]);
    const [first, second] = askAboutLikeness(north, [south]);
    expect([first?.scope, second?.scope]).toEqual(['region', 'region']);
    expect(first?.facts).toMatchObject({ n: 6, total: 6, otherOwner: 'Отдел south' });
    expect(second?.facts).toMatchObject({ n: 6, total: 7, otherOwner: 'Отдел north' });
    expect(first?.facts).toMatchObject({ rows: [{ no: '1', otherNo: '2' }, {}, {}, {}, {}, {}] });
  });

  it('are not asked about when both were drafted from the plan above them', () => {
    const region = plan('region', 'region', copied);
    expect(askAboutLikeness(north, [region, plan('south', 'region.south', copied)])).toEqual([]);
  });
});

it('a plan is not asked about beside the one above it, nor beside its owner’s last one', () => {
  const last = { ...plan('last', 'region.north', copied), ownerUnitId: north.ownerUnitId };
  expect(askAboutLikeness(north, [plan('region', 'region', copied), last])).toEqual([]);
});

it('two owners of one territory are asked about there', () => {
  const [asked] = askAboutLikeness(north, [plan('institute', 'region.north', copied)]);
  expect(asked?.scope).toBe('region.north');
});
