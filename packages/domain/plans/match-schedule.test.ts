import { describe, expect, it } from 'vitest';
import { federalCalendar } from '../basics/production-calendar.ts';
import { awaitedEvents, type AwaitedInstance, type AwaitedRow, termOfEvent } from './awaited-row.ts';
import { matchSchedule } from './match-schedule.ts';
import { answersOf, datingChanges, datingCounts, datingsOf } from './plan-dating.ts';
import { readDeadline } from './read-deadline.ts';
import type { ScheduleEvent } from './schedule-event.ts';
import { schoolsNamed, schoolWordsOf } from './schools-named.ts';

const context = {
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  schoolYearStart: null,
  actDate: '2026-02-01',
  schoolTerms: [],
};
const instance = (id: string, changes: Partial<AwaitedInstance> = {}): AwaitedInstance => ({
  id,
  schoolId: null,
  schoolName: null,
  startsOn: null,
  dueOn: null,
  state: 'planned',
  version: 1,
  ...changes,
});
const row = (no: string, title: string, changes: Partial<AwaitedRow> = {}): AwaitedRow => ({
  activityId: no,
  no,
  title,
  deadline: readDeadline('По графику ВГАПО', context),
  instances: [instance(`i${no}`)],
  ...changes,
});
const event = (title: string, changes: Partial<ScheduleEvent> = {}): ScheduleEvent => ({
  key: title,
  title,
  no: null,
  about: '',
  startsOn: '2026-03-12',
  endsOn: '2026-03-12',
  doubts: [],
  ...changes,
});

const rows = [
  row('1.1', 'Проведение семинара для директоров школ по управлению качеством образования'),
  row('1.2', 'Проведение семинара для учителей математики по подготовке к ВПР'),
  row('2.4', 'Стажировка управленческих команд на базе школ-лидеров'),
  row('3.1', 'Индивидуальные консультации школьных команд', {
    instances: [
      instance('s1', { schoolId: 'a', schoolName: 'МБОУ СОШ № 1' }),
      instance('s3', { schoolId: 'b', schoolName: 'МКОУ Заречная СОШ' }),
    ],
  }),
];
const matchOf = (one: ScheduleEvent) => {
  const match = matchSchedule([one], rows).get(one.key);
  return match === null || match === undefined
    ? null
    : [match.answer.activityId, match.isTaken, ...match.doubts].join(' ');
};

describe('an event answers the row', () => {
  it.each<[ScheduleEvent, string | null]>([
    [event('Семинар для директоров школ «Управление качеством образования»'), '1.1 true'],
    [event('Семинар по подготовке к ВПР для учителей математики'), '1.2 true'],
    [event('Стажировка управленческих команд'), '2.4 true words-alike'],
    [event('Семинар', { no: '1.2' }), '1.2 false number-only'],
    [event('Семинар учителей математики', { no: '1.2.' }), '1.2 true words-alike'],
    [event('Совещание бухгалтеров'), null],
    [event(''), null],
  ])('$title', (one, match) => {
    expect(matchOf(one)).toBe(match);
  });

  it('twice alike is left to the person', () => {
    const twins = [row('1', 'Семинар для директоров'), row('2', 'Семинар для директоров')];
    const one = event('Семинар для директоров');
    expect(matchSchedule([one], twins).get(one.key)).toMatchObject({
      isTaken: false,
      doubts: ['several-rows'],
    });
  });
  it('for the schools that it names, or for all with a doubt', () => {
    const one = event('Индивидуальные консультации школьных команд', { about: 'Заречная школа' });
    const all = event('Индивидуальные консультации команд школьных');
    const matches = matchSchedule([one, all], rows);
    expect(matches.get(one.key)).toMatchObject({ answer: { schoolIds: ['b'] }, doubts: [] });
    expect(matches.get(all.key)).toMatchObject({ answer: { schoolIds: null }, doubts: ['all-schools'] });
  });
});

