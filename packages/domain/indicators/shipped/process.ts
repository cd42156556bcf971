import type { Indicator } from '../indicator.ts';
import { defineIndicators, type Row, type Shared, type Words } from '../define-indicators.ts';
import { total } from './totals.ts';

const row = (number: string): Words => [`строка ${number}`, `row ${number}`];

const roadMap: Shared = {
  group: 'process',
  source: [
    'Дорожная карта муниципального проекта поддержки ШНОР',
    'Road map of a municipal project of support',
  ],
  unit: 'share',
  amountOf: 'schools',
  periods: ['school-year', 'calendar-year', 'quarter', 'point'],
  from: ['Реестр исполнения планов', 'The register of plans'],
  direction: 'growth',
  total: total('D17'),
};

/** A share of schools that the register of plans knows by the code of the indicator. */
function ofPlans(code: string, name: Words, item: string, reading?: Words): Row {
  return {
    code,
    name,
    formula: `share(plan.${code}.done, plan.${code}.asked)`,
    item: row(item),
    ...(reading === undefined ? {} : { reading }),
  };
}

const allSchools: Words = [
  'Взяты школы проекта. Другое прочтение — все школы территории: в источнике написано «доля школ».',
  'Of the project’s schools. The other reading is all schools of the territory: the source says «share of schools».',
];
const events: readonly (readonly [code: string, item: string])[] = [
  ['P20', '15'],
  ['P21', '17'],
  ['P22', '18'],
  ['P23', '19'],
];

const schools = defineIndicators(roadMap, [
  ofPlans(
    'P01',
    [
      'Школы с назначенными школой-куратором и муниципальным куратором',
      'Schools with a curator school and a municipal curator',
    ],
    '1',
  ),
  ofPlans('P02', ['Школы, заключившие соглашения о сотрудничестве', 'Schools that signed an agreement'], '2'),
  ofPlans('P03', ['Школы на установочном вебинаре', 'Schools at the opening webinar'], '3'),
  ofPlans('P05', ['Школы, посещённые кураторами', 'Schools visited by curators'], '5'),
  ofPlans('P06', ['Школы, составившие рисковый профиль', 'Schools with a risk profile'], '6'),
  ofPlans(
    'P07',
    ['Школы, разработавшие среднесрочную программу развития', 'Schools with a mid-term programme'],
    '7',
  ),
  ofPlans('P08', ['Школы, разработавшие карты действий', 'Schools with a map of actions'], '8'),
  ofPlans('P17', ['Управленческие команды, прошедшие обучение', 'Management teams trained'], '13', [
    'В школе одна команда: считаются школы.',
    'A school has one team: schools are counted.',
  ]),
  ofPlans(
    'P18',
    ['Управленческие команды, прошедшие стажировку', 'Management teams with an internship'],
    '14а',
    ['В школе одна команда: считаются школы.', 'A school has one team: schools are counted.'],
  ),
  ofPlans(
    'P19',
    ['Школы на едином методическом дне', 'Schools at the common methodical day'],
    '14б',
    allSchools,
  ),
  ...events.map(([code, item]) =>
    ofPlans(
      code,
      [
        `Школы на коммуникационной площадке, строка ${item} дорожной карты`,
        `Schools at the exchange of row ${item} of the road map`,
      ],
      item,
      item === '15'
        ? [
            'Для строки 16, где показателя нет, берётся этот же. Взяты школы проекта; другое прочтение — все школы территории.',
            'Row 16, which has no indicator, uses this one. Of the project’s schools; the other reading is all schools of the territory.',
          ]
        : allSchools,
    ),
  ),
  ofPlans(
    'P24',
    ['Школы на фестивале успешных практик', 'Schools at the festival of good practice'],
    '20',
    allSchools,
  ),
  ofPlans('P25', ['Школы, включённые в региональные проекты', 'Schools in regional projects'], '21'),
  ofPlans(
    'P26',
    ['Школы — участницы конкурсов и грантов', 'Schools in contests and grants'],
    '22',
    allSchools,
  ),
  ofPlans(
    'P27',
    ['Школы — участницы регионального мониторинга', 'Schools in the regional monitoring'],
    '23',
    allSchools,
  ),
  ofPlans('P28', ['Школы на подведении итогов проекта', 'Schools at the project’s closing'], '24'),
]);

