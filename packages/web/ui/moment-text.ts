import type { Language } from '@opora/domain/basics/catalog.ts';

/** An instant on the person's own clock: «02.03.2026, 09:15». */
export function momentText(instant: string, language: Language): string {
  return new Date(instant).toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
