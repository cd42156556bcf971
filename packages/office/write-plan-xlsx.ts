import type { Cell, CellValue } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { printedPlanTexts } from '@opora/domain/plans/printed-plan-catalog.ts';
import type { PrintedAttendance, PrintedPlan } from '@opora/domain/plans/printed-plan.ts';

const widths = [8, 28, 60, 24, 12, 12, 32, 40, 11, 11, 11];
const dateFormat = 'dd.mm.yyyy';

/**
 * The plan as a sheet to filter and count: one row an activity, dates and counts as typed cells, phrases as text. The printed number is
 * text, because «1.10» must not become 1.1. Attendance of schools, where there is any, is a sheet of its own.
 */
export async function writePlanXlsx(
  plan: PrintedPlan,
  language: Language,
  attended: readonly PrintedAttendance[] = [],
): Promise<Uint8Array> {
  const texts = printedPlanTexts[language];
  const titles = [
    texts.number,
    texts.section,
    texts.activity,
    texts.deadline,
    texts.startsOn,
    texts.dueOn,
    texts.responsible,
    texts.expected,
    texts.instances,
    texts.accepted,
    texts.late,
  ];
  const rows: CellValue[][] = plan.sections.flatMap((section) =>
    section.activities.map((activity) => [
      activity.no,
      section.title ?? '',
      activity.title,
      activity.deadline,
      asDate(activity.startsOn),
      asDate(activity.dueOn),
      activity.responsible.join('\n'),
      activity.expected.join('\n'),
      activity.instances,
      activity.accepted,
      activity.late,
    ]),
  );
  return writeXlsx({
    sheets: [
      {
        name: texts.plan,
        columns: widths.map((width) => ({ width })),
        rows: [titles, ...rows],
        cells: styles(titles.length, rows.length, [4, 5]),
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${String.fromCharCode(64 + titles.length)}${rows.length + 1}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '1:1',
        },
      },
      ...(attended.length === 0 ? [] : [attendanceSheet(attended, language)]),
    ],
  });
}

function attendanceSheet(attended: readonly PrintedAttendance[], language: Language) {
  const texts = printedPlanTexts[language];
  const titles = [texts.number, texts.activity, texts.dueOn, texts.school, texts.tookPart, texts.people];
  const rows: CellValue[][] = attended.map(({ no, title, dueOn, school, tookPart, people }) => [
    no,
    title,
    asDate(dueOn),
    school,
    tookPart ? texts.yes : texts.no,
    people,
  ]);
  return {
    name: texts.attendance,
    columns: [8, 60, 12, 40, 14, 12].map((width) => ({ width })),
    rows: [titles, ...rows],
    cells: styles(titles.length, rows.length, [2]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:F${rows.length + 1}` },
  };
}

/** The sheet holds a date as a day; midnight UTC keeps it that day in every time zone. */
function asDate(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

function styles(columns: number, rows: number, dateColumns: readonly number[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isDate = dateColumns.includes(column);
      cells.set(`${row},${column}`, {
        style: {
          font: { bold: row === 0 },
          alignment: { wrapText: true, vertical: 'top' },
          ...(row > 0 && isDate ? { numFmt: dateFormat } : {}),
          ...(row > 0 && column === 0 ? { numFmt: '@' } : {}),
        },
      });
    }
  }
  return cells;
}