const growthReading: Words = [
  'Рост каждый год, а не между первым и последним: средняя отметка ОГЭ по русскому языку и математике вместе выше прошлогодней три года подряд. Другие прочтения — по ЕГЭ или по доле «2».',
  'Growth in every year, not between the first and the last: the mean mark of OGE in Russian and mathematics above the last year’s three years running. Other readings are by EGE or by the share of «2».',
];

const results = defineIndicators({ ...roadMap, group: 'results' }, [
  {
    code: 'R10',
    name: ['Школы с ежегодной положительной динамикой результатов', 'Schools whose results grew every year'],
    counts: [
      'школы, чей средний результат рос каждый из трёх лет',
      'schools whose mean result grew in each of three years',
    ],
    formula:
      'schools(growth(mean(sum(oge.russian.markSum, oge.mathematics.markSum), sum(oge.russian.marked, oge.mathematics.marked)), 3))',
    periods: ['school-year'],
    from: ['Региональная информационная система ГИА', 'The regional system of state exams'],
    reading: growthReading,
    item: row('25'),
  },
]);

const shared: Shared = {
  ...roadMap,
  amountOf: 'people',
  from: ['Сведения школы', 'What the school reports'],
};
const people = defineIndicators(shared, [
  {
    code: 'P04',
    name: ['Кураторы, принявшие участие в консультациях', 'Curators at consultations'],
    total: total('D18'),
    levels: ['municipality'],
    from: ['Журнал консультаций', 'The journal of consultations'],
    item: row('4'),
  },
  {
    code: 'P09',
    name: ['Подана заявка на стратегическую сессию', 'An application for the strategic session was made'],
    unit: 'yes-no',
    amountOf: 'items',
    levels: ['municipality'],
    direction: 'presence',
    from: ['Реестр заявок', 'The register of applications'],
    item: row('9'),
  },
  {
    code: 'P10',
    name: ['Управленцы, прошедшие диагностику', 'Managers diagnosed'],
    total: total('D12'),
    formula: 'share(D13, D12)',
    item: row('10'),
  },
  {
    code: 'P11',
    name: ['Педагоги, прошедшие диагностику', 'Teachers diagnosed'],
    total: total('D04'),
    formula: 'share(D14, D04)',
    item: row('10'),
  },
  {
    code: 'P12',
    name: ['Управленцы с положительной динамикой', 'Managers with growth'],
    counts: ['управленцы, у которых дефицитов стало меньше', 'managers with fewer deficits than before'],
    total: total('D13'),
    reading: [
      'От прошедших диагностику. Другое прочтение — от всех управленцев школ проекта.',
      'Of those diagnosed. The other reading is of all managers of the project’s schools.',
    ],
    item: row('10'),
  },
  {
    code: 'P13',
    name: ['Педагоги с положительной динамикой', 'Teachers with growth'],
    counts: ['педагоги, у которых дефицитов стало меньше', 'teachers with fewer deficits than before'],
    total: total('D14'),
    reading: [
      'От прошедших диагностику. Другое прочтение — от всех педагогов школ проекта.',
      'Of those diagnosed. The other reading is of all teachers of the project’s schools.',
    ],
    item: row('10'),
  },
  {
    code: 'P14',
    name: [
      'Управленцы, реализовавшие индивидуальный образовательный маршрут',
      'Managers who finished their training route',
    ],
    total: total('D15'),
    reading: [
      'От управленцев, у которых маршрут есть. Другое прочтение — от прошедших диагностику.',
      'Of managers who have a route. The other reading is of those diagnosed.',
    ],
    item: row('11'),
  },
  {
    code: 'P15',
    name: [
      'Педагоги, реализовавшие индивидуальный образовательный маршрут',
      'Teachers who finished their training route',
    ],
    total: total('D16'),
    reading: [
      'От педагогов, у которых маршрут есть. Другое прочтение — от прошедших диагностику.',
      'Of teachers who have a route. The other reading is of those diagnosed.',
    ],
    item: row('11'),
  },
  {
    code: 'P16',
    name: ['Муниципальные координаторы, прошедшие курсы', 'Municipal coordinators trained'],
    total: total('D19'),
    levels: ['municipality'],
    from: ['Удостоверения о повышении квалификации', 'Certificates of training'],
    item: row('12'),
  },
]);

/** How the road map of a project is carried out. */
export const processIndicators: readonly Indicator[] = [...schools, ...people, ...results];
