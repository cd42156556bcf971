import type { Texts } from '../basics/catalog.ts';
import type { ReportKind } from './report-contract.ts';

const ruKinds: Readonly<Record<ReportKind, string>> = {
  table: 'Таблица показателей',
  'start-control': 'Лист «старт – контроль»',
  dynamics: 'Динамика показателей',
};

const ru = {
  kinds: ruKinds,
  sheets: { table: 'Показатели', 'start-control': 'Старт – контроль', dynamics: 'Динамика' },
  indicator: 'Показатель',
  code: 'Код',
  period: 'Период',
  amount: 'n',
  total: 'N',
  share: 'Доля',
  value: 'Значение',
  schools: 'Учтено школ',
  around: (name: string) => `${name}: доля`,
  aroundValue: (name: string) => `${name}: значение`,
  target: 'Цель: доля',
  targetValue: 'Цель: значение',
  start: (column: string) => `Старт: ${column}`,
  control: (column: string) => `Контроль: ${column}`,
  differencePoints: 'Разница, п.п.',
  difference: 'Разница, ед.',
  verdict: 'Вывод',
  ground: 'Основание вывода',
  cut: (moment: string) => `Данные на ${moment} (UTC)`,
  versions: (list: string) => `Редакции определений: ${list}`,
  hash: (digest: string) => `Хэш SHA-256: ${digest}`,
  noRating:
    'Без рейтингов. Числа от 1 до 4 обучающихся выше школы скрыты вместе с теми, что выдали бы их вычитанием.',
  periods: (start: string, control: string) => `Старт: ${start}; контроль: ${control}`,
};

/** Words of reports on indicators. */
export const reportTexts: Texts<typeof ru> = {
  ru,
  en: {
    kinds: {
      table: 'Table of indicators',
      'start-control': 'Sheet of start and control',
      dynamics: 'Dynamics of indicators',
    },
    sheets: { table: 'Indicators', 'start-control': 'Start - control', dynamics: 'Dynamics' },
    indicator: 'Indicator',
    code: 'Code',
    period: 'Period',
    amount: 'n',
    total: 'N',
    share: 'Share',
    value: 'Value',
    schools: 'Schools counted',
    around: (name) => `${name}: share`,
    aroundValue: (name) => `${name}: value`,
    target: 'Target: share',
    targetValue: 'Target: value',
    start: (column) => `Start: ${column}`,
    control: (column) => `Control: ${column}`,
    differencePoints: 'Difference, pp',
    difference: 'Difference',
    verdict: 'Verdict',
    ground: 'Ground of the verdict',
    cut: (moment) => `Data as of ${moment} (UTC)`,
    versions: (list) => `Versions of definitions: ${list}`,
    hash: (digest) => `SHA-256: ${digest}`,
    noRating:
      'No rating. Numbers of 1 to 4 pupils are kept back above the school, with those that would give them away by subtraction.',
    periods: (start, control) => `Start: ${start}; control: ${control}`,
  },
};
