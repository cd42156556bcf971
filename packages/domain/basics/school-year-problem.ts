import type { Texts } from './catalog.ts';

/** What can be wrong with the parts of a school year. */
export type SchoolYearProblem = 'no-parts' | 'outside-year' | 'end-before-start' | 'overlap' | 'twice';

export const schoolYearProblemTexts: Texts<Readonly<Record<SchoolYearProblem, string>>> = {
  ru: {
    'no-parts': 'Введите хотя бы одну четверть, триместр или полугодие.',
    'outside-year': 'Даты вне учебного года: он длится с 1 сентября по 31 августа.',
    'end-before-start': 'Последний день раньше первого.',
    overlap: 'Две части учебного года накладываются друг на друга.',
    twice: 'Одна и та же часть учебного года введена дважды.',
  },
  en: {
    'no-parts': 'Enter at least one quarter, trimester or half-year.',
    'outside-year': 'Dates outside the school year, which lasts from 1 September to 31 August.',
    'end-before-start': 'The last day is before the first.',
    overlap: 'Two parts of the school year overlap.',
    twice: 'The same part of the school year is entered twice.',
  },
};
