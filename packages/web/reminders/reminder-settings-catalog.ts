import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const listRu = new Intl.ListFormat('ru');
const listEn = new Intl.ListFormat('en');
const daysRu = (days: readonly number[]): string =>
  days.length === 0
    ? 'только в сам срок'
    : `за ${listRu.format(days.map((day) => countRu(day, 'день', 'дня', 'дней')))} и в сам срок`;
const daysEn = (days: readonly number[]): string =>
  days.length === 0
    ? 'on the day itself only'
    : `${listEn.format(days.map((day) => countEn(day, 'day', 'days')))} before, and on the day itself`;

const ru = {
  title: 'Напоминания',
  purpose:
    'Одна сводка в день, утром рабочего дня: в продукте и письмом. О том, чей срок в выходной, напомним в рабочий день перед ним.',
  byMail: 'Присылать сводку письмом',
  to: (email: string) => `На адрес ${email}. Не чаще письма в день.`,
  noEmail: 'У вас не указана почта: сводка остаётся в продукте. Почту вносит администратор.',
  noMail: 'Почтовый сервер не настроен: пока сводка только в продукте.',
  asOffice: (days: readonly number[]) => `Напоминать, как решила организация: ${daysRu(days)}`,
  daysBefore: 'Напоминать о сроке',
  beforeDays: 'за сколько дней',
  daysBeforeHint: 'В сам срок напоминаем всегда.',
  before: (days: number) => `за ${countRu(days, 'день', 'дня', 'дней')}`,
  quiet: 'Не напоминать по этим дням недели',
  quietHint: 'Выходные и праздники и так тихие. О сроках тихого дня напомним накануне.',
  weekdays: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  absences: 'Отпуск и другие отсутствия',
  absencesHint:
    'Пока вас нет, напоминания получает замещающий. Права он не получает: их на время передаёт координатор («Передать дела»). Без замещающего о сроках отпуска напомним до его начала.',
  noAbsences: 'Не запланированы.',
  from: 'С',
  until: 'По',
  standIn: 'Кто замещает',
  nobody: 'никто',
  addAbsence: 'Добавить отсутствие',
  removeAbsence: (from: string) => `Убрать отсутствие с ${from}`,
  incomplete: 'Укажите первый и последний день каждого отсутствия.',
  saved: 'Настройки напоминаний сохранены.',
  officeRules: 'Правила организации',
  rulesTitle: 'Правила напоминаний',
  rulesPurpose:
    'Когда напоминать людям организации и всех подчинённых ей, если те не решили иначе, и кому сообщать о сильной просрочке.',
  organisation: 'Организация',
  stalled: 'Считать работу остановившейся, если ничего не происходит, дней',
  escalate: 'Сообщать контролирующему о просрочке, дней',
  escalateHint:
    'О каждом исполнении — по одному разу на каждый порог. Если контролирующий не известен системе, сообщаем тому, кто ведёт план.',
  undatedEvery: 'Напоминать о строках без даты и без подтверждения',
  undatedHint:
    'О строках без даты — тому, кто ведёт план; о проведённом до утверждения плана — исполнителям. Вместе с другими напоминаниями, одной строкой на мероприятие.',
  every: { week: 'в начале недели', month: 'в начале месяца', never: 'не напоминать' },
  numbers: 'Через запятую, не больше пяти чисел',
  numbersWrong: 'Введите до пяти разных целых чисел через запятую.',
  changedBy: (name: string, day: string) => `Изменено: ${name}, ${day}`,
  inherited: 'Своих правил нет: действуют вышестоящие или обычные.',
  rulesSaved: 'Правила сохранены.',
};

export const reminderSettingsTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Reminders',
    purpose:
      'One digest a day, in the morning of a working day: in the product and by mail. Of what is due on a day off you are told on the working day before.',
    byMail: 'Send the digest by mail',
    to: (email) => `To ${email}. One letter a day at most.`,
    noEmail: 'You have no e-mail: the digest stays in the product. An administrator enters the address.',
    noMail: 'No mail server is set up: the digest is in the product only.',
    asOffice: (days) => `Remind me as my office decided: ${daysEn(days)}`,
    daysBefore: 'Remind me of a deadline',
    beforeDays: 'how many days before',
    daysBeforeHint: 'On the day itself you are always reminded.',
    before: (days) => `${countEn(days, 'day', 'days')} before`,
    quiet: 'Do not remind me on these days of the week',
    quietHint: 'Days off are quiet anyway. Of what is due on a quiet day you are told the day before.',
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    absences: 'Holidays and other absences',
    absencesHint:
      'While you are away the stand-in is reminded. She gets no rights: a coordinator hands those over for the time. Without a stand-in you are told before you leave.',
    noAbsences: 'None planned.',
    from: 'From',
    until: 'Until',
    standIn: 'Stand-in',
    nobody: 'nobody',
    addAbsence: 'Add an absence',
    removeAbsence: (from) => `Remove the absence from ${from}`,
    incomplete: 'Give the first and the last day of each absence.',
    saved: 'Settings of reminders are saved.',
    officeRules: 'Rules of the office',
    rulesTitle: 'Rules of reminders',
    rulesPurpose:
      'When people of an office and of all below it are reminded, unless those decided otherwise, and who is told of what is very late.',
    organisation: 'Organisation',
    stalled: 'Work is stalled when nothing has happened for so many days',
    escalate: 'Tell the controller when it is late by so many days',
    escalateHint:
      'Of each instance once for each number. When the controller is not known to the system, who keeps the plan is told.',
    undatedEvery: 'Remind of rows without a date or without evidence',
    undatedHint:
      'Of rows without a date whoever keeps the plan, of what was done before approval its executors. With the other reminders, one line an activity.',
    every: { week: 'as a week begins', month: 'as a month begins', never: 'do not remind' },
    numbers: 'Separated by commas, five at most',
    numbersWrong: 'Type up to five different whole numbers separated by commas.',
    changedBy: (name, day) => `Changed by ${name}, ${day}`,
    inherited: 'No rules of its own: those from above or the usual ones hold.',
    rulesSaved: 'The rules are saved.',
  },
};
