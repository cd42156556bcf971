import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Перенос невыполненного',
  titleOf: (plan: string) => `Перенос невыполненного: ${plan}`,
  purpose:
    'Выберите, что перенести в план на следующий год: формулировки останутся, годы в сроках сдвинутся, а происхождение и причина сохранятся.',
  toPlan: 'К плану',
  nothing: 'Всё исполнено: переносить нечего.',
  choose: (name: string) => `Перенести: ${name}`,
  chooseAll: 'Выбрать всё',
  choosePast: 'Выбрать всё, чей срок прошёл',
  ahead: 'срок ещё не наступил',
  term: 'Срок',
  done: (done: number, total: number) => `исполнено ${done} из ${total}`,
  schools: 'Не исполнено',
  more: (count: number) => `и ещё ${count}`,
  reason: 'Причина',
  reasonOf: (name: string) => `Причина: ${name}`,
  carry: (count: number) =>
    `Подготовить план: ${countRu(count, 'мероприятие', 'мероприятия', 'мероприятий')}`,
  carriedInto: 'Перенесено в черновик',
  carriedTo: 'Перенесено в план',
  because: (reason: string) => `причина: ${reason}`,
  undo: 'Отменить перенос',
  undoHint: (title: string) => `Черновик «${title}» отложен`,
  from: 'Перенесено из',
  place: (no: string, plan: string) => (no === '' ? `плана «${plan}»` : `п. ${no} плана «${plan}»`),
};

export const carryOverTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Carry-over',
    titleOf: (plan) => `Carry-over: ${plan}`,
    purpose:
      'Choose what goes into the plan of the next year: words stay, years of the terms move forward, origin and reason are kept.',
    toPlan: 'To the plan',
    nothing: 'Everything is done: there is nothing to carry over.',
    choose: (name) => `Carry over: ${name}`,
    chooseAll: 'Choose all',
    choosePast: 'Choose all whose term is past',
    ahead: 'not due yet',
    term: 'Term',
    done: (done, total) => `${done} of ${total} done`,
    schools: 'Not done',
    more: (count) => `and ${count} more`,
    reason: 'Reason',
    reasonOf: (name) => `Reason: ${name}`,
    carry: (count) => `Draft the plan: ${countEn(count, 'activity', 'activities')}`,
    carriedInto: 'Carried into the draft',
    carriedTo: 'Carried into the plan',
    because: (reason) => `reason: ${reason}`,
    undo: 'Take the carry-over back',
    undoHint: (title) => `The draft “${title}” is put away`,
    from: 'Carried over from',
    place: (no, plan) => (no === '' ? `the plan “${plan}”` : `No. ${no} of the plan “${plan}”`),
  },
};
