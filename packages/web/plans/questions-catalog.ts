import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  questions: 'Вопросы к подтверждениям',
  purpose:
    'Вопрос — не обвинение: так система просит взглянуть ещё раз. У каждого есть обычное объяснение, и рядом сказано какое. Исполнение вопрос не останавливает.',
  none: 'Вопросов нет.',
  askAnew: 'Проверить заново',
  askedAnew: 'Подтверждения просмотрены',
  missed: 'Проверка не удалась',
  missedOne:
    'Подтверждения отправлены, но система не смогла проверить их: вопросы, если они есть, не заданы.',
  missedMany: (count: number) =>
    `${countRu(count, 'исполнение отправлено', 'исполнения отправлены', 'исполнений отправлено')}, но подтверждения не проверены: вопросы, если они есть, не заданы.`,
  notCompared: 'План не сравнен с планами других организаций.',
  tellKeeper: 'Откройте исполнение и проверьте его заново. Весь план проверяет тот, кто его ведёт.',
  usually: 'Обычное объяснение',
  more: (count: number) => `и ещё ${countRu(count, 'исполнение', 'исполнения', 'исполнений')}`,
  rows: (count: number) => `Какие мероприятия совпадают: ${count}`,
  mine: 'В этом плане',
  other: 'В другом плане',
  toOther: 'Открыть другой план',
  answer: 'Ответить',
  forAll: { settle: 'Принять пояснение по всем', answer: 'Ответить за всех' },
  answerLabel: 'Как было на самом деле',
  answered: 'Ответ',
  settle: 'Пояснение принято',
  settleLabel: 'Чем объясняется',
  settled: 'Пояснение принято',
  settledBefore: 'Раньше пояснение принимали, но с тех пор факты изменились',
  reopen: 'Вернуть вопрос',
  closed: (count: number) => `Закрытые вопросы: ${count}`,
  done: { answer: 'Ответ записан', settle: 'Вопрос закрыт', reopen: 'Вопрос снова открыт' },
};

export const questionsTexts: Texts<typeof ru> = {
  ru,
  en: {
    questions: 'Questions about evidence',
    purpose:
      'A question is no accusation: the system asks for a second look. Each has a usual explanation, which stands beside it. It stops nothing.',
    none: 'There are no questions.',
    askAnew: 'Look anew',
    askedAnew: 'The evidence was looked through',
    missed: 'The check has failed',
    missedOne:
      'The evidence was submitted, but could not be checked: questions, if there are any, are not asked.',
    missedMany: (count) =>
      `${countEn(count, 'instance was', 'instances were')} submitted, but not checked: questions, if there are any, are not asked.`,
    notCompared: 'The plan was not compared with those of other organisations.',
    tellKeeper: 'Open the instance and check it anew. Whoever keeps the plan can check all of it.',
    usually: 'Usual explanation',
    more: (count) => `and ${countEn(count, 'more instance', 'more instances')}`,
    rows: (count) => `Equal activities: ${count}`,
    mine: 'In this plan',
    other: 'In the other plan',
    toOther: 'Open the other plan',
    answer: 'Answer',
    forAll: { settle: 'Take the explanation for all', answer: 'Answer for all' },
    answerLabel: 'How it really was',
    answered: 'Answer',
    settle: 'Explanation taken',
    settleLabel: 'What explains it',
    settled: 'Explanation taken',
    settledBefore: 'An explanation was taken before, but the facts have changed since',
    reopen: 'Ask again',
    closed: (count) => `Closed questions: ${count}`,
    done: {
      answer: 'The answer is kept',
      settle: 'The question is closed',
      reopen: 'The question is open again',
    },
  },
};
