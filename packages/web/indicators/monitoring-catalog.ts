import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  tabs: 'Разделы мониторинга',
  campaigns: 'Сборы',
  completeness: 'Сдача форм',
  indicators: 'Показатели',
  dynamics: 'Динамика',
  reports: 'Отчёты',
  imports: 'Загрузка',
};

/** Words above every page of monitoring. */
export const monitoringTexts: Texts<typeof ru> = {
  ru,
  en: {
    tabs: 'Parts of monitoring',
    campaigns: 'Collections',
    completeness: 'Delivery of forms',
    indicators: 'Indicators',
    dynamics: 'Dynamics',
    reports: 'Reports',
    imports: 'Loading',
  },
};
