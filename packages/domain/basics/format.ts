import { calendarDate, daysBetween, type CalendarDate } from './calendar-date.ts';
import type { Language } from './catalog.ts';

const noBreak = '\u00A0';

/** «28.02.2023», in both languages: the dates of Russian documents are read by people with the document in hand. */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** «через 3 дня», «вчера». For use beside the date itself, never alone. */
export function formatDaysFrom(today: CalendarDate, date: CalendarDate, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(daysBetween(today, date), 'day');
}

/**
 * What a person typed as a date, or null: «28.02.2023», «28.2.23», «28022023», «28/02/2023», «2023-02-28».
 * Two digits of a year mean this century.
 */
export function parseTypedDate(text: string): CalendarDate | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match =
    /^(\d{1,2})[.,/\s-]+(\d{1,2})[.,/\s-]+(\d{4}|\d{2})(?:\s*г\.?)?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (match === null) return null;
  const year = Number(match[3]);
  return calendarDate(year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]));
}

/** «1 234,5» in Russian; at most `digitsMax` digits after the comma. What rounds to nothing has no sign. */
export function formatNumber(value: number, language: Language, digitsMax = 1): string {
  const text = value.toLocaleString(language, { maximumFractionDigits: digitsMax });
  return text === '-0' ? '0' : text.replace('-', '−');
}

/** A number as a Russian or English person types it: decimal comma or point, spaces between thousands. */
export function parseTypedNumber(text: string): number | null {
  const typed = text.replaceAll(/\s/g, '').replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : null;
}

/**
 * A share in whole percent, never without its counts beside it. What is not all never rounds to 100 %, what is not nothing never to 0 %:
 * then «>99 %» and «<1 %». Null when there is nothing to divide by.
 */
export function formatPercent(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 0.5) return `<1${noBreak}%`;
  if (part < whole && percent >= 99.5) return `>99${noBreak}%`;
  return `${Math.round(percent)}${noBreak}%`;
}

/** «7 из 24 · 29 %»: a share with what it is made of. */
export function formatShare(part: number, whole: number, language: Language): string {
  const of = language === 'ru' ? 'из' : 'of';
  const counts = `${formatNumber(part, language)} ${of} ${formatNumber(whole, language)}`;
  const percent = formatPercent(part, whole);
  return percent === null ? counts : `${counts} · ${percent}`;
}

export type PersonName = {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
};

/** «Иванова А. П.», never broken between the initials and the surname. */
export function formatSurnameFirst(name: PersonName): string {
  return [name.surname, ...initials(name)].join(noBreak);
}

/** «А. П. Иванова», as under a document. */
export function formatInitialsFirst(name: PersonName): string {
  return [...initials(name), name.surname].join(noBreak);
}

/** «Иванова Анна Петровна». */
export function formatFullName(name: PersonName): string {
  return [name.surname, name.givenName, name.patronymic].filter((part) => part !== null).join(' ');
}

function initials({ givenName, patronymic }: PersonName): string[] {
  return [givenName, patronymic ?? ''].filter((part) => part !== '').map((part) => `${part.slice(0, 1)}.`);
}
