import type { Texts } from '@opora/domain/basics/catalog.ts';

// What the frame of every page says of the person: apart from the words of signing in, which only that page loads.
const ru = {
  noRole:
    'Сейчас у вас нет ни одной роли, поэтому показать нечего. Обратитесь к администратору вашей организации.',
  account: 'Моя учётная запись',
  signOut: 'Выйти',
  acting: 'и. о.',
  workAsLabel: 'Работать в роли',
  workAs: (title: string) => `Роль: ${title}. Сменить`,
  allRoles: 'все роли',
  chosen: 'выбрано',
  allRolesAtOnce: 'Все мои роли сразу',
};

export const signedInTexts: Texts<typeof ru> = {
  ru,
  en: {
    noRole:
      'You hold no role at present, so there is nothing to show. Ask the administrator of your organisation.',
    account: 'My account',
    signOut: 'Sign out',
    acting: 'acting',
    workAsLabel: 'Work as',
    workAs: (title) => `Role: ${title}. Change`,
    allRoles: 'all roles',
    chosen: 'chosen',
    allRolesAtOnce: 'All my roles at once',
  },
};
