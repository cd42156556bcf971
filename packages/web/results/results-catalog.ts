import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  tabs: 'Разделы результатов',
  results: 'Результаты',
  passports: 'Социальный паспорт',
  purpose: 'Результаты ОГЭ, ЕГЭ и ВПР по школам и годам. Школы стоят по алфавиту: это не рейтинг.',
  nothing: 'Результатов ещё нет: загрузите отчёты.',
};

export const resultsTexts: Texts<typeof ru> = {
  ru,
  en: {
    tabs: 'Parts of results',
    results: 'Results',
    passports: 'Social passport',
    purpose:
      'Results of exams and works by school and year. Schools stand in alphabetical order: this is no ranking.',
    nothing: 'There are no results yet: load the reports.',
  },
};
