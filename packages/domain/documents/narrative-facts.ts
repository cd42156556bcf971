import type { CalendarDate } from '../basics/calendar-date.ts';
import type { InstanceState } from '../plans/instance-state.ts';

/** A document that proves something, by its requisites. */
export type DocumentFact = {
  readonly type: string;
  readonly number: string;
  readonly on: CalendarDate;
};

/** One thing of the period that was not done yet. */
export type OpenFact = {
  readonly school: string | null;
  /** Period or phase, in words. */
  readonly label: string | null;
  readonly state: InstanceState;
  readonly dueOn: CalendarDate | null;
};

/** What the database knows of an activity within the period. Cancelled instances are counted apart and ask for nothing. */
export type ActivityFacts = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  /** The deadline as printed. */
  readonly phrase: string;
  readonly asked: number;
  readonly done: number;
  readonly cancelled: number;
  /** Schools of which it was asked, and those that did all of it; null: it is nobody's own. */
  readonly schools: { readonly done: number; readonly total: number } | null;
  /** The first of what is open; how many there are is `asked - done`. */
  readonly open: readonly OpenFact[];
  /** Each once, in order of time; the first of them. */
  readonly documents: readonly DocumentFact[];
  readonly documentCount: number;
  readonly links: readonly string[];
  readonly fileCount: number;
  /** n of N that were given against an expected result, summed over schools. */
  readonly counts: readonly { readonly expected: string; readonly n: number; readonly total: number }[];
  /** Why it was postponed or cancelled, in the words of those who did. */
  readonly reasons: readonly string[];
  /** Where what was not done went. */
  readonly carried: { readonly to: string; readonly reason: string } | null;
};

export type NarrativeFacts = {
  readonly act: {
    readonly actType: string | null;
    readonly actNumber: string | null;
    readonly actOn: CalendarDate | null;
    readonly actAuthority: string | null;
  };
  readonly planTitle: string;
  /** Null: the whole plan. */
  readonly sectionTitle: string | null;
  /** Inclusive. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The day at whose end the facts stood so. */
  readonly on: CalendarDate;
  /** In the order of the plan; those of which nothing was asked in the period are left out. */
  readonly activities: readonly ActivityFacts[];
};

export type Verdict = 'done' | 'partly' | 'open' | 'cancelled';

/** How an activity came out in the period. */
export function verdictOf({ asked, done }: Pick<ActivityFacts, 'asked' | 'done'>): Verdict {
  if (asked === 0) return 'cancelled';
  if (done === asked) return 'done';
  return done === 0 ? 'open' : 'partly';
}
