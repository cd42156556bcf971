import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  unknown: 'Такой страницы нет',
  unknownWhy: 'Адрес набран с ошибкой или ссылка устарела. Всё, что ведётся в системе, открывается из меню.',
  toOverview: 'Перейти к обзору',
  broken: 'Страница не открылась',
  brokenWhy:
    'Сохранённое не потеряно. Обновите страницу; если это повторится, сообщите администратору, что вы делали и когда.',
  reload: 'Обновить страницу',
};

export const lostTexts: Texts<typeof ru> = {
  ru,
  en: {
    unknown: 'There is no such page',
    unknownWhy: 'The address is mistyped or the link is old. All that is kept here opens from the menu.',
    toOverview: 'Go to the overview',
    broken: 'The page did not open',
    brokenWhy:
      'What was saved is not lost. Reload the page; if it happens again, tell the administrator what you did and when.',
    reload: 'Reload the page',
  },
};
