import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  subscribe: 'Подписка на календарь',
  titleOfTasks: 'Мои сроки в календаре телефона или Outlook',
  titleOfPlan: 'Сроки плана в календаре телефона или Outlook',
  hint: 'Скопируйте адрес и добавьте его в своём календаре как подписку («календарь по ссылке», «из интернета»). Сроки будут обновляться сами.',
  secret:
    'Адрес секретный: кто его знает, видит эти сроки без пароля. Показывается один раз; если потеряете, сделайте новый — прежний перестанет работать.',
  made: (day: string) => `Подписка сделана ${day}. Адрес показывается только при создании.`,
  make: 'Получить адрес',
  makeNew: 'Сделать новый адрес',
  address: 'Адрес календаря',
  copy: 'Скопировать',
  copied: 'Адрес скопирован',
  revoke: 'Отключить подписку',
  revoked: 'Подписка отключена: прежний адрес больше не отвечает',
};

/** Words of calendars by subscription. */
export const feedTexts: Texts<typeof ru> = {
  ru,
  en: {
    subscribe: 'Calendar subscription',
    titleOfTasks: 'My terms in the calendar of a phone or Outlook',
    titleOfPlan: 'Terms of the plan in the calendar of a phone or Outlook',
    hint: 'Copy the address and add it to your calendar as a subscription (“from the internet”). Terms will be kept up to date.',
    secret:
      'The address is a secret: whoever knows it sees these terms without a password. It is shown once; if you lose it, make a new one and the old one stops working.',
    made: (day) => `Subscribed on ${day}. The address is shown only when it is made.`,
    make: 'Get the address',
    makeNew: 'Make a new address',
    address: 'Address of the calendar',
    copy: 'Copy',
    copied: 'The address was copied',
    revoke: 'End the subscription',
    revoked: 'The subscription has ended: the old address answers no more',
  },
};
