import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  signIn: 'Вход',
  purpose: 'Сопровождение школ с низкими образовательными результатами',
  email: 'Электронная почта',
  password: 'Пароль',
  enter: 'Войти',
  forgotten: 'Забыли пароль или нет приглашения? Обратитесь к администратору вашей организации.',
  sessionEnded: 'Сеанс закончился',
  sessionEndedHint: 'Войдите ещё раз. Введённое на странице останется, повторите последнее действие.',
  showPassword: 'Показать пароль',
  noRole:
    'Сейчас у вас нет ни одной роли, поэтому показать нечего. Обратитесь к администратору вашей организации.',
  account: 'Моя учётная запись',
  signOut: 'Выйти',
  places: (count: number) => `и ещё ${count}`,
  acting: 'и. о.',
};

export const signInTexts: Texts<typeof ru> = {
  ru,
  en: {
    signIn: 'Sign in',
    purpose: 'Support of schools with low educational results',
    email: 'E-mail',
    password: 'Password',
    enter: 'Sign in',
    forgotten: 'No password or no invitation? Ask the administrator of your organisation.',
    sessionEnded: 'The session has ended',
    sessionEndedHint: 'Sign in again. What you typed stays on the page; repeat the last action.',
    showPassword: 'Show the password',
    noRole:
      'You hold no role at present, so there is nothing to show. Ask the administrator of your organisation.',
    account: 'My account',
    signOut: 'Sign out',
    places: (count) => `and ${count} more`,
    acting: 'acting',
  },
};
