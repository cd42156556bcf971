import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { lockedFor } from '@opora/domain/indicators/submission-moves.ts';
import type { Db } from '../platform/database.ts';
import { findForm, type KeptForm, listFormsBeside } from './form-queries.ts';

/**
 * Totals of shares of a form that another form of the school asks itself, and which the school may fill now. Of one that is closed, not yet open or has left the school there is nothing here: its
 * total is given wherever it can be.
 */
export async function listTotalsAskedIn(
  form: KeptForm,
  totals: readonly Pick<Indicator, 'code'>[],
  { tx, today }: { readonly tx: Db; readonly today: CalendarDate },
): Promise<SchoolForm['askedIn']> {
  if (totals.length === 0) return [];
  const found = new Map<string, SchoolForm['askedIn'][number]>();
  for (const id of await listFormsBeside(tx, form)) {
    // A school has few forms of one period.
    // oxlint-disable-next-line no-await-in-loop
    const other = await findForm(tx, id);
    if (other === undefined || lockedFor(other, today) !== null) continue;
    const asked = new Set(other.sections.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    for (const { code } of totals)
      if (asked.has(code) && !found.has(code))
        found.set(code, { indicator: code, submissionId: other.id, title: other.title });
  }
  return [...found.values()];
}
