import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Отправка формы',
  send: 'Отправить',
  sent: 'Форма отправлена',
  stopped: (count: number) =>
    `Отправить пока нельзя: исправьте ${countRu(count, 'строку', 'строки', 'строк')} с ошибкой.`,
  asked: (count: number) =>
    `Отправить пока нельзя: ${countRu(count, 'вопрос', 'вопроса', 'вопросов')} без ответа. Исправьте или объясните.`,
  lookAt: (count: number) =>
    `Перед отправкой взгляните: ${countRu(count, 'предупреждение', 'предупреждения', 'предупреждений')}.`,
};

/** Words of sending a form. */
export const formSendTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Sending the form',
    send: 'Send',
    sent: 'The form was sent',
    stopped: (count) => `It cannot be sent yet: mend ${countEn(count, 'line', 'lines')} with an error.`,
    asked: (count) =>
      `It cannot be sent yet: ${countEn(count, 'question is', 'questions are')} open. Mend or explain.`,
    lookAt: (count) => `Before sending, look at ${countEn(count, 'warning', 'warnings')}.`,
  },
};
