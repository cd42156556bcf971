import type { Language } from '../basics/catalog.ts';
import { formatNumber } from '../basics/format.ts';
import type { AnalyticNote } from '../results/note/analytic-note.ts';
import type { ReportSheet } from './report-contract.ts';

/** A report as a document: its notes, then each table with numbers as they are read. */
export function reportNote(title: string, sheets: readonly ReportSheet[], language: Language): AnalyticNote {
  return {
    title,
    requisites: [],
    sections: sheets.map(({ name, notes, columns, rows }) => {
      const widths = widthsOf(columns);
      return {
        title: name,
        blocks: [
          ...notes.map((text) => ({ kind: 'text' as const, text })),
          {
            kind: 'table' as const,
            table: {
              title: name,
              columns: columns.map((column, at) => ({
                title: column.title,
                width: widths[at] ?? 0,
                isNumber: column.kind !== 'text',
              })),
              rows: rows.map((row) =>
                row.map((cell, at) => cellText(cell, columns[at]?.kind ?? 'text', language)),
              ),
            },
          },
        ],
      };
    }),
  };
}

/** The name of the indicator takes what the numbers leave. */
function widthsOf(columns: ReportSheet['columns']): number[] {
  const least = Math.min(12, Math.floor(75 / Math.max(1, columns.length - 1)));
  return columns.map((_, at) => (at === 0 ? 100 - least * (columns.length - 1) : least));
}

function cellText(
  cell: string | number,
  kind: ReportSheet['columns'][number]['kind'],
  language: Language,
): string {
  if (typeof cell === 'string') return cell;
  return kind === 'share'
    ? `${formatNumber(cell * 100, language, 1)}\u00A0%`
    : formatNumber(cell, language, 2);
}
