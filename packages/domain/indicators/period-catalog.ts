import { formatDate } from '../basics/format.ts';
import type { Language } from '../basics/catalog.ts';
import { type ExamWave, type PeriodKind, type ProgrammePoint, type ReportPeriod } from './report-period.ts';

const roman = ['', 'I', 'II', 'III', 'IV'];

const ruKinds: Readonly<Record<PeriodKind, string>> = {
  'school-year': 'Учебный год',
  'half-year': 'Полугодие',
  quarter: 'Четверть',
  trimester: 'Триместр',
  'calendar-year': 'Календарный год',
  'exam-wave': 'Период экзаменов',
  point: 'Точка программы',
};

const enKinds: Readonly<Record<PeriodKind, string>> = {
  'school-year': 'School year',
  'half-year': 'Half-year',
  quarter: 'Quarter',
  trimester: 'Trimester',
  'calendar-year': 'Calendar year',
  'exam-wave': 'Exam wave',
  point: 'Point of a programme',
};

const ruWaves: Readonly<Record<ExamWave, string>> = {
  early: 'Досрочный период',
  main: 'Основной период',
  additional: 'Дополнительный период',
};

const enWaves: Readonly<Record<ExamWave, string>> = {
  early: 'Early wave',
  main: 'Main wave',
  additional: 'Additional wave',
};

const ruPoints: Readonly<Record<ProgrammePoint, string>> = {
  start: 'Старт',
  control: 'Контрольная точка',
  final: 'Итог',
};

const enPoints: Readonly<Record<ProgrammePoint, string>> = {
  start: 'Start',
  control: 'Control point',
  final: 'Final',
};

/** Words of a choice: kinds of periods, waves of exams, points of a programme. */
export const periodWords = {
  ru: { kinds: ruKinds, waves: ruWaves, points: ruPoints },
  en: { kinds: enKinds, waves: enWaves, points: enPoints },
} as const;

/** «I четверть 2022/23 уч. г.», «2023 год», «Старт, 01.09.2022». */
export function periodName(period: ReportPeriod, language: Language): string {
  const { waves, points } = periodWords[language];
  switch (period.kind) {
    case 'school-year':
      return schoolYearName(period.start, language);
    case 'half-year':
    case 'quarter':
    case 'trimester': {
      const kind = periodWords[language].kinds[period.kind].toLowerCase();
      return `${roman[period.part] ?? period.part} ${kind} ${schoolYearName(period.start, language)}`;
    }
    case 'calendar-year':
      return language === 'ru' ? `${period.year} год` : String(period.year);
    case 'exam-wave':
      return `${waves[period.wave]} ${period.year}${language === 'ru' ? ' года' : ''}`;
    case 'point':
      return `${points[period.point]}, ${formatDate(period.on)}`;
  }
}

/** «2022/23 уч. г.» */
export function schoolYearName(start: number, language: Language): string {
  const years = `${start}/${String(start + 1).slice(2)}`;
  return language === 'ru' ? `${years} уч. г.` : `school year ${years}`;
}
