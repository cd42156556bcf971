import { expect, it } from 'vitest';
import type { ControlCard, ControlRow } from './control-card.ts';
import { printControlCard } from './print-control-card.ts';

const row: ControlRow = {
  activityId: '5b8a2f1e-54a4-4f3e-9d0e-0d0a7c1f2b3c',
  sectionTitle: null,
  no: '1.1',
  title: 'Семинар',
  deadline: 'до 01.10.2026',
  dueOn: null,
  responsible: [],
  counts: {},
  accepted: 0,
  total: 1,
  late: 0,
  daysLate: 0,
  evidence: [],
  moreEvidence: false,
  moved: [],
  moreMoved: false,
  marks: [],
  isUnderControl: true,
};
const cardOf = (changes: Partial<ControlRow>): ControlCard => ({
  title: 'Об утверждении плана',
  actType: 'приказ',
  actNumber: '12',
  actOn: '2026-02-18',
  actAuthority: null,
  periodStartsOn: null,
  periodEndsOn: null,
  controller: null,
  planId: '5b8a2f1e-54a4-4f3e-9d0e-0d0a7c1f2b3d',
  ownerName: 'Отдел образования',
  controllerName: null,
  on: '2026-11-22',
  rows: [{ ...row, ...changes }],
  sums: { rows: 1, done: 0, late: 0, waiting: 0, takenOff: 0 },
  mayMark: false,
});
/** As an office three hours ahead of UTC counts days. */
const dayOf = (at: string) => new Date(new Date(at).getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
const cells = (changes: Partial<ControlRow>) => printControlCard(cardOf(changes), dayOf).sections[0]?.rows[0];

it.each<[Partial<ControlRow>, string[]]>([
  [{ counts: { planned: 1 } }, ['Не исполнено']],
  [{ counts: { accepted: 1 }, accepted: 1 }, ['Исполнено']],
  [{ counts: { submitted: 1 } }, ['Представлено, ждёт решения']],
  [{ counts: { cancelled: 1 }, total: 0 }, ['Отменено']],
  [
    { counts: { submitted: 1, accepted: 2, planned: 1 }, accepted: 2, total: 4 },
    ['Принято 2 из 4 · 50\u00a0%', 'ждёт решения: 1'],
  ],
])('%j is printed as %j', (changes, lines) => {
  expect(cells(changes)?.[4]).toEqual(lines);
});

it('a mark has the day of the office, not that of UTC', () => {
  const marks = [
    { kind: 'taken-off' as const, ground: 'исполнено', by: 'Ильина Н. С.', at: '2026-03-02T21:30:00Z' },
  ];
  expect(cells({ marks })?.[7]).toEqual(['Снято с контроля 03.03.2026, Ильина Н. С., исполнено']);
});

it.each([
  [null, null, 'не указан'],
  [null, 'Ильина Н. С.', 'Ильина Н. С.'],
  ['начальник отдела', 'Ильина Н. С.', 'начальник отдела; Ильина Н. С.'],
  ['начальника отдела Ильину Н.С.', 'Ильина Н. С.', 'начальника отдела Ильину Н.С.'],
  ['оставляю за собой', null, 'оставляю за собой'],
])(
  'control given in the act to %j and known to be with %j is printed once: %j',
  (controller, controllerName, line) => {
    const { requisites } = printControlCard({ ...cardOf({}), controller, controllerName }, dayOf);
    expect(requisites.find(([label]) => label === 'Контроль за исполнением')?.[1]).toBe(line);
  },
);
