import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  open: 'Найти',
  keys: 'Ctrl\u00A0K',
  title: 'Поиск',
  question: 'Школа, организация или человек',
  hint: 'Введите слова из названия, номер, ИНН или фамилию.',
  nothing: 'Ничего не нашлось. Попробуйте короче: номер школы или начало слова.',
  alike: 'Точно таких слов нет. Похожее:',
  closed: 'закрыта',
  searching: 'Ищем…',
};

export const searchTexts: Texts<typeof ru> = {
  ru,
  en: {
    open: 'Search',
    keys: 'Ctrl\u00A0K',
    title: 'Search',
    question: 'A school, an organisation or a person',
    hint: 'Type words of a name, a number, an INN or a surname.',
    nothing: 'Nothing was found. Try less: the number of the school or the beginning of a word.',
    alike: 'No name has all these words. Alike:',
    closed: 'closed',
    searching: 'Searching…',
  },
};
