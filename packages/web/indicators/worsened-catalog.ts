import { countEn, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Ухудшения, на которые стоит посмотреть',
  about: (name: string) =>
    `${name}: доли, которые от предпоследнего периода к последнему ушли в нежелательную сторону дальше, чем бывает случайно. По алфавиту, без рейтинга; малые числа скрыты.`,
  none: 'Нежелательных изменений больше случайных не видно.',
  change: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  all: (count: number) => `Показать все: ${count}`,
  byChance: (compared: number, chance: number) =>
    `Сравнений: ${compared}; из них ${chance === 0 ? 'ни одно' : `около ${chance}`} попало бы сюда и по случайности.`,
  regression:
    'Меньше 10 человек не сравнивается: один ученик меняет такую долю сильнее любой работы. После необычно удачного года следующий чаще слабее сам по себе (возврат к среднему): это повод посмотреть, а не вывод.',
};

/** Words of what went the wrong way. */
export const worsenedTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Changes for the worse that are worth a look',
    about: (name) =>
      `${name}: shares that went the wrong way between the last two periods, farther than chance takes them. By name, without a rating; small numbers are kept back.`,
    none: 'Nothing went the wrong way beyond chance.',
    change: (name, from, to) => `${name}: ${from} → ${to}`,
    all: (count) => `Show all: ${count}`,
    byChance: (compared, chance) =>
      `${countEn(compared, 'pair', 'pairs')} of numbers compared; ${chance === 0 ? 'none' : `about ${chance}`} would be here by chance alone.`,
    regression:
      'Under 10 people nothing is compared: one pupil moves such a share more than any work does. After an unusually good year the next tends to be weaker by itself (regression to the mean): a reason to look, not a conclusion.',
  },
};
