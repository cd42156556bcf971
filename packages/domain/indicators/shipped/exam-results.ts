import type { Indicator } from '../indicator.ts';
import { defineIndicators, type Row, type Shared, type Words } from '../define-indicators.ts';
import { total } from './totals.ts';

const fromExams: Words = ['Региональная информационная система ГИА', 'The regional system of state exams'];
const fromVpr: Words = ['ФИС ОКО', 'The federal system of quality assessment'];
const point = (number: number): Words => [`показатель ${number}`, `indicator ${number}`];
const self = (number: string): Words => [`показатель ${number}`, `item ${number}`];

const municipal: Shared = {
  group: 'results',
  source: [
    'Перечень показателей муниципальной системы работы со ШНОР и ШССУ',
    'Indicators of a municipal system of work with schools of low results',
  ],
  unit: 'change',
  amountOf: 'points',
  periods: ['school-year'],
  from: fromExams,
  direction: 'growth',
};

const meanReading: Words = [
  'Динамика — разность средней отметки с прошлым годом. Другое прочтение — изменение доли отметок «2» в процентных пунктах.',
  'The change of the mean mark against the year before. The other reading is the change of the share of marks «2» in percentage points.',
];
const testReading: Words = [
  'Динамика — разность среднего тестового балла с прошлым годом. Другое прочтение — изменение доли не преодолевших минимум.',
  'The change of the mean test score against the year before. The other reading is the change of the share below the minimum.',
];
const vprReading: Words = [
  'Динамика — изменение доли отметок «4» и «5» с прошлым годом. Другие прочтения — доля отметок «2» и сравнение одних и тех же детей (5 класс с 4 классом прошлого года).',
  'The change of the share of marks «4» and «5» against the year before. Other readings are the share of marks «2» and the same pupils a grade later.',
];

const vprSubjects = [
  { code: 'R05', subject: 'russian', ru: 'русский язык', en: 'Russian', number: 5 },
  { code: 'R06', subject: 'mathematics', ru: 'математика', en: 'mathematics', number: 5 },
] as const;
const gradeLetters = { 4: 'a', 5: 'b', 6: 'c', 7: 'd', 8: 'e' } as const;

function vprRows({ code, subject, ru, en, number }: (typeof vprSubjects)[number]): readonly Row[] {
  const row = (letter: string, path: string, grades: Words): Row => ({
    code: `${code}${letter}`,
    name: [`Динамика ВПР, ${ru}, ${grades[0]}`, `Change of VPR, ${en}, ${grades[1]}`],
    counts: [
      'доля отметок «4» и «5» за год без доли за прошлый год',
      'the share of marks «4» and «5» less that of the year before',
    ],
    formula: `change(share(${path}.good, ${path}.marked))`,
    isDiagnosticOnly: true,
    from: fromVpr,
    reading: vprReading,
    item: point(number),
  });
  return [
    row('', `vpr.${subject}`, ['4–8 классы', 'grades 4–8']),
    ...Object.entries(gradeLetters).map(([grade, letter]) =>
      row(letter, `vpr.grade${grade}.${subject}`, [`${grade} класс`, `grade ${grade}`]),
    ),
  ];
}

const dynamics = defineIndicators(municipal, [
  {
    code: 'R01',
    name: ['Динамика ОГЭ, русский язык', 'Change of OGE, Russian'],
    counts: ['средняя отметка за год без прошлогодней', 'the mean mark less that of the year before'],
    formula: 'change(R12)',
    reading: meanReading,
    item: point(1),
  },
  {
    code: 'R02',
    name: ['Динамика ОГЭ, математика', 'Change of OGE, mathematics'],
    counts: ['средняя отметка за год без прошлогодней', 'the mean mark less that of the year before'],
    formula: 'change(R13)',
    reading: meanReading,
    item: point(1),
  },
  {
    code: 'R03',
    name: ['Динамика ЕГЭ, русский язык', 'Change of EGE, Russian'],
    counts: ['средний балл за год без прошлогоднего', 'the mean score less that of the year before'],
    formula: 'change(R14)',
    reading: testReading,
    item: point(3),
  },
  {
    code: 'R04',
    name: ['Динамика ЕГЭ, математика профильная', 'Change of EGE, advanced mathematics'],
    counts: ['средний балл за год без прошлогоднего', 'the mean score less that of the year before'],
    formula: 'change(R15)',
    reading: testReading,
    item: point(3),
  },
  {
    code: 'R04a',
    name: ['Динамика ЕГЭ, математика базовая', 'Change of EGE, basic mathematics'],
    counts: ['средняя отметка за год без прошлогодней', 'the mean mark less that of the year before'],
    formula: 'change(R15a)',
    reading: meanReading,
    item: point(3),
  },
  ...vprSubjects.flatMap(vprRows),
]);

