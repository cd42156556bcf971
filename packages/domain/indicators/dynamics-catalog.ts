import { countEn, countRu, type Texts } from '../basics/catalog.ts';
import type { PossibleCause } from './conclusion-causes.ts';
import type { IndicatorGroup } from './indicator-groups.ts';
import type { ConclusionFinding } from './propose-conclusions.ts';
import type { ChangeVerdict, VerdictGround } from './start-control.ts';
import type { UndesirableChange } from './trend.ts';

const ruVerdicts: Readonly<Record<ChangeVerdict, string>> = {
  improved: 'улучшилось',
  worsened: 'ухудшилось',
  unchanged: 'без изменений',
  'too-few': 'мало данных',
  'no-direction': 'изменилось (контекст)',
};

const ruGrounds: Readonly<Record<VerdictGround, string>> = {
  chance: 'вывод — по доверительному интервалу разности (95 %): случайные колебания изменением не считаются',
  whole: 'посчитаны все: разность — не оценка, а факт',
  mean: 'разброс среднего не известен: случайность изменения проверить нельзя',
};

const ruSigns: Readonly<Record<UndesirableChange['kind'], string>> = {
  'beyond-chance': 'изменение больше случайного',
  'two-running': 'два периода подряд в нежелательную сторону',
};

const ruGroups: Readonly<Record<IndicatorGroup, string>> = {
  totals: 'Численности',
  results: 'Результаты',
  objectivity: 'Объективность',
  staff: 'Кадры',
  process: 'Ход поддержки',
  context: 'Контекст',
  conditions: 'Условия',
  public: 'Удовлетворённость',
};

const ruFindings: Readonly<Record<ConclusionFinding, string>> = {
  worsened: 'ухудшение',
  improved: 'улучшение',
  'target-missed': 'цель не достигнута',
};

const ruCauses: Readonly<Record<PossibleCause, string>> = {
  training: 'недостаточный охват педагогов повышением квалификации',
  mentoring: 'недостаточный охват наставничеством',
  staff: 'изменился кадровый состав, нужна помощь с кадрами',
  equipment: 'оснащение отстаёт от потребности',
  attendance: 'растут пропуски уроков',
  'risk-group': 'не все обучающиеся группы риска учатся по своим траекториям',
  supervision: 'меньше внимания урокам в системе внутренней оценки качества',
  activities: 'внеурочная деятельность и дополнительное образование охватывают не всех',
};

const ru = {
  verdicts: ruVerdicts,
  grounds: ruGrounds,
  signs: ruSigns,
  groups: ruGroups,
  findings: ruFindings,
  causes: ruCauses,
  hidden: 'скрыто',
  hiddenAbout: 'За числом — от 1 до 4 обучающихся, или оно выдало бы такое число рядом.',
  computed: 'вычисляется',
  givenInstead: 'введено, не вычислено',
  computedOf: (codes: string) => `Вычислено по формулам, а не введено: ${codes}`,
  partial: {
    school: (counted: number, most: number) => `школ: ${counted} из\u00A0${most}, не сравнивается`,
    municipality: (counted: number, most: number) =>
      `муниципалитетов: ${counted} из\u00A0${most}, не сравнивается`,
  },
  noData: 'нет данных',
  notApplicable: 'не применимо',
  noTotal: 'нет знаменателя',
  unreadable: 'не прочитано',
  tooFew: 'мало участников',
  yes: 'да',
  no: 'нет',
  people: (count: number) => countRu(count, 'чел.', 'чел.', 'чел.'),
  schools: (count: number) => countRu(count, 'школа', 'школы', 'школ'),
  points: (difference: string) => `${difference}\u00A0п.\u00A0п.`,
  diagnostic: 'ВПР — диагностика, не оценка',
  regression:
    'Школа, отобранная по плохому году, в следующий раз чаще показывает лучший результат и без чьих-либо усилий (возврат к среднему). Вывод «улучшилось» — повод посмотреть, что сделано, а не доказательство.',
  // «Вывод → возможная причина».
  conclusionWorsened: (name: string, from: string, to: string) =>
    `${name}: было ${from}, стало ${to} — в нежелательную сторону.`,
  conclusionImproved: (name: string, from: string, to: string) =>
    `${name}: было ${from}, стало ${to} — в желаемую сторону.`,
  conclusionMissed: (name: string, to: string, target: string) => `${name}: ${to} при цели ${target}.`,
  causeWorsened: (cause: string, name: string, own: string, against: string) =>
    `Возможно, ${cause} (${name}: было ${against}, стало ${own}).`,
  causeBehind: (cause: string, name: string, own: string, against: string) =>
    `Возможно, ${cause} (${name}: ${own}, вокруг ${against}).`,
  causeSource:
    'Связи показателей — из перечня факторов риска проекта «500+» и выводов муниципальных программ; совпадение по времени причины не доказывает.',
};

