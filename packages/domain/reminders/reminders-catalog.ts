import { countEn, countRu, type Texts } from '../basics/catalog.ts';
import type { ReminderKind } from './reminder.ts';

const kindsRu: Record<ReminderKind, string> = {
  escalated: 'Сильно просрочено',
  late: 'Просрочено',
  today: 'Срок сегодня',
  returned: 'Вернули на доработку',
  waiting: 'Ждёт вашего решения',
  soon: 'Срок скоро',
  opened: 'Открыт сбор показателей',
  stalled: 'В работе без движения',
  unproven: 'Проведено до утверждения плана, нужно подтверждение',
  undated: 'Без даты: назначьте срок',
  accepted: 'Форма принята',
};
const kindsEn: Record<ReminderKind, string> = {
  escalated: 'Very late',
  late: 'Late',
  today: 'Due today',
  returned: 'Returned for revision',
  waiting: 'Waits for your decision',
  soon: 'Due soon',
  opened: 'A collection of indicators was opened',
  stalled: 'In work, but nothing happens',
  unproven: 'Done before the plan was approved, evidence is asked for',
  undated: 'Without a date: set one',
  accepted: 'The form was accepted',
};

const ru = {
  kinds: kindsRu,
  times: (count: number) => countRu(count, 'исполнение', 'исполнения', 'исполнений'),
  forms: (count: number) => countRu(count, 'форма', 'формы', 'форм'),
  collection: 'сбор показателей',
  closedAfter: (day: string) => `закроется после ${day}`,
  noDate: 'без даты',
  newMark: 'новое',
  leftOut: (lines: number) =>
    `Ещё ${countRu(lines, 'строка не поместилась', 'строки не поместились', 'строк не поместились')} — все задачи в разделе «Мои задачи».`,
  subject: (day: string, count: number) =>
    `Опора: ${countRu(count, 'напоминание', 'напоминания', 'напоминаний')} на ${day}`,
  hello: (name: string) => `Здравствуйте, ${name}!`,
  lead: (day: string) => `Что требует внимания на ${day}:`,
  openAll: 'Открыть в «Опоре»',
  why: 'Письмо приходит не чаще раза в день, и только когда есть новое или началась неделя.',
  turnOff: 'Настроить напоминания или отказаться от писем',
};

/** Words of reminders, the same on the page and in the letter. */
export const reminderTexts: Texts<typeof ru> = {
  ru,
  en: {
    kinds: kindsEn,
    times: (count) => countEn(count, 'instance', 'instances'),
    forms: (count) => countEn(count, 'form', 'forms'),
    collection: 'collection of indicators',
    closedAfter: (day) => `closes after ${day}`,
    noDate: 'no date',
    newMark: 'new',
    leftOut: (lines) => `${countEn(lines, 'more line', 'more lines')}: “My tasks” holds them all.`,
    subject: (day, count) => `Opora: ${countEn(count, 'reminder', 'reminders')} for ${day}`,
    hello: (name) => `Dear ${name},`,
    lead: (day) => `What needs your attention on ${day}:`,
    openAll: 'Open in Opora',
    why: 'A letter comes once a day at most, and only when there is something new or a week begins.',
    turnOff: 'Change reminders or stop these letters',
  },
};
