import { defineIndicators, type Words } from '../define-indicators.ts';
import type { Indicator } from '../indicator.ts';
import { total } from './totals.ts';

const self = (number: string): Words => [`показатель ${number}`, `item ${number}`];

/** What a school reports of its staff each half-year: education, category, years of work, training. */
export const staffSelfReport: readonly Indicator[] = defineIndicators(
  {
    group: 'staff',
    source: [
      'Приказ Минобрнауки России от 10.12.2013 №\u00A01324',
      'Order №\u00A01324 of the Ministry of Education and Science of 10.12.2013',
    ],
    unit: 'share',
    amountOf: 'people',
    periods: ['half-year', 'school-year', 'point'],
    from: [
      'Статистический отчёт школы по итогам полугодия и учебного года',
      'The school’s statistics of the half-year and the school year',
    ],
    direction: 'growth',
    total: total('D04'),
  },
  [
    {
      code: 'S13',
      name: ['Педработники с высшим образованием', 'Teaching staff with a degree'],
      item: self('1.25'),
    },
    {
      code: 'S14',
      name: ['Педработники с высшим педагогическим образованием', 'Teaching staff with a degree in teaching'],
      reading: [
        'От педагогических работников. X03 социального паспорта считает от учителей: доли не совпадут.',
        'Of teaching staff. X03 of the social passport is of teachers: the shares differ.',
      ],
      item: self('1.26'),
    },
    {
      code: 'S15',
      name: ['Педработники с квалификационной категорией', 'Teaching staff with a qualification category'],
      item: self('1.29'),
    },
    {
      code: 'S15a',
      name: ['Педработники с первой категорией', 'Teaching staff of the first category'],
      partOf: 'S15',
      reading: [
        'От педагогических работников. X01 социального паспорта считает от учителей: доли не совпадут.',
        'Of teaching staff. X01 of the social passport is of teachers: the shares differ.',
      ],
      item: self('1.29.2'),
    },
    {
      code: 'S15b',
      name: ['Педработники с высшей категорией', 'Teaching staff of the highest category'],
      partOf: 'S15',
      reading: [
        'От педагогических работников. X02 социального паспорта считает от учителей: доли не совпадут.',
        'Of teaching staff. X02 of the social passport is of teachers: the shares differ.',
      ],
      item: self('1.29.1'),
    },
    {
      code: 'S16a',
      name: ['Педагогический стаж до 5 лет', 'Up to 5 years of teaching'],
      direction: 'context',
      item: self('1.30.1'),
    },
    {
      code: 'S16b',
      name: ['Педагогический стаж свыше 30 лет', 'Over 30 years of teaching'],
      direction: 'context',
      item: self('1.30.2'),
    },
    ...trainingRows(),
  ],
);

function trainingRows() {
  const shared = {
    total: total('D06'),
    periods: ['school-year', 'point'],
    from: [
      'Статистический отчёт школы по итогам учебного года',
      'The school’s statistics of the school year',
    ],
  } as const;
  const standardReading: Words = [
    'Как в приказе: в числителе педагогические работники, в знаменателе — вместе с административно-хозяйственными, поэтому 100 % недостижимы. Другое прочтение — от педагогических.',
    'As in the order: teaching staff of teaching, administrative and support staff, so that 100 % cannot be reached. The other reading is of teaching staff.',
  ];
  const levels = [
    ['a', 'начальное общее', 'primary'],
    ['b', 'основное общее', 'basic'],
    ['c', 'среднее общее', 'secondary'],
  ] as const;
  return [
    {
      ...shared,
      code: 'S17',
      name: ['Повышение квалификации за последние 3 года', 'Training in the last 3 years'],
      reading: [
        'Окно — три года. X04 социального паспорта срока не называет: доли не совпадут.',
        'The window is three years. X04 of the social passport names none: the shares differ.',
      ],
      item: self('1.33'),
    },
    {
      ...shared,
      code: 'S18',
      name: ['Профессиональная переподготовка по профилю деятельности', 'Retraining in the field of work'],
      item: self('1.33'),
    },
    {
      ...shared,
      code: 'S19',
      name: ['Повышение квалификации по введению ФГОС', 'Training in the federal standards'],
      reading: standardReading,
      item: self('1.34'),
    },
    ...levels.map(
      ([letter, ru, en]) =>
        ({
          ...shared,
          code: `S19${letter}`,
          name: [
            `Повышение квалификации по ФГОС, ${ru} образование`,
            `Training in the federal standards, ${en}`,
          ],
          reading: standardReading,
          item: self('1.34'),
        }) as const,
    ),
  ] as const;
}

/** The staff of a school: competence, mentoring, categories, training. */
