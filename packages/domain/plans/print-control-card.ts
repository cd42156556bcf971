import type { CalendarDate } from '../basics/calendar-date.ts';
import { formatDate, formatShare } from '../basics/format.ts';
import { actIn } from './act-words.ts';
import { type ControlCard, type ControlRow, controllerOf, executionOf } from './control-card.ts';
import { wordsOfEvidence } from './evidence-words.ts';

/** A control card on paper; it is a document of the office and always in Russian. */
export type PrintedControlCard = {
  readonly title: string;
  /** Label and value of the act and of the control. */
  readonly requisites: readonly (readonly [label: string, value: string])[];
  readonly sums: string;
  readonly sections: readonly {
    readonly title: string | null;
    readonly rows: readonly (readonly string[][])[];
  }[];
  readonly on: CalendarDate;
};

/** Heads of the columns, in the order of the cells of a row. */
export const controlColumns = [
  '№ п/п',
  'Мероприятие',
  'Срок',
  'Исполнитель',
  'Что сделано',
  'Перенос срока',
  'Просрочено, дней',
  'Отметка о контроле',
] as const;

/** `dayOf`: the day of an instant where the office stands. */
export function printControlCard(
  card: ControlCard,
  dayOf: (instant: string) => CalendarDate,
): PrintedControlCard {
  const { sums } = card;
  const groups = Map.groupBy(card.rows, ({ sectionTitle }) => sectionTitle);
  const period = [card.periodStartsOn, card.periodEndsOn].map((day) =>
    day === null ? '…' : formatDate(day),
  );
  return {
    title: 'КОНТРОЛЬНАЯ КАРТОЧКА',
    requisites: [
      ['Документ', actIn(card, 'nominative')],
      ['О чём', card.title],
      ['Кем издан', card.actAuthority ?? card.ownerName],
      ['Период', period.join(' – ')],
      ['Контроль за исполнением', controllerOf(card) ?? 'не указан'],
      ['Состояние на', formatDate(card.on)],
    ],
    sums: `Всего пунктов: ${sums.rows}; исполнено: ${sums.done}; с просрочкой: ${sums.late}; ждут решения: ${sums.waiting}; снято с контроля: ${sums.takenOff}.`,
    sections: [...groups].map(([title, rows]) => ({ title, rows: rows.map((row) => printRow(row, dayOf)) })),
    on: card.on,
  };
}

function executionLines(row: ControlRow): string[] {
  const execution = executionOf(row);
  if (execution.kind !== 'share') return [executionWords[execution.kind]];
  const share = `Принято ${formatShare(row.accepted, row.total, 'ru')}`;
  return execution.waiting === 0 ? [share] : [share, `ждёт решения: ${execution.waiting}`];
}

const executionWords = {
  done: 'Исполнено',
  waiting: 'Представлено, ждёт решения',
  cancelled: 'Отменено',
  open: 'Не исполнено',
} as const;

/** Each cell as its lines. */
function printRow(row: ControlRow, dayOf: (instant: string) => CalendarDate): string[][] {
  const { evidence, moved, marks } = row;
  return [
    [row.no],
    [row.title],
    [row.deadline, ...(row.dueOn === null ? [] : [`(до ${formatDate(row.dueOn)})`])],
    [...row.responsible],
    [
      ...executionLines(row),
      ...evidence.map(({ evidence: given, schoolName }) =>
        [wordsOfEvidence(given, 'ru'), schoolName].filter((part) => part !== null).join(' – '),
      ),
      ...(row.moreEvidence ? ['и другие'] : []),
    ],
    [
      ...moved.map(({ from, to, by, note, schoolName }) =>
        [`с ${formatDate(from)} на ${formatDate(to)}`, schoolName, by, note]
          .filter((part) => part !== null && part !== '')
          .join(', '),
      ),
      ...(row.moreMoved ? ['и другие'] : []),
    ],
    [row.daysLate === 0 ? '' : String(row.daysLate)],
    marks.map(({ kind, ground, by, at }) =>
      [
        `${kind === 'taken-off' ? 'Снято с контроля' : 'Возвращено на контроль'} ${formatDate(dayOf(at))}`,
        by,
        ground,
      ]
        .filter((part) => part !== null)
        .join(', '),
    ),
  ];
}
