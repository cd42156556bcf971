import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  move: 'Переставить',
  up: 'Выше',
  down: 'Ниже',
  toSection: 'В конец раздела',
  withoutSection: 'без раздела',
  moved: (section: string) => `Переставлено, раздел: ${section}`,
  sortedNow: 'Чтобы переставлять строки, уберите сортировку и отбор и сгруппируйте таблицу по разделам.',
  keys: 'Enter — открыть, F2 — изменить, Alt + ↑ или ↓ — переставить строку.',
};

/** Moving an activity about in its plan. */
export const placeTexts: Texts<typeof ru> = {
  ru,
  en: {
    move: 'Move',
    up: 'Up',
    down: 'Down',
    toSection: 'To the end of section',
    withoutSection: 'no section',
    moved: (section) => `Moved, section: ${section}`,
    sortedNow: 'To move rows, clear sorting and filters and group the table by section.',
    keys: 'Enter opens, F2 edits, Alt + ↑ or ↓ moves the row.',
  },
};