describe('a text names schools', () => {
  const schools = schoolWordsOf([
    { id: 'n1', name: 'МБОУ СОШ № 1 г. Лугового' },
    { id: 'n5', name: 'МБОУ СОШ № 5' },
    { id: 'm1', name: 'МБОУ Каменская СОШ № 1' },
    { id: 'z', name: 'МКОУ Заречная ООШ' },
    { id: 'l', name: 'МКОУ Лесная СОШ имени Гагарина' },
  ]);
  it.each([
    ['на базе СОШ № 5', ['n5']],
    ['школы № 1, 5', ['n1', 'n5', 'm1']],
    ['Каменская СОШ №1', ['m1']],
    ['Заречной школы', ['z']],
    ['Лесная СОШ имени Гагарина и СОШ 5', ['n5', 'l']],
    ['5 марта, каб. 1', []],
    ['на базе МБОУ № 5', ['n5']],
    ['№ 5', ['n5']],
    ['Участники: МБОУ «СОШ № 5», МКОУ «Заречная ООШ»', ['n5', 'z']],
    ['общеобразовательные организации: № 5 и № 7', ['n5']],
    ['Школа имени А. С. Пушкина № 5.', ['n5']],
    ['в школе, каб. № 5', []],
    ['в школах района (кабинет № 5)', []],
    ['по приказу № 5', []],
    ['№ 5 от 12.03.2026', []],
    ['детский сад № 5', []],
    ['для школ 5.03.2026', []],
    ['в школах 5 марта, для 5–9 классов', []],
    ['СОШ № 5, 1 марта', ['n5']],
    ['школы № 5, 5 человек от школы', ['n5']],
    ['все школы', []],
  ])('%s', (text, ids) => {
    expect(schoolsNamed(text, schools)).toEqual(ids);
  });

  it.each(['Лесная', 'Лесную', 'Лесной', 'в Лесных Ключах', 'Лесные Ключи'])('in any case: %s', (text) => {
    const known = schoolWordsOf([
      { id: 'l', name: text.includes('Ключ') ? 'МКОУ СОШ с. Лесные Ключи' : 'МКОУ Лесная СОШ' },
      { id: 'z', name: 'МКОУ Заречная ООШ' },
    ]);
    expect(schoolsNamed(text, known)).toEqual(['l']);
  });
});

describe('dates', () => {
  const give = (events: ScheduleEvent[], known = rows, chosen = {}) => {
    const answered = answersOf(events, matchSchedule(events, known), chosen);
    return { answered, datings: datingsOf(answered, known) };
  };
  const first = event('Семинар по подготовке к ВПР для учителей математики');
  const second = { ...first, key: 'second', startsOn: '2026-04-16', endsOn: '2026-04-17' };

  it('run from the first event that answers a row to the last, in whatever order they stand', () => {
    for (const events of [
      [first, second],
      [second, first],
    ]) {
      expect(give(events).datings).toMatchObject([{ startsOn: '2026-03-12', dueOn: '2026-04-17' }]);
    }
  });

  it('brought a second time change nothing', () => {
    const { answered, datings } = give([first, second]);
    expect(datingCounts(answered, datings)).toEqual({ events: 2, dated: 1, changed: 0, kept: 0 });
    const after = rows.map((each) => ({
      ...each,
      instances: each.instances.map((known) => {
        const dating = datings.find(({ before }) => before.id === known.id);
        return dating === undefined ? known : { ...known, startsOn: dating.startsOn, dueOn: dating.dueOn };
      }),
    }));
    expect(datingChanges(give([first, second], after).datings)).toEqual([]);
    const moved = { ...first, startsOn: '2026-05-14', endsOn: '2026-05-14' };
    expect(matchSchedule([moved], after).get(first.key)).toMatchObject({
      isTaken: false,
      doubts: ['other-date'],
    });
  });

  it('are those of the row that a person chose, and of none where she cleared', () => {
    const chosen = { [first.key]: { activityId: '2.4', schoolIds: null }, second: null };
    expect(give([first, second], rows, chosen).datings).toMatchObject([
      { before: { id: 'i2.4' }, dueOn: '2026-03-12' },
    ]);
  });
});

describe('an event opens a term', () => {
  it.each<[string, string | null, string | null]>([
    ['В течение 10 дней после проведения мониторинга', '2026-03-06', '2026-03-16'],
    ['В течение 3 рабочих дней после получения результатов', '2026-03-06', '2026-03-12'],
    ['за 3 дня до начала семинара', null, '2026-03-03'],
    ['До проведения ГИА', null, '2026-03-05'],
    ['в день получения', '2026-03-06', '2026-03-06'],
    ['По итогам мониторинга', '2026-03-06', null],
  ])('%s', (phrase, startsOn, dueOn) => {
    const { event: named } = readDeadline(phrase, context);
    expect(termOfEvent(named!, '2026-03-06', federalCalendar)).toEqual({ startsOn, dueOn });
  });

  it('in all rows that wait for the same one', () => {
    const waiting = [
      'По итогам мониторинга качества',
      'В течение 10 дней после проведения мониторинга качества',
      'После завершения',
      'По графику ИРО',
    ];
    const groups = awaitedEvents(
      waiting.map((raw, at) => row(String(at), '', { deadline: readDeadline(raw, context) })),
    );
    expect(groups.map((group) => group.rows.map(({ no }) => no))).toEqual([['0', '1'], ['2']]);
  });
});
