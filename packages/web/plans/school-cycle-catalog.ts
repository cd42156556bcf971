import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  plans: 'Планы и акты',
  activities: 'Мероприятия школы',
  part: 'Что показать',
  parts: { late: 'Просрочено', ahead: 'Предстоит', waits: 'Ждёт приёмки', accepted: 'Принято' },
  documents: 'Документы',
  events: 'Участие в мероприятиях',
  tookPart: 'участвовала',
  tookNoPart: 'не участвовала',
  people: (count: number) => countRu(count, 'человек', 'человека', 'человек'),
  nothing:
    'Школа не участвует ни в одном плане, и в ответственных её нет. Когда план с этой школой утвердят, здесь появятся её сроки и документы.',
  empties: {
    late: 'Просроченного нет.',
    ahead: 'Впереди ничего нет.',
    waits: 'Приёмки ничего не ждёт.',
    accepted: 'Принятого ещё нет.',
  },
  noDocuments: 'Документов ещё не приложено.',
  takesPart: (period: string) => `участвует ${period}`,
  from: (day: string) => `с ${day}`,
  until: (day: string) => `по ${day}`,
  done: 'принято',
  closedPlan: 'план завершён',
  undated: 'без даты',
  more: 'Показать ещё',
};

export const schoolCycleTexts: Texts<typeof ru> = {
  ru,
  en: {
    plans: 'Plans and acts',
    activities: 'Activities of the school',
    part: 'What to show',
    parts: { late: 'Late', ahead: 'Ahead', waits: 'Waits for acceptance', accepted: 'Accepted' },
    documents: 'Documents',
    events: 'Events attended',
    tookPart: 'took part',
    tookNoPart: 'did not take part',
    people: (count) => countEn(count, 'person', 'people'),
    nothing:
      'The school stands in no plan and answers for no activity. Once a plan with it is approved, its deadlines and documents appear here.',
    empties: {
      late: 'Nothing is late.',
      ahead: 'Nothing lies ahead.',
      waits: 'Nothing waits for acceptance.',
      accepted: 'Nothing has been accepted yet.',
    },
    noDocuments: 'No documents have been given yet.',
    takesPart: (period) => `takes part ${period}`,
    from: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    done: 'accepted',
    closedPlan: 'plan closed',
    undated: 'no date',
    more: 'Show more',
  },
};
