import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  format: 'дд.мм.гггг',
  notADate: 'Такой даты нет. Введите, например, 28.02.2023.',
  pick: (field: string) => `Выбрать дату: ${field}`,
  previousMonth: 'Предыдущий месяц',
  nextMonth: 'Следующий месяц',
  year: 'Год',
  month: 'Месяц',
  dayOff: 'выходной',
  today: 'сегодня',
};

export const dateTexts: Texts<typeof ru> = {
  ru,
  en: {
    format: 'dd.mm.yyyy',
    notADate: 'There is no such date. Type, for example, 28.02.2023.',
    pick: (field) => `Pick a date: ${field}`,
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    year: 'Year',
    month: 'Month',
    dayOff: 'day off',
    today: 'today',
  },
};
