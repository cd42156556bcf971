import type { DeadlineEvent, Recurrence } from './deadline.ts';
import type { Season } from './deadline-words.ts';

/** A year as the phrase gives it. `relative` counts from the plan's own year: «т.г.» 0, «следующего года» 1. */
export type YearRef =
  | { readonly of: 'calendar'; readonly year: number }
  | { readonly of: 'school'; readonly start: number }
  | { readonly of: 'relative'; readonly shift: number; readonly school: boolean };

/** A named stretch of time that still may lack its year. */
export type Mark = { readonly year: YearRef | null; readonly part: Part | null } & (
  | { readonly mark: 'day'; readonly day: number; readonly month: number }
  | { readonly mark: 'month'; readonly month: number }
  | { readonly mark: 'quarter'; readonly number: number }
  | { readonly mark: 'half-year'; readonly number: number }
  | { readonly mark: 'term'; readonly kind: 'term' | 'trimester'; readonly number: number }
  | { readonly mark: 'holidays'; readonly season: Season }
  | { readonly mark: 'season'; readonly season: Season }
  /** «в течение года», «2023 год»; `school`: of a school year. */
  | { readonly mark: 'year'; readonly school: boolean }
  | { readonly mark: 'years'; readonly first: number; readonly last: number }
  /** A number whose meaning comes with its neighbour: the first of «13–17 февраля», «I–II кварталы». */
  | { readonly mark: 'bare'; readonly value: number }
);

/** Which part of the stretch is meant: «конец марта», «вторая декада», «третья неделя» (`last` is -1). */
export type Part =
  | { readonly part: 'start' | 'middle' | 'end' }
  | { readonly part: 'half' | 'decade' | 'week'; readonly number: number }
  /** «вторая суббота октября»: one day of it. */
  | { readonly part: 'weekday'; readonly number: number; readonly weekday: number };

export type Item =
  /** `from` and `to` are one mark for «март»; `listed` items of one phrase lend each other years. */
  | { readonly item: 'span'; readonly from: Mark; readonly to: Mark }
  /** «до 10.02», «до мая» (`included` false: the stretch itself is not meant), «до начала учебного года». */
  | { readonly item: 'until'; readonly mark: Mark; readonly included: boolean }
  | { readonly item: 'since'; readonly mark: Mark }
  | { readonly item: 'frequency'; readonly recurrence: Recurrence }
  /** «до 5 числа»: a day of the month without a month. */
  | { readonly item: 'month-day'; readonly day: number; readonly followingMonth: boolean }
  /** A day of the week said beside «еженедельно»; beside a date it only repeats the date. */
  | { readonly item: 'weekday'; readonly weekday: number }
  | { readonly item: 'schedule'; readonly owner: string }
  | { readonly item: 'event'; readonly event: DeadlineEvent }
  | { readonly item: 'continuous' }
  | { readonly item: 'whole-plan' }
  | { readonly item: 'act-day' }
  /** «за последние 3 года» before the plan. */
  | { readonly item: 'past-years'; readonly count: number }
  | { readonly item: 'per-school' };

/** Part of a phrase under a label of its own («1 этап: …»); most phrases are one phase without a label. */
export type Phase = { readonly label: string | null; readonly items: readonly Item[] };

export type Phrase = {
  readonly phases: readonly Phase[];
  /** Words that the grammar has no place for. */
  readonly unread: boolean;
  readonly mended: boolean;
};
