import type { Texts } from '../../basics/catalog.ts';
import type { ReportLayout } from './report.ts';

const ru: Readonly<Record<ReportLayout, string>> = {
  flat: 'плоская форма',
  individual: 'ФИС ОКО: индивидуальные результаты (сложены по школам)',
  marks: 'статистика по отметкам',
  journal: 'сравнение отметок с отметками по журналу',
  scores: 'распределение первичных баллов',
  tasks: 'выполнение заданий',
  planned: 'достижение планируемых результатов',
  markers: 'региональный файл маркеров',
  'exam-sheet': 'РИС ГИА: ведомость результатов (сложена по школам)',
  'subject-summary': 'журнал: отметки по предметам',
  'class-summary': 'журнал: итоги по классам',
};

/** What each table of results is called. */
export const reportLayoutTexts: Texts<typeof ru> = {
  ru,
  en: {
    flat: 'flat form',
    individual: 'ФИС ОКО: individual results (added up by school)',
    marks: 'statistics by marks',
    journal: 'marks against those of the journal',
    scores: 'distribution of primary scores',
    tasks: 'tasks done',
    planned: 'planned results reached',
    markers: 'regional file of markers',
    'exam-sheet': 'РИС ГИА: sheet of results (added up by school)',
    'subject-summary': 'journal: marks by subject',
    'class-summary': 'journal: summary by class',
  },
};
