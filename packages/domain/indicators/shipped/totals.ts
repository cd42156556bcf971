import type { Indicator } from '../indicator.ts';
import { defineIndicators, pickIndicator } from '../define-indicators.ts';

/** The numbers that others are shares of: each is asked once for a school and a period. */
export const totals: readonly Indicator[] = defineIndicators(
  {
    group: 'totals',
    source: ['Знаменатели показателей продукта', 'Denominators of the product’s indicators'],
    unit: 'count',
    amountOf: 'people',
    periods: ['school-year', 'half-year', 'quarter', 'trimester', 'calendar-year', 'point'],
    from: ['Списочный состав школы на дату', 'The school’s roll on the date'],
  },
  [
    {
      code: 'D01',
      name: ['Всего обучающихся', 'All pupils'],
      counts: ['обучающиеся школы на дату', 'pupils of the school on the date'],
      amountOf: 'pupils',
      item: null,
    },
    {
      code: 'D02',
      name: ['Обучающиеся без 1 классов', 'Pupils without grade 1'],
      counts: [
        'обучающиеся 2–11 классов: в 1 классе отметок нет',
        'pupils of grades 2–11: grade 1 has no marks',
      ],
      amountOf: 'pupils',
      item: null,
    },
    {
      code: 'D03',
      name: ['Учителя', 'Teachers'],
      counts: [
        'учителя; другие педагогические работники не считаются',
        'teachers; other teaching staff are not counted',
      ],
      amountOf: 'teachers',
      item: null,
    },
    {
      code: 'D04',
      name: ['Педагогические работники', 'Teaching staff'],
      counts: [
        'педагогические работники: учителя, воспитатели, психологи, логопеды, педагоги дополнительного образования и другие',
        'teaching staff: teachers, tutors, psychologists, speech therapists and others',
      ],
      partOf: 'D06',
      item: null,
    },
    {
      code: 'D05',
      name: ['Административно-хозяйственные работники', 'Administrative and support staff'],
      partOf: 'D06',
      item: null,
    },
    {
      code: 'D06',
      name: [
        'Педагогические и административно-хозяйственные работники',
        'Teaching, administrative and support staff',
      ],
      item: null,
    },
    {
      code: 'D07',
      name: ['Выпускники 9 классов', 'Leavers of grade 9'],
      amountOf: 'pupils',
      periods: ['school-year', 'calendar-year', 'exam-wave', 'point'],
      item: null,
    },
    {
      code: 'D08',
      name: ['Выпускники 11 классов', 'Leavers of grade 11'],
      amountOf: 'pupils',
      periods: ['school-year', 'calendar-year', 'exam-wave', 'point'],
      item: null,
    },
    {
      code: 'D09',
      name: ['Молодые педагоги', 'Young teachers'],
      counts: ['педагогические работники со стажем до 3 лет', 'teaching staff with up to 3 years of service'],
      reading: [
        'Взят стаж до 3 лет. Другое прочтение — возраст до 35 лет: в перечнях показателей определения нет.',
        'Up to 3 years of service was taken. The other reading is an age of up to 35: the lists of indicators do not define it.',
      ],
      item: null,
    },
    {
      code: 'D10',
      name: ['Педагоги, дважды прошедшие диагностику', 'Teachers diagnosed twice'],
      counts: [
        'педагоги с двумя диагностиками профессиональных дефицитов',
        'teachers with two diagnoses of professional deficits',
      ],
      item: null,
    },
    {
      code: 'D11',
      name: ['Обучающиеся группы риска неуспеваемости', 'Pupils at risk of failing'],
      counts: [
        'обучающиеся, отнесённые школой к группе риска',
        'pupils the school counts as at risk of failing',
      ],
      amountOf: 'pupils',
      sensitivity: 'small-cells',
      direction: 'fall',
      item: null,
    },
    {
      code: 'D12',
      name: ['Управленцы школы', 'Managers of the school'],
      counts: ['директор и его заместители', 'the head and the deputies'],
      item: null,
    },
    { code: 'D13', name: ['Управленцы, прошедшие диагностику', 'Managers diagnosed'], item: null },
    { code: 'D14', name: ['Педагоги, прошедшие диагностику', 'Teachers diagnosed'], item: null },
    {
      code: 'D15',
      name: [
        'Управленцы, у которых есть индивидуальный образовательный маршрут',
        'Managers with a training route of their own',
      ],
      item: null,
    },
    {
      code: 'D16',
      name: [
        'Педагоги, у которых есть индивидуальный образовательный маршрут',
        'Teachers with a training route of their own',
      ],
      item: null,
    },
    {
      code: 'D17',
      name: ['Школы — участницы проекта поддержки', 'Schools of the support project'],
      counts: ['школы с низкими результатами, вошедшие в проект', 'schools with low results in the project'],
      amountOf: 'schools',
      levels: ['municipality'],
      from: ['Перечень участников проекта', 'The list of the project’s schools'],
      item: null,
    },
    {
      code: 'D18',
      name: ['Школьные кураторы', 'Curators of schools'],
      levels: ['municipality'],
      from: ['Приказ о назначении кураторов', 'The order that appoints curators'],
      item: null,
    },
    {
      code: 'D19',
      name: ['Муниципальные координаторы', 'Municipal coordinators'],
      levels: ['municipality'],
      from: ['Приказ о назначении координаторов', 'The order that appoints coordinators'],
      item: null,
    },
  ],
);

export const total = (code: string): Indicator => pickIndicator(totals, code);
