import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const mailRu = {
  waiting: 'Письмо ждёт отправки.',
  claimed: 'Письмо отправляется.',
  sent: 'Отправлено и письмом.',
  refused: 'Письмо не принято почтовым сервером: проверьте адрес у администратора.',
  expired: 'Письмо не ушло: почтовый сервер был недоступен весь день.',
  unclear: 'Неизвестно, дошло ли письмо: связь оборвалась при отправке. Второй раз оно не отправлено.',
};
const mailEn: typeof mailRu = {
  waiting: 'The letter waits to be sent.',
  claimed: 'The letter is being sent.',
  sent: 'Sent as a letter too.',
  refused: 'The mail server refused the letter: ask your administrator about the address.',
  expired: 'The letter did not go: the mail server was away all day.',
  unclear: 'It is not known whether the letter arrived: the line broke. It was not sent again.',
};

const ru = {
  title: 'Напоминания',
  purpose: 'Одна сводка на день: что просрочено, что скоро и что ждёт вашего решения.',
  settings: 'Настроить',
  today: 'Сегодня',
  empty:
    'Напоминаний пока нет. Они появляются утром рабочего дня, когда подходит срок, что-то вернули или ждёт вашего решения.',
  nothingToday: 'На сегодня нового нет. Ниже — последняя сводка.',
  digestOf: (day: string) => `Сводка на ${day}`,
  earlier: 'Другие дни',
  unread: 'не прочитано',
  read: 'прочитано',
  markRead: 'Отметить прочитанной',
  count: (count: number) => countRu(count, 'исполнение', 'исполнения', 'исполнений'),
  tasks: 'Мои задачи',
  mail: mailRu,
};

export const remindersPageTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Reminders',
    purpose: 'One digest a day: what is late, what is due soon and what waits for your decision.',
    settings: 'Settings',
    today: 'Today',
    empty:
      'No reminders yet. They come in the morning of a working day, when something is due, was returned or waits for you.',
    nothingToday: 'There is nothing new for today. The last digest is below.',
    digestOf: (day) => `Digest of ${day}`,
    earlier: 'Other days',
    unread: 'not read',
    read: 'read',
    markRead: 'Mark as read',
    count: (count) => countEn(count, 'instance', 'instances'),
    tasks: 'My tasks',
    mail: mailEn,
  },
};
