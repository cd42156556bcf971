import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  assignee: 'Исполнитель',
  nobody: 'не назначен',
  name: 'Назначить',
  change: 'Сменить',
  who: 'Кто исполняет',
  find: 'Фамилия, должность или школа',
  me: 'вы',
  assigned: (name: string) => `Исполнитель: ${name}`,
  taken: 'Исполнитель снят',
};

/** Naming the person who does it. */
export const assigneeTexts: Texts<typeof ru> = {
  ru,
  en: {
    assignee: 'Done by',
    nobody: 'nobody in particular',
    name: 'Name somebody',
    change: 'Change',
    who: 'Who does it',
    find: 'Surname, post or school',
    me: 'you',
    assigned: (name) => `Done by ${name}`,
    taken: 'Nobody in particular now',
  },
};
