import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Отправка формы',
  send: 'Отправить',
  takeBack: 'Отозвать',
  sent: 'Форма отправлена',
  stopped: (count: number) =>
    `Отправить пока нельзя: исправьте ${countRu(count, 'строку', 'строки', 'строк')} с ошибкой.`,
  asked: (count: number) =>
    `Можно отправить, но ${countRu(count, 'вопрос', 'вопроса', 'вопросов')} без ответа: исправьте или объясните.`,
  moves: {
    send: 'отправлена',
    'take-back': 'отозвана',
    hold: 'взята на чтение',
    'let-go': 'отпущена',
    accept: 'принята',
    return: 'возвращена',
  },
};

/** Words of sending a form. */
export const formSendTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Sending the form',
    send: 'Send',
    takeBack: 'Take back',
    sent: 'The form was sent',
    stopped: (count) => `It cannot be sent yet: mend ${countEn(count, 'line', 'lines')} with an error.`,
    asked: (count) =>
      `It can be sent, but ${countEn(count, 'question is', 'questions are')} open: mend or explain.`,
    moves: {
      send: 'sent',
      'take-back': 'taken back',
      hold: 'being read',
      'let-go': 'let go',
      accept: 'accepted',
      return: 'returned',
    },
  },
};
