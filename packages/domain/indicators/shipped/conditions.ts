import type { Indicator } from '../indicator.ts';
import { defineIndicators, pickIndicator, type Words } from '../define-indicators.ts';
import { total } from './totals.ts';

const self = (number: string): Words => [`показатель ${number}`, `item ${number}`];
const presence = { unit: 'yes-no', amountOf: 'schools', direction: 'presence' } as const;

/** Rows that the order of self-assessment does not have. */
const ofProgramme = {
  source: [
    'Показатели условий муниципальной программы адресной помощи',
    'Indicators of conditions of a municipal programme of targeted help',
  ],
  item: null,
} as const;

const conditions = defineIndicators(
  {
    group: 'conditions',
    source: [
      'Приказ Минобрнауки России от 10.12.2013 №\u00A01324',
      'Order №\u00A01324 of the Ministry of Education and Science of 10.12.2013',
    ],
    unit: 'ratio',
    amountOf: 'items',
    periods: ['school-year', 'point'],
    from: [
      'Статистический отчёт школы по итогам учебного года',
      'The school’s statistics of the school year',
    ],
    direction: 'growth',
    total: total('D01'),
  },
  [
    {
      code: 'M01',
      name: ['Компьютеров на одного обучающегося', 'Computers per pupil'],
      counts: ['компьютеры школы', 'computers of the school'],
      item: self('2.1'),
    },
    {
      ...presence,
      code: 'M02',
      name: ['Учебные кабинеты оснащены по требованиям', 'Classrooms are equipped as required'],
      counts: [
        'оснащённость по ФГОС, федеральным или региональным требованиям',
        'equipment by the federal standards or regional requirements',
      ],
      ...ofProgramme,
    },
    {
      ...presence,
      code: 'M03',
      name: ['Есть читальный зал библиотеки', 'The library has a reading room'],
      item: self('2.4'),
    },
    ...readingRoom(),
    {
      code: 'M04',
      name: ['Широкополосный интернет не менее 2 Мб/с', 'Broadband of at least 2 Mbit/s'],
      counts: [
        'обучающиеся, которые могут пользоваться широкополосным интернетом',
        'pupils who can use broadband',
      ],
      unit: 'share',
      amountOf: 'pupils',
      item: self('2.5'),
    },
    {
      code: 'M05',
      name: ['Площадь помещений на одного обучающегося', 'Floor space per pupil'],
      counts: [
        'площадь помещений, где ведётся образовательная деятельность, м²',
        'floor space of rooms where teaching is done, m²',
      ],
      amountOf: 'square-metres',
      item: self('2.6'),
    },
    {
      code: 'M06',
      name: ['Экземпляров учебной литературы на одного обучающегося', 'Copies of textbooks per pupil'],
      counts: [
        'экземпляры учебной и учебно-методической литературы на учёте библиотеки',
        'copies of teaching literature held by the library',
      ],
      item: self('2.2'),
    },
    {
      ...presence,
      code: 'M07',
      name: ['Учебники соответствуют федеральному перечню', 'Textbooks are of the federal list'],
      ...ofProgramme,
    },
    {
      ...presence,
      code: 'M08',
      name: [
        'Сайт соответствует статье 29 закона №\u00A0273-ФЗ',
        'The site meets article 29 of law №\u00A0273-FZ',
      ],
      ...ofProgramme,
    },
  ],
);

function readingRoom() {
  const parts = [
    ['M03a', 'больше 20 мест', 'more than 20 seats', '2.4'],
    ['M03b', 'стационарные или переносные компьютеры', 'computers to work at', '2.4.1'],
    ['M03c', 'медиатека', 'a media collection', '2.4.2'],
    ['M03d', 'сканирование и распознавание текстов', 'scanning and recognition of texts', '2.4.3'],
    ['M03e', 'выход в интернет', 'internet', '2.4.4'],
    ['M03f', 'контролируемая распечатка', 'controlled printing', '2.4.5'],
  ] as const;
  return parts.map(
    ([code, ru, en, item]) =>
      ({
        ...presence,
        code,
        name: [`Читальный зал: ${ru}`, `Reading room: ${en}`],
        item: self(item),
      }) as const,
  );
}

const survey = {
  group: 'public',
  source: ['Независимая оценка качества образования', 'The independent assessment of quality'],
  amountOf: 'people',
  periods: ['school-year', 'calendar-year'],
  from: ['Опрос родителей', 'A survey of parents'],
  direction: 'growth',
} as const;

const opinion = defineIndicators({ ...survey, unit: 'share' }, [
  {
    code: 'D20',
    name: ['Опрошенные родители', 'Parents surveyed'],
    unit: 'count',
    direction: 'context',
    item: null,
  },
]);
const surveyed = pickIndicator(opinion, 'D20');

const ratings = defineIndicators({ ...survey, unit: 'share' }, [
  {
    code: 'G01',
    name: ['Удовлетворённость родителей качеством образования', 'Parents satisfied with the quality'],
    counts: [
      'родители, ответившие «удовлетворён» или «скорее удовлетворён»',
      'parents who are satisfied or rather so',
    ],
    total: surveyed,
    item: null,
  },
  {
    code: 'G02',
    name: ['Общий уровень по независимой оценке качества', 'Overall level of the independent assessment'],
    counts: ['баллы из 100', 'points of 100'],
    unit: 'score',
    amountOf: 'points',
    of: ['опрошенные', 'people surveyed'],
    totalOf: 'people',
    from: ['Результаты независимой оценки', 'Results of the assessment'],
    item: null,
  },
]);

/** Material and information conditions, and what the public says. */
export const conditionsAndPublic: readonly Indicator[] = [...conditions, ...opinion, ...ratings];
