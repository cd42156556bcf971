import type { Indicator } from '../indicator.ts';
import { defineIndicators, pickIndicator, type Words } from '../define-indicators.ts';
import { staffSelfReport } from './staff-self-report.ts';
import { total } from './totals.ts';

const point = (number: number): Words => [`показатель ${number}`, `indicator ${number}`];

const municipal = {
  group: 'staff',
  source: [
    'Перечень показателей муниципальной системы работы со ШНОР и ШССУ',
    'Indicators of a municipal system of work with schools of low results',
  ],
  unit: 'share',
  amountOf: 'people',
  periods: ['school-year', 'calendar-year', 'point'],
  from: ['Сведения школы', 'What the school reports'],
  direction: 'growth',
} as const;

const identified = defineIndicators(municipal, [
  {
    code: 'S01',
    name: ['Педагоги с низкими результатами обучения', 'Teachers whose pupils have low results'],
    counts: [
      'педагоги, которых школа выявила по результатам обучения',
      'teachers the school identified by results',
    ],
    unit: 'count',
    direction: 'fall',
    reading: [
      'Взято число выявленных. Другое прочтение — да/нет: велась ли такая работа.',
      'The number of those identified. The other reading is yes or no: whether the school looked.',
    ],
    item: point(7),
  },
]);
const identifiedTeachers = pickIndicator(identified, 'S01');

const competence = defineIndicators(municipal, [
  {
    code: 'S02',
    name: [
      'Прошли диагностику профессиональных дефицитов из выявленных',
      'Diagnosed for professional deficits, of those identified',
    ],
    total: identifiedTeachers,
    reading: [
      'В источнике два знаменателя сразу: «из выявленных … от общего числа педагогов». Здесь — от выявленных, S02a — от всех.',
      'The source names two denominators at once. Here it is of those identified, S02a is of all.',
    ],
    item: point(8),
  },
  {
    code: 'S02a',
    name: [
      'Прошли диагностику профессиональных дефицитов от всех педагогов',
      'Diagnosed for professional deficits, of all teaching staff',
    ],
    total: total('D04'),
    reading: [
      'В источнике два знаменателя сразу. Здесь — от всех педагогических работников, S02 — от выявленных.',
      'The source names two denominators at once. Here it is of all teaching staff, S02 is of those identified.',
    ],
    item: point(8),
  },
  {
    code: 'S03',
    name: ['Положительная динамика профессиональных компетенций', 'Growth of professional competence'],
    counts: [
      'педагоги, у которых вторая диагностика лучше первой',
      'teachers whose second diagnosis is better than the first',
    ],
    total: total('D10'),
    reading: [
      'От прошедших диагностику дважды: у остальных динамики нет. Другое прочтение — от всех диагностированных.',
      'Of those diagnosed twice: others have no change. The other reading is of all diagnosed.',
    ],
    item: point(9),
  },
  {
    code: 'S04',
    name: ['Есть система наставничества', 'There is mentoring'],
    unit: 'yes-no',
    amountOf: 'schools',
    direction: 'presence',
    item: point(10),
  },
  {
    code: 'S05',
    name: [
      'Педагоги с низкими результатами, охваченные наставничеством',
      'Teachers with low results who are mentored',
    ],
    total: identifiedTeachers,
    item: point(11),
  },
  {
    code: 'S06',
    name: ['Доля молодых педагогов', 'Share of young teachers'],
    counts: ['молодые педагоги: стаж до 3 лет', 'young teachers: up to 3 years of service'],
    total: total('D04'),
    formula: 'share(D09, D04)',
    direction: 'context',
    reading: [
      'Молодые — со стажем до 3 лет (D09). Другое прочтение — возраст до 35 лет.',
      'Young means up to 3 years of service (D09). The other reading is an age of up to 35.',
    ],
    item: point(12),
  },
  {
    code: 'S07',
    name: ['Молодые педагоги, охваченные наставничеством', 'Young teachers who are mentored'],
    total: total('D09'),
    item: point(13),
  },
  {
    code: 'S08',
    name: [
      'Переподготовка и повышение квалификации по вопросам качества образования',
      'Training in questions of the quality of education',
    ],
    counts: [
      'педагогические работники, прошедшие переподготовку или повышение квалификации по вопросам качества образования',
      'teaching staff trained in questions of the quality of education',
    ],
    total: total('D04'),
    item: point(14),
  },
  {
    code: 'S09',
    name: ['Педагоги в сетевых сообществах и методических объединениях', 'Teachers in networks'],
    total: total('D04'),
    item: point(15),
  },
  {
    code: 'S10',
    name: [
      'Методические объединения и профессиональные сообщества школы',
      'Professional groups of the school',
    ],
    unit: 'count',
    amountOf: 'items',
    item: point(16),
  },
  {
    code: 'S11',
    name: ['Педагоги, охваченные внутришкольным контролем', 'Teachers under the school’s own control'],
    total: total('D04'),
    item: point(17),
  },
  {
    code: 'S12',
    name: ['Уроки, посещённые администрацией', 'Lessons visited by the management'],
    unit: 'count',
    amountOf: 'lessons',
    periods: ['quarter', 'trimester', 'half-year', 'school-year'],
    item: point(18),
  },
  {
    code: 'S12a',
    name: ['Уроки, посещённые администрацией, на одного учителя', 'Lessons visited per teacher'],
    counts: ['уроки, посещённые администрацией', 'lessons visited by the management'],
    unit: 'ratio',
    amountOf: 'lessons',
    total: total('D03'),
    periods: ['quarter', 'trimester', 'half-year', 'school-year'],
    formula: 'ratio(S12, D03)',
    reading: [
      'Производный от S12: в источнике — только количество. На учителя школы разного размера сравнимы.',
      'Derived from S12: the source asks for the number alone. Per teacher, schools of different size can be compared.',
    ],
    item: point(18),
  },
]);

export const staff: readonly Indicator[] = [...identified, ...competence, ...staffSelfReport];