/** Words of dynamics wherever they are shown: on pages, in files, in documents. */
export const dynamicsTexts: Texts<typeof ru> = {
  ru,
  en: {
    verdicts: {
      improved: 'better',
      worsened: 'worse',
      unchanged: 'no change',
      'too-few': 'too little data',
      'no-direction': 'changed (context)',
    },
    grounds: {
      chance: 'by the 95 % interval of the difference: what chance makes is no change',
      whole: 'everybody was counted: the difference is a fact, not an estimate',
      mean: 'the spread behind the mean is not known: chance cannot be ruled out',
    },
    signs: {
      'beyond-chance': 'a change beyond chance',
      'two-running': 'two periods running the wrong way',
    },
    groups: {
      totals: 'Totals',
      results: 'Results',
      objectivity: 'Objectivity',
      staff: 'Staff',
      process: 'Course of support',
      context: 'Context',
      conditions: 'Conditions',
      public: 'Satisfaction',
    },
    findings: { worsened: 'worse', improved: 'better', 'target-missed': 'target missed' },
    causes: {
      training: 'too few teachers were trained',
      mentoring: 'too few teachers have a mentor',
      staff: 'the staff has changed and needs support',
      equipment: 'equipment falls behind the need',
      attendance: 'more lessons are missed',
      'risk-group': 'not all pupils at risk follow a path of their own',
      supervision: 'lessons get less attention within the school',
      activities: 'activities after lessons do not reach everybody',
    },
    hidden: 'kept back',
    hiddenAbout: 'There are 1 to 4 pupils behind the number, or it would give such a number beside it away.',
    computed: 'reckoned',
    givenInstead: 'given, not reckoned',
    computedOf: (codes) => `Reckoned by formulas and not given: ${codes}`,
    partial: {
      school: (counted, most) => `schools: ${counted} of\u00A0${most}, not compared`,
      municipality: (counted, most) => `municipalities: ${counted} of\u00A0${most}, not compared`,
    },
    noData: 'no data',
    notApplicable: 'not applicable',
    noTotal: 'no total',
    unreadable: 'not understood',
    tooFew: 'too few',
    yes: 'yes',
    no: 'no',
    people: (count) => countEn(count, 'person', 'people'),
    schools: (count) => countEn(count, 'school', 'schools'),
    points: (difference) => `${difference}\u00A0pp`,
    diagnostic: 'ВПР diagnoses and does not rate',
    regression:
      'A school that was chosen for a bad year tends to do better at the next look without anybody’s doing (regression to the mean). «Better» is a reason to look at what was done, not a proof.',
    conclusionWorsened: (name, from, to) => `${name}: ${from} before, ${to} now, the wrong way.`,
    conclusionImproved: (name, from, to) => `${name}: ${from} before, ${to} now, the right way.`,
    conclusionMissed: (name, to, target) => `${name}: ${to}, aimed at ${target}.`,
    causeWorsened: (cause, name, own, against) =>
      `Perhaps ${cause} (${name}: ${against} before, ${own} now).`,
    causeBehind: (cause, name, own, against) => `Perhaps ${cause} (${name}: ${own}, around it ${against}).`,
    causeSource:
      'Links between indicators come from the risk factors of the project «500+» and conclusions of municipal programmes; things that happen together need not cause each other.',
  },
};
