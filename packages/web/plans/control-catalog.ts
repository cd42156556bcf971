import type { Texts } from '@opora/domain/basics/catalog.ts';
import type { ControlMark, ControlSums } from '@opora/domain/plans/control-card.ts';

const marksRu: Record<ControlMark['kind'], string> = {
  'taken-off': 'Снято с контроля',
  'put-back': 'Возвращено на контроль',
};
const marksEn: Record<ControlMark['kind'], string> = {
  'taken-off': 'Taken off control',
  'put-back': 'Put back under control',
};

const ru = {
  card: 'Контрольная карточка',
  purpose: (act: string, controller: string) => `${act} · контроль: ${controller}`,
  nobody: 'не указан',
  toPlan: 'К плану',
  docx: 'Карточка (DOCX)',
  sums: ({ rows, done, late, waiting, takenOff }: ControlSums) =>
    `Пунктов ${rows} · исполнено ${done} · с просрочкой ${late} · ждут решения ${waiting} · снято с контроля ${takenOff}`,
  point: 'Пункт',
  section: 'Раздел',
  deadline: 'Срок по документу',
  dueOn: 'Срок',
  responsible: 'Исполнитель',
  done: 'Что сделано',
  share: (accepted: number, total: number, waiting: number) =>
    `принято ${accepted} из ${total}${waiting === 0 ? '' : `, ждёт решения: ${waiting}`}`,
  execution: {
    done: 'исполнено',
    waiting: 'представлено, ждёт решения',
    cancelled: 'отменено',
    open: 'не исполнено',
  },
  moved: 'Перенос срока',
  movedFrom: (from: string, to: string) => `с ${from} на ${to}`,
  more: 'и другие',
  daysLate: 'Просрочено, дней',
  control: 'Контроль',
  under: 'на контроле',
  off: 'снято с контроля',
  marks: marksRu,
  takeOff: 'Снять с контроля',
  putBack: 'Вернуть на контроль',
  ground: 'Основание',
  groundHint: 'Например: исполнено в полном объёме, протокол от 10.11.2026 № 4',
  openTerms: (count: number) =>
    `Не принято сроков: ${count}. Снять с контроля можно и так — основание останется в карточке.`,
  history: 'Отметки',
  noMarks: 'Отметок ещё нет: пункт на контроле.',
  evidence: 'Подтверждения',
  noEvidence: 'Ничего не приложено.',
  noMoved: 'Срок не переносили.',
  toActivity: 'Открыть мероприятие в плане',
  empty: 'В плане нет мероприятий.',
};

export const controlTexts: Texts<typeof ru> = {
  ru,
  en: {
    card: 'Control card',
    purpose: (act, controller) => `${act} · control: ${controller}`,
    nobody: 'not named',
    toPlan: 'To the plan',
    docx: 'Card (DOCX)',
    sums: ({ rows, done, late, waiting, takenOff }) =>
      `${rows} points · ${done} done · ${late} with something late · ${waiting} wait for a decision · ${takenOff} taken off control`,
    point: 'Point',
    section: 'Section',
    deadline: 'Deadline as printed',
    dueOn: 'Due on',
    responsible: 'Responsible',
    done: 'What was done',
    share: (accepted, total, waiting) =>
      `${accepted} of ${total} accepted${waiting === 0 ? '' : `, awaiting decision: ${waiting}`}`,
    execution: {
      done: 'done',
      waiting: 'submitted, awaits a decision',
      cancelled: 'cancelled',
      open: 'not done',
    },
    moved: 'Moved',
    movedFrom: (from, to) => `from ${from} to ${to}`,
    more: 'and others',
    daysLate: 'Days late',
    control: 'Control',
    under: 'under control',
    off: 'taken off control',
    marks: marksEn,
    takeOff: 'Take off control',
    putBack: 'Put back under control',
    ground: 'Ground',
    groundHint: 'Such as: carried out in full, protocol of 10.11.2026 No. 4',
    openTerms: (count) =>
      `${count} terms are not accepted. The point can be taken off control all the same: the ground stays on the card.`,
    history: 'Marks',
    noMarks: 'No marks yet: the point is under control.',
    evidence: 'Evidence',
    noEvidence: 'Nothing was given.',
    noMoved: 'The term was not moved.',
    toActivity: 'Open the activity in the plan',
    empty: 'The plan has no activities.',
  },
};
