import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  about:
    'Карточка — срок мероприятия. Перетащите её в другой столбец или откройте «Переместить». Между карточками ходят стрелками.',
  find: 'Найти карточку',
  move: (title: string) => `Переместить: ${title}`,
  moveTo: 'Переместить в',
  of: (count: number, total: number) => `${count} из ${total}`,
  undated: 'без даты',
  noMove: (from: string, to: string) =>
    `Из «${from}» нельзя сразу в «${to}»: принимается только то, что отправлено на проверку, а принятое можно только вернуть на доработку.`,
  notYours:
    'Это действие с мероприятием не ваше: его делает исполнитель, проверяющий или тот, кто ведёт план.',
  oneByOne: 'Это делается по одной школе: выберите её в списке.',
  showFolded: 'Показать отменённое и ждущее подтверждения',
  hideFolded: 'Скрыть отменённое и ждущее подтверждения',
};

export const boardTexts: Texts<typeof ru> = {
  ru,
  en: {
    about:
      'A card is a term of an activity. Drag it to another column or open “Move”. Arrows walk between cards.',
    find: 'Find a card',
    move: (title) => `Move: ${title}`,
    moveTo: 'Move to',
    of: (count, total) => `${count} of ${total}`,
    undated: 'no date',
    noMove: (from, to) =>
      `Nothing leads from “${from}” straight to “${to}”: only what was submitted is accepted, and what was accepted can only be returned.`,
    notYours: 'This is not yours to do: the executor, the acceptor or who keeps the plan does it.',
    oneByOne: 'This is done school by school: choose one in the list.',
    showFolded: 'Show cancelled and what needs evidence',
    hideFolded: 'Hide cancelled and what needs evidence',
  },
};