const selfReport: Shared = {
  group: 'results',
  source: [
    'Приказ Минобрнауки России от 10.12.2013 №\u00A01324',
    'Order №\u00A01324 of the Ministry of Education and Science of 10.12.2013',
  ],
  unit: 'score',
  amountOf: 'points',
  periods: ['school-year', 'exam-wave', 'point'],
  from: ['Обработка данных регионального центра', 'Data of the regional centre'],
  direction: 'growth',
};

const scored: Words = ['участники экзамена с результатом', 'those who took the exam and have a result'];
const marked: Words = ['участники экзамена с отметкой', 'those who took the exam and have a mark'];

const means = defineIndicators({ ...selfReport, sensitivity: 'small-cells' }, [
  {
    code: 'R12',
    name: ['Средний балл ГИА-9, русский язык', 'Mean mark of GIA-9, Russian'],
    counts: ['средняя отметка по пятибалльной шкале', 'the mean mark of the five-mark scale'],
    of: marked,
    totalOf: 'pupils',
    formula: 'mean(oge.russian.markSum, oge.russian.marked)',
    item: self('1.6'),
  },
  {
    code: 'R13',
    name: ['Средний балл ГИА-9, математика', 'Mean mark of GIA-9, mathematics'],
    counts: ['средняя отметка по пятибалльной шкале', 'the mean mark of the five-mark scale'],
    of: marked,
    totalOf: 'pupils',
    formula: 'mean(oge.mathematics.markSum, oge.mathematics.marked)',
    item: self('1.7'),
  },
  {
    code: 'R14',
    name: ['Средний балл ЕГЭ, русский язык', 'Mean score of EGE, Russian'],
    counts: ['средний тестовый балл', 'the mean test score'],
    of: scored,
    totalOf: 'pupils',
    formula: 'mean(ege.russian.scoreSum, ege.russian.scored)',
    item: self('1.8'),
  },
  {
    code: 'R15',
    name: ['Средний балл ЕГЭ, математика профильная', 'Mean score of EGE, advanced mathematics'],
    counts: ['средний тестовый балл', 'the mean test score'],
    of: scored,
    totalOf: 'pupils',
    formula: 'mean(ege.mathematicsAdvanced.scoreSum, ege.mathematicsAdvanced.scored)',
    reading: [
      'Взят профильный уровень. Базовый оценивается отметкой и считается отдельно (R15a): в одно среднее они не складываются.',
      'The advanced level was taken. The basic level is marked and reckoned apart (R15a): the two have no common mean.',
    ],
    item: self('1.9'),
  },
  {
    code: 'R15a',
    name: ['Средняя отметка ЕГЭ, математика базовая', 'Mean mark of EGE, basic mathematics'],
    counts: ['средняя отметка по пятибалльной шкале', 'the mean mark of the five-mark scale'],
    of: marked,
    totalOf: 'pupils',
    formula: 'mean(ege.mathematicsBasic.markSum, ege.mathematicsBasic.marked)',
    item: self('1.9'),
  },
]);

const graduateReading: Words = [
  'В источнике — от всех выпускников; из учёта экзаменов считается от участников: кто не сдавал этот экзамен, в нём не виден.',
  'The source says of all leavers; by the register of exams it is of those who took the exam: it does not see others.',
];

