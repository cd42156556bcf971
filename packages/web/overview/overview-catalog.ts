import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Обзор',
  purpose: 'Что сделано, что опаздывает и что предстоит в ближайшие 30 дней.',
  empty: 'Планов пока нет. Загрузите приказ с дорожной картой — план получится из него.',
  toImport: 'Загрузить план',
  accepted: 'Принято',
  waits: 'Ждёт приёмки',
  late: 'Просрочено',
  ahead: 'Предстоит',
  upcoming: 'Ближайшие 30 дней',
  aboutLate: 'Ждут исполнителя, а последний день прошёл. Отправленное на приёмку опоздавшим не считается.',
  aboutWaits: 'Исполнитель отчитался, решения о приёмке ещё нет.',
  aboutUpcoming: 'Ждут исполнителя, последний день — сегодня или в ближайшие 30 дней.',
  aboutAccepted:
    'Принятые исполнения из всех, кроме отменённых. Видны только те, что относятся к вашей организации.',
  byTerritory: (late: number) =>
    late === 0
      ? 'Муниципалитеты: просроченного нет'
      : `Муниципалитеты: ${countRu(late, 'просроченное исполнение', 'просроченных исполнения', 'просроченных исполнений')}`,
  bySection: 'По разделам',
  byPlan: (shown: number, all: number) =>
    shown === all
      ? `Планы (${all}), сначала с наибольшими просрочками`
      : `Планы с наибольшими просрочками: ${shown} из ${all}`,
  allPlans: (all: number) => `Все планы (${all})`,
  upcomingChart: (count: number) => `${countRu(count, 'исполнение', 'исполнения', 'исполнений')} за 30 дней`,
  noUpcoming: 'На ближайшие 30 дней сроков нет.',
  noLate: 'Просроченного нет.',
  part: 'Часть',
  all: 'Всего',
  day: 'День',
  withoutSection: 'Без раздела',
  daysLate: (days: number) => `опаздывает на ${countRu(days, 'день', 'дня', 'дней')}`,
};

export const overviewTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Overview',
    purpose: 'What is done, what is late, and what is due in the next 30 days.',
    empty: 'No plans yet. Load an order with its road map; the plan is made from it.',
    toImport: 'Load a plan',
    accepted: 'Accepted',
    waits: 'Waits for acceptance',
    late: 'Late',
    ahead: 'Ahead',
    upcoming: 'Next 30 days',
    aboutLate: 'They wait for the executor and the last day has passed. What was submitted is not late.',
    aboutWaits: 'The executor has reported; nobody has decided yet.',
    aboutUpcoming: 'They wait for the executor; the last day is today or within 30 days.',
    aboutAccepted:
      'Accepted instances out of all but the cancelled ones. Only those of your organisation are seen.',
    byTerritory: (late) =>
      late === 0
        ? 'Municipalities: nothing is late'
        : `Municipalities: ${countEn(late, 'late instance', 'late instances')}`,
    bySection: 'By section',
    byPlan: (shown, all) =>
      shown === all
        ? `Plans (${all}), those with most late first`
        : `Plans with most late: ${shown} of ${all}`,
    allPlans: (all) => `All plans (${all})`,
    upcomingChart: (count) => `${countEn(count, 'instance', 'instances')} in 30 days`,
    noUpcoming: 'Nothing is due in the next 30 days.',
    noLate: 'Nothing is late.',
    part: 'Part',
    all: 'In all',
    day: 'Day',
    withoutSection: 'Without a section',
    daysLate: (days) => `${countEn(days, 'day', 'days')} late`,
  },
};
