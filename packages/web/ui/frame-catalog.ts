import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  overview: 'Обзор',
  tasks: 'Мои задачи',
  schools: 'Школы',
  results: 'Результаты',
  monitoring: 'Мониторинг',
  plans: 'Планы',
  planImport: 'Загрузка плана',
  hearings: 'Час контроля',
  people: 'Люди и роли',
  organisations: 'Организации',
  calendars: 'Календари',
  audit: 'Журнал изменений',
  settings: 'Моя учётная запись',
};

/** Words of the navigation: the management cycle, then administration. */
export const frameTexts: Texts<typeof ru> = {
  ru,
  en: {
    overview: 'Overview',
    tasks: 'My tasks',
    schools: 'Schools',
    results: 'Results',
    monitoring: 'Monitoring',
    plans: 'Plans',
    planImport: 'Import a plan',
    hearings: 'Hearings',
    people: 'People and roles',
    organisations: 'Organisations',
    calendars: 'Calendars',
    audit: 'Audit',
    settings: 'My account',
  },
};
