import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = { more: 'Справа есть ещё столбцы: прокрутите таблицу →' };

/** Words of a table that is wider than its place. */
export const wideTableTexts: Texts<typeof ru> = {
  ru,
  en: { more: 'There are more columns to the right: scroll the table →' },
};
