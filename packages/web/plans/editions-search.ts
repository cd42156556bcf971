import { isCalendarDate } from '@opora/domain/basics/calendar-date.ts';

/** An edition by its number, or a day. */
export type PlanMoment = number | string;

/** What of the page of editions stands in its address: a link to it shows the same to a colleague. */
export type EditionsSearch = {
  /** The plan as it was then. */
  readonly at?: PlanMoment;
  /** The earlier and the later side of a comparison. */
  readonly from?: PlanMoment;
  readonly to?: PlanMoment;
};

/** Keeps what is understood of an address and drops the rest. */
export function readEditionsSearch(search: Record<string, unknown>): EditionsSearch {
  const [at, from, to] = [search['at'], search['from'], search['to']].map(momentOf);
  return {
    ...(at === undefined ? {} : { at }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  };
}

function momentOf(value: unknown): PlanMoment | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 ? value : undefined;
  return typeof value === 'string' && isCalendarDate(value) ? value : undefined;
}
