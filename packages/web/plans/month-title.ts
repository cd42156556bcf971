import type { Language } from '@opora/domain/basics/catalog.ts';

/** «Февраль 2026» for `2026-02`. */
export function monthTitle(month: string, language: Language): string {
  const title = new Date(`${month}-01T00:00:00Z`)
    .toLocaleDateString(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    .replace(/\s*г\.$/u, '');
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** «фев» for the month of a date, for the narrow heads of a scale. */
export function monthShort(month: string, language: Language): string {
  return new Date(`${month}-01T00:00:00Z`)
    .toLocaleDateString(language, { month: 'short', timeZone: 'UTC' })
    .replace('.', '');
}
