import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  restored: 'Восстановлено то, что вы набрали и не сохранили.',
  startAnew: 'Начать заново',
  changedByOther: 'Пока вы правили, запись изменил другой человек',
  lastChange: (who: string, when: string) => `Последняя правка: ${who}, ${when}`,
  taken: (fields: string) => `Чужая правка уже в форме, вы этих полей не трогали: ${fields}.`,
  bothChanged: (field: string) => `«${field}» изменили вы оба. Что оставить?`,
  theirs: 'У другого',
  mine: 'У вас',
  keepMine: 'Оставить моё',
  takeTheirs: 'Взять чужую правку',
  chooseFirst: 'Сначала выберите, что оставить в полях, которые изменили вы оба.',
};

/** Two people in one form. */
export const mergeTexts: Texts<typeof ru> = {
  ru,
  en: {
    restored: 'What you typed and did not save has been restored.',
    startAnew: 'Start anew',
    changedByOther: 'Somebody else has changed this while you were editing',
    lastChange: (who, when) => `Last change: ${who}, ${when}`,
    taken: (fields) => `Already in your form, for you had not touched it: ${fields}.`,
    bothChanged: (field) => `You have both changed “${field}”. Which one stays?`,
    theirs: 'Theirs',
    mine: 'Yours',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    chooseFirst: 'Choose first what stays in the fields that you have both changed.',
  },
};
