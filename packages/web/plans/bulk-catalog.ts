import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { BulkKind } from '@opora/domain/plans/bulk-act.ts';

const instancesRu = (count: number) => countRu(count, 'исполнение', 'исполнения', 'исполнений');
const instancesEn = (count: number) => countEn(count, 'instance', 'instances');

type ByKind<T> = Readonly<Record<BulkKind, T>>;

const buttonsRu: ByKind<string> = {
  submit: 'Отправить на проверку',
  accept: 'Принять',
  postpone: 'Отложить',
  assign: 'Назначить исполнителя',
};
const buttonsEn: ByKind<string> = {
  submit: 'Send for acceptance',
  accept: 'Accept',
  postpone: 'Postpone',
  assign: 'Name who does it',
};
const doneRu: ByKind<(count: number) => string> = {
  submit: (count) => `Отправлено на проверку: ${instancesRu(count)}`,
  accept: (count) => `Принято: ${instancesRu(count)}`,
  postpone: (count) => `Отложено: ${instancesRu(count)}`,
  assign: (count) => `Исполнитель назначен: ${instancesRu(count)}`,
};
const doneEn: ByKind<(count: number) => string> = {
  submit: (count) => `Sent for acceptance: ${instancesEn(count)}`,
  accept: (count) => `Accepted: ${instancesEn(count)}`,
  postpone: (count) => `Postponed: ${instancesEn(count)}`,
  assign: (count) => `Named who does it: ${instancesEn(count)}`,
};
const notDoneRu: ByKind<string> = {
  submit: 'не отправлены',
  accept: 'не приняты',
  postpone: 'не отложены',
  assign: 'не назначены',
};
const notDoneEn: ByKind<string> = {
  submit: 'not sent',
  accept: 'not accepted',
  postpone: 'not postponed',
  assign: 'not given',
};

const ru = {
  buttons: buttonsRu,
  done: doneRu,
  withMany: 'Действия с отмеченными',
  willTake: (count: number, days: string | null) =>
    `Будет взято: ${instancesRu(count)}${days === null ? '' : `, срок ${days}`}.`,
  nothingToTake: 'Среди отмеченного нет исполнений, с которыми это можно сделать.',
  days: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  dueUntil: 'Со сроком не позже',
  dueUntilHint: 'Строка может держать сроки на весь год: берутся те, что наступают до этого дня.',
  newDueOn: 'Новый последний день',
  reason: 'Причина',
  message: 'Что передать проверяющему (необязательно)',
  decision: 'Пояснение (необязательно)',
  act: (kind: BulkKind, count: number) => `${buttonsRu[kind]}: ${count}`,
  refused: (kind: BulkKind, count: number, total: number) => `${count} из ${total} ${notDoneRu[kind]}:`,
  refusedBefore: (count: number) => `Не получится: ${count}`,
  notUndone: (count: number, total: number) => `${count} из ${total} не возвращены:`,
  andMore: (count: number) => `и ещё ${count}`,
  recent: 'Недавние действия со многими исполнениями',
  recentHint: 'Сутки их можно отменить. То, что с тех пор изменил кто-то другой, останется как есть.',
  until: (day: string) => `до ${day}`,
  undoneAt: 'отменено',
  undone: (count: number) => `Возвращено: ${instancesRu(count)}`,
  mark: 'Отметить',
  markAll: (count: number) => `Отметить все найденные: ${count}`,
  unmark: 'Снять отметки',
  marked: (count: number) => `Отмечено: ${count}`,
  find: 'Найти в задачах',
  nothingFound: 'Таких задач нет.',
  keys: 'Пробел отмечает, Shift со стрелкой или щелчком — подряд.',
  markCells: 'Отмечать ячейки',
  markCellsHint: 'Щелчок или пробел отмечает ячейку, с Shift — прямоугольник, название — весь ряд.',
};

/** Doing something to many instances at once, and taking it back. */
export const bulkTexts: Texts<typeof ru> = {
  ru,
  en: {
    buttons: buttonsEn,
    done: doneEn,
    withMany: 'Actions on what is marked',
    willTake: (count, days) => `It takes ${instancesEn(count)}${days === null ? '' : `, due ${days}`}.`,
    nothingToTake: 'Among what is marked there is nothing that this can be done to.',
    days: (first, last) => (first === last ? first : `${first} – ${last}`),
    dueUntil: 'Due no later than',
    dueUntilHint: 'A row may hold the terms of a whole year: those due by this day are taken.',
    newDueOn: 'New last day',
    reason: 'Reason',
    message: 'A word to who accepts it (optional)',
    decision: 'A word of explanation (optional)',
    act: (kind, count) => `${buttonsEn[kind]}: ${count}`,
    refused: (kind, count, total) => `${count} of ${total} ${notDoneEn[kind]}:`,
    refusedBefore: (count) => `Not possible for ${count}`,
    notUndone: (count, total) => `${count} of ${total} not taken back:`,
    andMore: (count) => `and ${count} more`,
    recent: 'Recent actions on many instances',
    recentHint: 'They can be taken back for a day. What somebody else has changed since stays as it is.',
    until: (day) => `until ${day}`,
    undoneAt: 'taken back',
    undone: (count) => `Taken back: ${instancesEn(count)}`,
    mark: 'Mark',
    markAll: (count) => `Mark all found: ${count}`,
    unmark: 'Unmark',
    marked: (count) => `Marked: ${count}`,
    find: 'Find among the tasks',
    nothingFound: 'There are no such tasks.',
    keys: 'Space marks; Shift with an arrow or a click marks a run.',
    markCells: 'Mark cells',
    markCellsHint: 'A click or Space marks a cell, with Shift a rectangle, a name a whole line.',
  },
};
