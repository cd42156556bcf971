import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  asText: 'Оставить текстом',
  asTextAbout: 'по этим словам задачу никто не получит',
  find: 'Название организации или фамилия',
  means: (name: string) => `в системе: ${name}`,
  unmatched: 'в системе не сопоставлено',
  match: 'Сопоставить',
  change: 'Изменить',
  matchOf: (printed: string) => `Кто это в системе: ${printed}`,
  everywhere: (count: number) =>
    `Во всех мероприятиях плана с этими словами (${countRu(count, 'мероприятие', 'мероприятия', 'мероприятий')})`,
  matched: (printed: string, name: string, count: number) =>
    `«${printed}» — ${name}: ${countRu(count, 'мероприятие', 'мероприятия', 'мероприятий')}`,
};

/** Matching printed names to organisations and people of the tree. */
export const partyTexts: Texts<typeof ru> = {
  ru,
  en: {
    asText: 'Leave as text',
    asTextAbout: 'nobody gets the task by these words',
    find: 'Name of an organisation or a surname',
    means: (name) => `in the system: ${name}`,
    unmatched: 'not matched in the system',
    match: 'Match',
    change: 'Change',
    matchOf: (printed) => `Who it is in the system: ${printed}`,
    everywhere: (count) =>
      `In every activity of the plan with these words (${countEn(count, 'activity', 'activities')})`,
    matched: (printed, name, count) => `“${printed}” is ${name}: ${countEn(count, 'activity', 'activities')}`,
  },
};
