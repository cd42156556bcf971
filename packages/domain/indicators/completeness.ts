import type { CalendarDate } from '../basics/calendar-date.ts';
import { isOpen } from '../registry/org-unit.ts';
import type { SubmissionStage } from './campaign.ts';

/** One dated assignment: a school asked in a campaign. */
export type AskedForm = {
  readonly stage: SubmissionStage;
  /** First sending that stands; null when there is none. */
  readonly firstSentOn: CalendarDate | null;
  readonly givenCount: number;
  readonly releasedOn: CalendarDate | null;
  /** Of the school where it has dates of its own. */
  readonly lateAfter: CalendarDate;
  /** When the school itself opened and closed. */
  readonly openedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
};

/**
 * `in-time`, `late`: sent with something in it, by the day of the first sending. `empty`: sent with nothing given. `returned`: sent, and at the
 * school again. `missing`: never sent and late. `waiting`: never sent, and there is time.
 */
export const formStandings = ['in-time', 'late', 'empty', 'returned', 'missing', 'waiting'] as const;
export type FormStanding = (typeof formStandings)[number];

/** Null where nothing is expected: the school was released, or was not open on the last day in time and has sent nothing. */
export function standingOf(form: AskedForm, today: CalendarDate): FormStanding | null {
  if (form.releasedOn !== null && form.releasedOn <= today) return null;
  if (form.firstSentOn === null) {
    if (!isOpen(form, form.lateAfter) || !isOpenNow(form, today)) return null;
    return today > form.lateAfter ? 'missing' : 'waiting';
  }
  if (form.stage === 'school') return 'returned';
  if (form.givenCount === 0) return 'empty';
  return form.firstSentOn > form.lateAfter ? 'late' : 'in-time';
}

/** A school that closed before the day of the question will not send any more, whichever day it had. */
const isOpenNow = (form: AskedForm, today: CalendarDate): boolean =>
  today > form.lateAfter || form.closedOn === null || form.closedOn >= today;

export type FormTally = Readonly<Record<FormStanding, number>> & { readonly expected: number };

/** Every expected form stands in exactly one place, so that no share of them passes one. */
export function tallyForms(forms: readonly AskedForm[], today: CalendarDate): FormTally {
  const tally = { 'in-time': 0, late: 0, empty: 0, returned: 0, missing: 0, waiting: 0, expected: 0 };
  for (const form of forms) {
    const standing = standingOf(form, today);
    if (standing === null) continue;
    tally[standing] += 1;
    tally.expected += 1;
  }
  return tally;
}

/** Forms that are there with something in them. */
export const completeOf = (tally: FormTally): number => tally['in-time'] + tally.late;
