import type { Texts } from '../basics/catalog.ts';
import type { AmountKind, GoodDirection, Indicator, IndicatorUnit, Sensitivity } from './indicator.ts';
import type { IndicatorGroup } from './indicator-groups.ts';
import type { IndicatorFault } from './indicator-fault.ts';

const ru = {
  units: {
    count: 'количество',
    share: 'доля',
    ratio: 'на одного',
    score: 'средний балл',
    'yes-no': 'да/нет',
    change: 'изменение, пункты',
  } satisfies Record<IndicatorUnit, string>,
  amounts: {
    pupils: 'обучающиеся',
    teachers: 'учителя',
    people: 'люди',
    schools: 'школы',
    lessons: 'уроки',
    items: 'единицы',
    points: 'баллы',
    'square-metres': 'м²',
  } satisfies Record<AmountKind, string>,
  directions: {
    growth: '↑ рост',
    fall: '↓ снижение',
    context: '= без направления',
    presence: '✓ «да»',
  } satisfies Record<GoodDirection, string>,
  groups: {
    totals: 'Общие числа (от чего считаются доли)',
    results: 'Результаты',
    objectivity: 'Объективность',
    staff: 'Кадры',
    process: 'Ход проекта',
    context: 'Социальный паспорт',
    conditions: 'Условия',
    public: 'Оценка обществом',
  } satisfies Record<IndicatorGroup, string>,
  sensitivities: {
    open: 'открытый',
    'small-cells': 'от 1 до 4 обучающихся скрываются выше школы',
    sensitive: 'скрывается, как малые числа; не публикуется',
    special: 'особая категория сведений; не публикуется',
  } satisfies Record<Sensitivity, string>,
  levels: { school: 'школа', municipality: 'муниципалитет' } satisfies Record<
    Indicator['levels'][number],
    string
  >,
  origins: { asked: 'спрашивается', computed: 'считается' } satisfies Record<
    Indicator['origin']['kind'],
    string
  >,
  faults: {
    'total-missing': 'У доли, отношения и среднего должно быть сказано, из скольких: словами и показателем.',
    'total-wrong': 'Знаменателем может быть только количество того, о чём сказано в «из скольких».',
    'part-wrong': 'Часть и целое — в одной единице и от одного числа.',
    'change-asked': 'Изменение не спрашивают: его считают по формуле.',
    'direction-wrong': '«Желательно да» бывает только у показателя «да/нет».',
    'other-number':
      'Единица и то, что считают, у следующей версии те же: значения уже даны. Для другого числа заведите новый показатель.',
    'told-more': 'Показатель, малые числа которого скрыты, открытым не становится: его значения уже даны.',
  } satisfies Record<IndicatorFault, string>,
};

/** Words of definitions: units, groups, directions. */
export const indicatorTexts: Texts<typeof ru> = {
  ru,
  en: {
    units: {
      count: 'count',
      share: 'share',
      ratio: 'per one',
      score: 'mean score',
      'yes-no': 'yes or no',
      change: 'change, points',
    },
    amounts: {
      pupils: 'pupils',
      teachers: 'teachers',
      people: 'people',
      schools: 'schools',
      lessons: 'lessons',
      items: 'items',
      points: 'points',
      'square-metres': 'm²',
    },
    directions: {
      growth: '↑ growth',
      fall: '↓ fall',
      context: '= no direction',
      presence: '✓ “yes”',
    },
    groups: {
      totals: 'Totals (what shares are of)',
      results: 'Results',
      objectivity: 'Objectivity',
      staff: 'Staff',
      process: 'The project',
      context: 'Social passport',
      conditions: 'Conditions',
      public: 'The public',
    },
    sensitivities: {
      open: 'open',
      'small-cells': '1 to 4 pupils are hidden above the school',
      sensitive: 'hidden like small numbers; never published',
      special: 'special category of data; never published',
    },
    levels: { school: 'school', municipality: 'municipality' },
    origins: { asked: 'asked', computed: 'computed' },
    faults: {
      'total-missing': 'A share, a ratio and a mean need a total, in words and as an indicator.',
      'total-wrong': 'A total is a count of what the denominator says.',
      'part-wrong': 'A part has the unit and the total of its whole.',
      'change-asked': 'A change is not asked but computed.',
      'direction-wrong': '“Yes is wanted” is of yes or no only.',
      'other-number':
        'A next version has the same unit and counts the same: values are given already. Add a new indicator for another number.',
      'told-more':
        'An indicator whose small numbers are hidden does not become open: its values are given already.',
    },
  },
};
