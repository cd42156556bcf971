import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  nowEdits: (names: string) => `Сейчас правит: ${names}`,
  nowEdit: (names: string) => `Сейчас правят: ${names}`,
  somebody: 'кто-то из коллег',
  nothingIsLost: 'ваши правки сойдутся по полям, ничего не пропадёт',
};

/** Who else has the same thing open. */
export const editingTexts: Texts<typeof ru> = {
  ru,
  en: {
    nowEdits: (names) => `Editing now: ${names}`,
    nowEdit: (names) => `Editing now: ${names}`,
    somebody: 'a colleague',
    nothingIsLost: 'your changes will be joined field by field, nothing is lost',
  },
};