const below = defineIndicators(
  { ...selfReport, unit: 'share', amountOf: 'pupils', direction: 'fall', sensitivity: 'small-cells' },
  [
    {
      code: 'R16',
      name: ['«2» на ГИА-9 по русскому языку', 'Mark «2» at GIA-9, Russian'],
      total: total('D07'),
      formula: 'share(oge.russian.below, oge.russian.participants)',
      reading: graduateReading,
      item: self('1.10'),
    },
    {
      code: 'R17',
      name: ['«2» на ГИА-9 по математике', 'Mark «2» at GIA-9, mathematics'],
      total: total('D07'),
      formula: 'share(oge.mathematics.below, oge.mathematics.participants)',
      reading: graduateReading,
      item: self('1.11'),
    },
    {
      code: 'R18',
      name: ['Ниже минимума ЕГЭ по русскому языку', 'Below the minimum of EGE, Russian'],
      total: total('D08'),
      formula: 'share(ege.russian.below, ege.russian.participants)',
      reading: graduateReading,
      item: self('1.12'),
    },
    {
      code: 'R19',
      name: ['Ниже минимума ЕГЭ по математике', 'Below the minimum of EGE, mathematics'],
      total: total('D08'),
      formula: 'share(ege.mathematics.below, ege.mathematics.participants)',
      reading: [
        'Базовый и профильный уровни вместе: выпускник сдаёт один из них. Считается от участников, а не от всех выпускников.',
        'Both levels together: a leaver takes one of them. Of those who took the exam, not of all leavers.',
      ],
      item: self('1.13'),
    },
  ],
);

const bothSubjects: Words = [
  'Ученик считается по разу на каждый предмет: русский язык и математику. Другое прочтение — по всем предметам.',
  'A pupil counts once for each of two subjects, Russian and mathematics. The other reading is all subjects.',
];
const compared: Words = [
  'результаты, рядом с которыми есть годовая отметка',
  'results with an annual mark beside them',
];

const objectivity = defineIndicators(
  { ...municipal, group: 'objectivity', unit: 'share', amountOf: 'pupils', sensitivity: 'small-cells' },
  [
    {
      code: 'O01',
      name: ['Соответствие ОГЭ годовым отметкам', 'OGE marks that agree with annual marks'],
      counts: ['результаты ОГЭ, равные годовой отметке', 'OGE marks equal to the annual mark'],
      of: compared,
      formula:
        'share(sum(oge.russian.confirmed, oge.mathematics.confirmed), sum(oge.russian.compared, oge.mathematics.compared))',
      reading: bothSubjects,
      item: point(2),
    },
    {
      code: 'O02',
      name: ['Соответствие ЕГЭ годовым отметкам', 'EGE results that agree with annual marks'],
      counts: ['результаты ЕГЭ, равные годовой отметке', 'EGE results equal to the annual mark'],
      of: compared,
      formula: 'share(ege.russian.confirmed, ege.russian.compared)',
      reading: [
        'Официальной шкалы перевода баллов ЕГЭ в отметки нет: считается там, где регион принял свою. Взят русский язык, который сдают все.',
        'There is no official scale from EGE scores to marks: it is reckoned where the region agreed on one. Russian was taken, which all sit.',
      ],
      item: point(4),
    },
    {
      code: 'O03',
      name: ['Соответствие ВПР отметкам журнала', 'VPR marks that agree with the journal'],
      counts: ['работы, подтвердившие отметку журнала', 'works that confirm the mark of the journal'],
      of: compared,
      formula:
        'share(sum(vpr.russian.confirmed, vpr.mathematics.confirmed), sum(vpr.russian.compared, vpr.mathematics.compared))',
      isDiagnosticOnly: true,
      from: fromVpr,
      reading: bothSubjects,
      item: point(6),
    },
  ],
);

/** Results of exams and of diagnostic works; where no register knows them a school is asked. */
export const examResults: readonly Indicator[] = [...dynamics, ...means, ...below, ...objectivity];
