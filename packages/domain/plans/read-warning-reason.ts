import { isCalendarDate } from '../basics/calendar-date.ts';
import type { Language } from '../basics/catalog.ts';
import type { ReadWarning } from './read-document.ts';
import { readWarningTexts } from './read-warning-catalog.ts';

/** What is doubtful and what to do, with the dates among the warning's facts written as дд.мм.гггг. */
export function warningReason(
  { code, values }: Pick<ReadWarning, 'code' | 'values'>,
  language: Language,
): string {
  const written = values.map((value) =>
    isCalendarDate(value) ? value.split('-').reverse().join('.') : value,
  );
  return readWarningTexts[language][code].reason(written);
}
