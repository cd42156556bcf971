import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  product: 'Опора',
  skipToContent: 'К содержанию',
  menu: 'Меню',
  administration: 'Администрирование',
  language: 'Язык',
  loading: 'Загружается…',
  retry: 'Повторить',
  connectionLost: 'Нет связи с сервером. Введённое не потеряется; проверьте сеть и повторите.',
  save: 'Сохранить',
  cancel: 'Отмена',
  close: 'Закрыть',
  noData: 'нет данных',
  tooFew: 'мало участников',
  undo: 'Отменить',
  undone: 'Отменено',
  typeName: (name: string) => `Чтобы подтвердить, введите: ${name}`,
};

export const uiTexts: Texts<typeof ru> = {
  ru,
  en: {
    product: 'Opora',
    skipToContent: 'Skip to content',
    menu: 'Menu',
    administration: 'Administration',
    language: 'Language',
    loading: 'Loading…',
    retry: 'Try again',
    connectionLost: 'No connection to the server. What you typed is kept; check the network and try again.',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    noData: 'no data',
    tooFew: 'too few',
    undo: 'Undo',
    undone: 'Undone',
    typeName: (name) => `To confirm, type: ${name}`,
  },
};
