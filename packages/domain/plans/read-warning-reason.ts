import { isCalendarDate } from '../basics/calendar-date.ts';
import type { Language } from '../basics/catalog.ts';
import type { ReadWarning, ReadWarningCode } from './read-document.ts';
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

/** As `warningReason`, of a doubt kept with a plan: a code of a later version of the reader is told as it is. */
export function keptWarningReason(
  { code, values }: { readonly code: string; readonly values: readonly string[] },
  language: Language,
): string {
  return isKnown(code) ? warningReason({ code, values: [...values] }, language) : code;
}

const isKnown = (code: string): code is ReadWarningCode => Object.hasOwn(readWarningTexts.ru, code);
