import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  open: 'Напоминания',
  unread: (count: number) =>
    `Напоминания: ${countRu(count, 'непрочитанное', 'непрочитанных', 'непрочитанных')}`,
};

export const bellTexts: Texts<typeof ru> = {
  ru,
  en: { open: 'Reminders', unread: (count) => `Reminders: ${countEn(count, 'unread', 'unread')}` },
};
