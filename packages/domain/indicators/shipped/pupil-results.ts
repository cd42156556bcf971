import type { Indicator } from '../indicator.ts';
import { defineIndicators, type Words } from '../define-indicators.ts';
import { total } from './totals.ts';

const self = (number: string): Words => [`показатель ${number}`, `item ${number}`];
const point = (number: number): Words => [`показатель ${number}`, `indicator ${number}`];
const certificates: Words = ['Книга учёта и выдачи аттестатов', 'The book of certificates'];

const selfReport = defineIndicators(
  {
    group: 'results',
    source: [
      'Приказ Минобрнауки России от 10.12.2013 №\u00A01324',
      'Order №\u00A01324 of the Ministry of Education and Science of 10.12.2013',
    ],
    unit: 'share',
    amountOf: 'pupils',
    periods: ['school-year', 'point'],
    from: [
      'Статистический отчёт школы по итогам учебного года',
      'The school’s statistics of the school year',
    ],
    sensitivity: 'small-cells',
    direction: 'growth',
    total: total('D01'),
  },
  [
    {
      code: 'R11',
      name: ['Успевают на «4» и «5» по промежуточной аттестации', 'Pupils with marks «4» and «5» only'],
      periods: ['quarter', 'trimester', 'half-year', 'school-year', 'point'],
      from: [
        'Статистический отчёт школы по итогам четверти и учебного года',
        'The school’s statistics of the quarter and the school year',
      ],
      total: total('D02'),
      reading: [
        'Взяты обучающиеся без 1 классов, где отметок нет. По букве приказа — от общей численности учащихся: тогда доля ниже.',
        'Of pupils without grade 1, which has no marks. By the letter of the order it is of all pupils, which makes the share lower.',
      ],
      item: self('1.5'),
    },
    {
      code: 'R20',
      name: [
        'Не получили аттестат об основном общем образовании',
        'No certificate of basic general education',
      ],
      direction: 'fall',
      total: total('D07'),
      from: certificates,
      item: self('1.14'),
    },
    {
      code: 'R21',
      name: [
        'Не получили аттестат о среднем общем образовании',
        'No certificate of secondary general education',
      ],
      direction: 'fall',
      total: total('D08'),
      from: certificates,
      item: self('1.15'),
    },
    {
      code: 'R22',
      name: ['Аттестат об основном общем образовании с отличием', 'Basic certificate with honours'],
      total: total('D07'),
      from: certificates,
      item: self('1.16'),
    },
    {
      code: 'R23',
      name: ['Аттестат о среднем общем образовании с отличием', 'Secondary certificate with honours'],
      total: total('D08'),
      from: certificates,
      item: self('1.17'),
    },
    {
      code: 'R24',
      name: [
        'Участники олимпиад, смотров, конкурсов',
        'Pupils who took part in olympiads, reviews and contests',
      ],
      counts: [
        'обучающиеся, принявшие участие хотя бы раз; каждый считается однажды',
        'pupils who took part at least once; each counts once',
      ],
      item: self('1.18'),
    },
    {
      code: 'R25',
      name: [
        'Победители и призёры олимпиад, смотров, конкурсов',
        'Winners of olympiads, reviews and contests',
      ],
      reading: [
        'Сумма трёх уровней: ученик считается на высшем из своих уровней. Другое прочтение — на каждом уровне: тогда сумма больше числа учеников.',
        'The sum of three levels: a pupil counts at the highest of theirs. By the other reading a pupil counts at each level, and the sum exceeds the pupils.',
      ],
      item: self('1.19'),
    },
    {
      code: 'R25a',
      name: ['Победители и призёры муниципального уровня', 'Winners at the municipal level'],
      partOf: 'R25',
      item: self('1.19'),
    },
    {
      code: 'R25b',
      name: ['Победители и призёры регионального уровня', 'Winners at the regional level'],
      partOf: 'R25',
      item: self('1.19.1'),
    },
    {
      code: 'R25c',
      name: ['Победители и призёры федерального уровня', 'Winners at the federal level'],
      partOf: 'R25',
      item: self('1.19.2'),
    },
    {
      code: 'R26',
      name: ['Углублённое изучение отдельных предметов', 'Pupils with advanced study of some subjects'],
      item: self('1.20'),
    },
    {
      code: 'R27',
      name: ['Профильное обучение', 'Pupils in profile classes'],
      item: self('1.21'),
    },
  ],
);

const additional = defineIndicators(
  {
    group: 'results',
    source: [
      'Показатели динамики результатов муниципальной программы адресной помощи',
      'Indicators of change of a municipal programme of aid',
    ],
    unit: 'share',
    amountOf: 'pupils',
    periods: ['school-year', 'point'],
    from: [
      'Статистический отчёт школы по итогам учебного года',
      'The school’s statistics of the school year',
    ],
    sensitivity: 'small-cells',
    direction: 'growth',
    total: total('D01'),
  },
  [
    {
      code: 'R28',
      name: ['Осваивают программы дополнительного образования', 'Pupils in additional education'],
      counts: [
        'обучающиеся хотя бы одной программы; каждый считается однажды',
        'pupils of at least one programme; each counts once',
      ],
      item: point(18),
    },
  ],
);

const risk = defineIndicators(
  {
    group: 'results',
    source: [
      'Перечень показателей муниципальной системы работы со ШНОР и ШССУ',
      'Indicators of a municipal system of work with schools of low results',
    ],
    unit: 'share',
    amountOf: 'pupils',
    periods: ['quarter', 'trimester', 'half-year', 'school-year'],
    from: ['Сведения школы', 'What the school reports'],
    sensitivity: 'small-cells',
  },
  [
    {
      code: 'R07',
      name: ['Выявлена группа риска неуспеваемости', 'A group at risk of failing is identified'],
      counts: [
        'школа определила, кто может получить неудовлетворительные результаты',
        'the school named who may fail',
      ],
      unit: 'yes-no',
      amountOf: 'schools',
      sensitivity: 'open',
      direction: 'presence',
      reading: [
        '«Да» — школа провела отбор, даже если в группе никого нет. Сколько учеников в группе — отдельный показатель (D11).',
        '«Yes» means that the school looked, even if it found nobody. The number of pupils is an indicator of its own (D11).',
      ],
      item: point(19),
    },
    {
      code: 'R08',
      name: [
        'Обучающиеся группы риска с индивидуальной или групповой траекторией',
        'Pupils at risk with a route of their own or of a group',
      ],
      total: total('D11'),
      direction: 'growth',
      reading: [
        'Взята доля группы риска. Другое прочтение — да/нет: есть ли траектории; оно следует из числа.',
        'The share of those at risk was taken. The other reading is yes or no: whether there are routes; the number tells it.',
      ],
      item: point(20),
    },
    {
      code: 'R09',
      name: [
        'Пропуски уроков без уважительной причины на обучающегося',
        'Lessons missed without good reason per pupil',
      ],
      counts: ['уроки, пропущенные без уважительной причины', 'lessons missed without good reason'],
      unit: 'ratio',
      amountOf: 'lessons',
      total: total('D01'),
      sensitivity: 'open',
      direction: 'fall',
      from: ['Электронный журнал', 'The electronic journal'],
      reading: [
        'Взято на одного обучающегося, чтобы школы разного размера были сравнимы. В источнике — только количество.',
        'Per pupil, so that schools of different size can be compared. The source asks for the number alone.',
      ],
      item: point(21),
    },
  ],
);

/** Results that schools report themselves. */
export const pupilResults: readonly Indicator[] = [...selfReport, ...additional, ...risk];
