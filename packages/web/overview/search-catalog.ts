import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  open: 'Найти',
  keys: 'Ctrl\u00A0K',
  title: 'Поиск',
  question: 'Школа, человек, план, приказ или мероприятие',
  hint: 'Введите слова из названия, номер или дату приказа, ИНН, фамилию.',
  nothing: 'Ничего не нашлось. Попробуйте короче: номер школы или начало слова.',
  alike: 'Точно таких слов нет. Похожее:',
  readAs: (question: string) => `Показано по запросу «${question}» — похоже, была включена другая раскладка.`,
  units: 'Школы и организации',
  people: 'Люди',
  plans: 'Планы и акты',
  activities: 'Мероприятия',
  closed: 'закрыта',
  searching: 'Ищем…',
};

export const searchTexts: Texts<typeof ru> = {
  ru,
  en: {
    open: 'Search',
    keys: 'Ctrl\u00A0K',
    title: 'Search',
    question: 'A school, a person, a plan, an act or an activity',
    hint: 'Type words of a name, the number or date of an act, an INN, a surname.',
    nothing: 'Nothing was found. Try less: the number of the school or the beginning of a word.',
    alike: 'No name has all these words. Alike:',
    readAs: (question) => `Shown for “${question}”: the other keyboard layout seems to have been on.`,
    units: 'Schools and organisations',
    people: 'People',
    plans: 'Plans and acts',
    activities: 'Activities',
    closed: 'closed',
    searching: 'Searching…',
  },
};
