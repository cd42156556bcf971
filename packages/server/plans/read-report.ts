import { isCalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import type { ReadActivity, ReadDocument, ReadSource } from '@opora/domain/plans/read-document.ts';
import { warningReason } from '@opora/domain/plans/read-warning-reason.ts';
import { readReportTexts } from './read-report-catalog.ts';
import { textTable, wrapped } from './text-table.ts';

/** What was understood of a document, for reading in a terminal `width` letters wide. */
export function readReport(read: ReadDocument, language: Language, width: number): string {
  const line = Math.min(Math.max(width, 80), 160);
  const parts = [
    requisites(read, language, line),
    ...bySection(read.activities).map((section) => activityTable(section, language, line)),
    indicatorTable(read, language, line),
    warnings(read, language, line),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function requisites(read: ReadDocument, language: Language, width: number): string {
  const texts = readReportTexts[language];
  const { requisites: found } = read;
  const person = found.signatory;
  const fields: readonly (readonly [string, string | null])[] = [
    [texts.type, found.type],
    [texts.number, found.number],
    [texts.date, day(found.date)],
    [texts.place, found.place],
    [texts.authority, found.authority],
    [texts.title, found.title],
    [
      texts.signatory,
      person === null ? null : [person.post, person.name].filter((part) => part !== null).join(' '),
    ],
    [texts.controller, found.controller],
    [texts.basis, found.basis.join('\n') || null],
    [texts.region, found.region],
    [texts.municipality, found.municipality],
    [texts.period, span(found.periodStart, found.periodEnd, language)],
    [texts.goal, read.goal],
    [texts.tasks, read.tasks.join('\n') || null],
    [texts.schools, schools(read, language)],
    [
      texts.abbreviations,
      Object.entries(read.abbreviations)
        .map(([short, long]) => `${short} — ${long}`)
        .join('\n') || null,
    ],
  ];
  const label = Math.max(...fields.map(([name]) => name.length));
  return fields
    .flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text] as const]))
    .map(([name, text]) =>
      wrapped(text, width - label - 2)
        .map((part, at) => `${(at === 0 ? name : '').padEnd(label + 2)}${part}`)
        .join('\n'),
    )
    .join('\n');
}

function schools(read: ReadDocument, language: Language): string | null {
  const names = read.schools.map(({ name, branchOf }) =>
    branchOf === null ? name : `  ${readReportTexts[language].branch(name)}`,
  );
  return names.length === 0 ? null : names.join('\n');
}

type Section = { readonly title: string | null; readonly activities: ReadActivity[] };

function bySection(activities: readonly ReadActivity[]): Section[] {
  const sections: Section[] = [];
  for (const activity of activities) {
    const last = sections.at(-1);
    if (last !== undefined && last.title === activity.section) last.activities.push(activity);
    else sections.push({ title: activity.section, activities: [activity] });
  }
  return sections;
}

function activityTable({ title, activities }: Section, language: Language, width: number): string {
  const texts = readReportTexts[language];
  const free = width - 7 - 4 * 3;
  const widths = [
    7,
    Math.floor(free * 0.36),
    Math.floor(free * 0.2),
    Math.floor(free * 0.2),
    Math.floor(free * 0.24),
  ];
  const head = [texts.headNo, texts.headTitle, texts.headDeadline, texts.headResponsible, texts.headExpected];
  const rows = activities.map((activity) => [
    activity.no,
    activity.title,
    [activity.deadline.raw, meaning(activity.deadline, language)].filter((text) => text !== '').join('\n'),
    activity.responsible.join('\n'),
    activity.expected.join('\n'),
  ]);
  return `${title ?? texts.noSection} (${texts.activities(activities.length)})\n\n${textTable([head, ...rows], widths)}`;
}

/** Dates a deadline was taken to mean. */
function meaning(deadline: Deadline, language: Language): string {
  const spans = deadline.windows
    .map(({ start, end }) => span(start, end, language))
    .filter((text) => text !== null);
  if (spans.length > 0) return `→ ${[...new Set(spans)].join('; ')}`;
  return deadline.recurrence === null && deadline.raw !== '' ? `→ ${readReportTexts[language].notDated}` : '';
}

function indicatorTable({ indicators }: ReadDocument, language: Language, width: number): string {
  if (indicators.length === 0) return '';
  const texts = readReportTexts[language];
  const free = width - 5 - 2 * 3;
  const rows = indicators.map((indicator) => [
    indicator.no,
    indicator.name,
    indicator.values.map(({ column, raw }) => `${column}: ${raw}`).join('\n'),
  ]);
  const head = [texts.headNo, texts.headIndicator, texts.headValues];
  return `${texts.indicators(indicators.length)}\n\n${textTable([head, ...rows], [5, Math.floor(free * 0.7), Math.floor(free * 0.3)])}`;
}

function warnings(read: ReadDocument, language: Language, width: number): string {
  const texts = readReportTexts[language];
  const lines = read.warnings.map((warning) => {
    const where = [warning.where, place(warning.source, language)].filter((text) => text !== '').join(', ');
    const message = warningReason(warning, language);
    return wrapped(`• ${where === '' ? '' : `${where}: `}${message}`, width).join('\n  ');
  });
  return lines.length === 0 ? '' : [texts.warnings(lines.length), ...lines].join('\n');
}

function place(source: ReadSource | null, language: Language): string {
  if (source === null) return '';
  const texts = readReportTexts[language];
  return source.page === null ? texts.line(source.from) : texts.page(source.page);
}

function span(start: string | null, end: string | null, language: Language): string | null {
  const texts = readReportTexts[language];
  if (start === null && end === null) return null;
  if (start === null) return texts.until(day(end) ?? '');
  if (end === null) return texts.from(day(start) ?? '');
  return start === end ? day(start) : `${day(start) ?? ''} – ${day(end) ?? ''}`;
}

const day = (date: string | null): string | null =>
  date !== null && isCalendarDate(date) ? date.split('-').reverse().join('.') : date;
