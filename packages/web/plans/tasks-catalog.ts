import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { TaskGroup, TaskReason } from '@opora/domain/plans/tasks.ts';

const groupsRu: Record<TaskGroup, string> = {
  late: 'Просрочено',
  'this-week': 'На этой неделе',
  decision: 'Ждёт вашего решения',
  date: 'Назначьте дату',
  soon: 'Скоро',
};
const groupsEn: Record<TaskGroup, string> = {
  late: 'Late',
  'this-week': 'This week',
  decision: 'Waits for your decision',
  date: 'Set the date',
  soon: 'Soon',
};
const reasonsRu: Record<TaskReason, string> = {
  assignee: 'поручено вам',
  party: 'ваша организация — ответственная',
  school: 'исполняет ваша школа',
  keeper: 'ответственный не найден в системе, вы ведёте план',
  acceptor: 'вы принимаете исполнение',
};
const reasonsEn: Record<TaskReason, string> = {
  assignee: 'given to you',
  party: 'your organisation is responsible',
  school: 'your school carries it out',
  keeper: 'nobody responsible is known to the system, you keep the plan',
  acceptor: 'you accept it',
};

const ru = {
  tasks: 'Мои задачи',
  purpose: 'Что просрочено, что скоро и что ждёт вашего решения.',
  empty: 'Сейчас от вас ничего не ждут. Новое появится за месяц до срока.',
  groups: groupsRu,
  reasons: reasonsRu,
  returned: (note: string) => `Вернули: «${note}»`,
  beforeApproval: 'срок был до приказа — нужны только подтверждения',
  byDocument: (phrase: string) => `срок по документу: ${phrase}`,
  more: 'Показаны самые срочные.',
  controlled: 'На вашем контроле',
  controlledCounts: (late: number, submitted: number) =>
    `просрочено ${late}, ${countRu(submitted, 'ждёт решения', 'ждут решения', 'ждут решения')}`,
};

export const tasksTexts: Texts<typeof ru> = {
  ru,
  en: {
    tasks: 'My tasks',
    purpose: 'What is late, what is due soon and what waits for your decision.',
    empty: 'Nothing is asked of you now. New tasks appear a month before they are due.',
    groups: groupsEn,
    reasons: reasonsEn,
    returned: (note) => `Returned: “${note}”`,
    beforeApproval: 'due before the order: only evidence is needed',
    byDocument: (phrase) => `deadline in the document: ${phrase}`,
    more: 'Only the most urgent are shown.',
    controlled: 'Under your control',
    controlledCounts: (late, submitted) =>
      `${late} late, ${countEn(submitted, 'waits for a decision', 'wait for a decision')}`,
  },
};
