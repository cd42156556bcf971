import {
  AlignmentType,
  Document,
  type FileChild,
  Packer,
  PageNumber,
  PageOrientation,
  Header,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { actIn } from '@opora/domain/plans/act-words.ts';
import { printedPlanTexts } from '@opora/domain/plans/printed-plan-catalog.ts';
import type { PrintedRow } from '@opora/domain/plans/printed-amendment.ts';
import type { PrintedPlan } from '@opora/domain/plans/printed-plan.ts';

const texts = printedPlanTexts.ru;
export const font = 'Times New Roman';
export const pointsToHalf = 2;
/** Twentieths of a point: 20 mm and 10 mm, A4 across (ГОСТ Р 7.0.97-2025 keeps left ≥ 20, right ≥ 10, top and bottom ≥ 20). */
export const margin = { top: 1134, bottom: 1134, left: 1134, right: 567, header: 567 };
const columnShares = [6, 40, 16, 19, 19];

/** The plan as the annex of its act: landscape, the head repeated on each page, section rows merged, numbers and phrases as approved. */
export async function writePlanDocx(plan: PrintedPlan): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    styles: { default: { document: { run: { font, size: 12 * pointsToHalf } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE }, margin },
        },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [...head(plan), table(plan), ...legend(plan)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Centre of the top margin, from the second page on. */
export function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT] });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function head(plan: PrintedPlan): FileChild[] {
  return [
    ...annexMark(plan).map((line) => paragraph(line, { alignment: AlignmentType.RIGHT })),
    paragraph(plan.title, { alignment: AlignmentType.CENTER, bold: true, before: 240, after: 240 }),
    ...(plan.goal === null ? [] : [paragraph(`${texts.goal}: ${plan.goal}`)]),
    ...listed(texts.tasks, plan.tasks),
    ...listed(texts.expectedResults, plan.expectedResults),
    ...listed(texts.schools, plan.schools.map(schoolLine)),
    paragraph(''),
  ];
}

/** «Приложение к приказу … от … № …», with the authority in the nominative so that no declension can go wrong. */
function annexMark(plan: PrintedPlan): string[] {
  if (plan.actType === null) return [];
  const { actType, actNumber, actDate: actOn, amendedBy, authority } = plan;
  return [
    `${texts.annex} к ${actIn({ actType, actNumber, actOn }, 'dative')}`,
    ...(authority === null ? [] : [authority]),
    ...(amendedBy.length === 0 ? [] : [texts.edition(amendedBy.join(', '))]),
  ];
}

function listed(title: string, items: readonly string[]): FileChild[] {
  if (items.length === 0) return [];
  return [
    paragraph(`${title}:`),
    ...items.map((item) => paragraph(/^(\d+[.)]|[-–—•])/.test(item) ? item : `- ${item}`)),
  ];
}

function schoolLine(school: PrintedPlan['schools'][number]): string {
  return [school.name, ...school.branches.map((branch) => texts.branch(branch))].join(', ');
}

function table(plan: PrintedPlan): Table {
  const titles = [texts.number, texts.activity, texts.deadline, texts.responsible, texts.expected];
  const rows = [
    new TableRow({ tableHeader: true, children: titles.map((title, at) => cell([title], at, true)) }),
  ];
  for (const section of plan.sections) {
    if (section.title !== null) rows.push(sectionRow(section.title));
    rows.push(...section.activities.map(activityRow));
  }
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
}

function sectionRow(title: string): TableRow {
  const content = paragraph(title, { alignment: AlignmentType.CENTER, bold: true });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: columnShares.length, children: [content] })],
  });
}

export function activityRow(activity: PrintedRow): TableRow {
  const cells = [
    [activity.no],
    activity.title.split('\n'),
    activity.deadline.split('\n'),
    activity.responsible,
    activity.expected,
  ];
  return new TableRow({ children: cells.map((lines, at) => cell(lines, at, false)) });
}

function cell(lines: readonly string[], column: number, isHead: boolean): TableCell {
  const alignment = isHead || column === 0 ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    width: { size: columnShares[column] ?? 0, type: WidthType.PERCENTAGE },
    children: (lines.length === 0 ? [''] : lines).map((line) => paragraph(line, { alignment, bold: isHead })),
  });
}

function legend(plan: PrintedPlan): FileChild[] {
  const entries = Object.entries(plan.abbreviations);
  if (entries.length === 0) return [];
  return [paragraph(''), ...entries.map(([short, long]) => paragraph(`${short} – ${long}`))];
}

type ParagraphLook = {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly bold?: boolean;
  /** Twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
};

export function paragraph(text: string, look: ParagraphLook = {}): Paragraph {
  return new Paragraph({
    alignment: look.alignment ?? AlignmentType.LEFT,
    spacing: { before: look.before ?? 0, after: look.after ?? 0 },
    children: [new TextRun({ text, bold: look.bold ?? false })],
  });
}
