import type { SheetTable } from '../../basics/sheet-table.ts';
import type { ReportFacts } from './report.ts';
import { cellText, headText } from './sheet-words.ts';
import { subjectName } from './subject-name.ts';

const kinds = [
  ['ВПР', /(?<!\p{L})впр(?!\p{L})|всероссийск\p{L}* проверочн/u],
  ['ОГЭ', /(?<!\p{L})огэ(?!\p{L})|основн\p{L}* государственн\p{L}* экзамен/u],
  ['ЕГЭ', /(?<!\p{L})егэ(?!\p{L})|един\p{L}* государственн\p{L}* экзамен/u],
  ['ГВЭ', /(?<!\p{L})гвэ(?!\p{L})/u],
] as const;

/** What the lines above the heads, and the name of the sheet, say of the work: each fact by the first that tells it. */
export function titleFacts(name: string, above: SheetTable['rows']): ReportFacts {
  const lines = above.map((cells) => cells.map(cellText).filter(Boolean));
  const texts = [...lines.flat(), name];
  const folded = texts.map(headText);
  return {
    kind: kinds.find(([, word]) => folded.some((text) => word.test(text)))?.[0] ?? null,
    grade: firstOf(folded, gradeIn),
    subject: labelled(lines) ?? firstOf(texts, subjectIn),
    year: firstOf(folded, yearIn),
  };
}

/** Facts of the row itself stand before those of the title. */
export function factsOver(own: Partial<ReportFacts>, title: ReportFacts): ReportFacts {
  return {
    kind: own.kind ?? title.kind,
    grade: own.grade ?? title.grade,
    subject: own.subject ?? title.subject,
    year: own.year ?? title.year,
  };
}

/** «5», «5А», «5 «б»», «5 класс»; null for a class without a number. */
export function gradeOf(text: string): number | null {
  const grade = Number(/^\s*(\d{1,2})(?!\d)/.exec(text)?.[1] ?? Number.NaN);
  return grade >= 1 && grade <= 12 ? grade : null;
}

function gradeIn(text: string): number | null {
  const [, before, after] =
    /(?<!\d)(\d{1,2})(?:-?(?:й|го|х|е))? ?класс|класс\p{Ll}* ?:? (\d{1,2})(?!\d)/u.exec(text) ?? [];
  return gradeOf(before ?? after ?? '');
}

/** «2025»; of «2024–2025 учебный год» the year in which it ends. */
export function yearIn(text: string): number | null {
  const schoolYear = /(?<!\d)20\d\d ?[-–/] ?(?:20)?(\d\d)(?!\d|[-.]\d)(?: ?г| ?уч|\D*$)/.exec(text)?.[1];
  if (schoolYear !== undefined) return 2000 + Number(schoolYear);
  const found = /(?<!\d)(20\d\d)(?!\d)/.exec(text);
  return found === null ? null : Number(found[1]);
}

/** «Предмет: Математика» in one cell, or «Предмет» with its value in the next. */
function labelled(lines: readonly (readonly string[])[]): string | null {
  for (const cells of lines) {
    for (const [at, cell] of cells.entries()) {
      const [label, value] = /^(\p{L}[\p{L} ]*?)\s*:?\s*(?::\s*(.+))?$/u.exec(cell)?.slice(1) ?? [];
      if (!/^(?:учебный )?предмет$/.test(headText(label))) continue;
      const subject = subjectName(value ?? cells[at + 1] ?? '');
      if (subject !== null) return subject;
    }
  }
  return null;
}

/** «ВПР 2025 Математика 5 класс», «ВПР 2025. Русский язык. 4 класс». */
function subjectIn(text: string): string | null {
  const found = /(?:ВПР|ОГЭ|ЕГЭ|ГВЭ)\P{L}+(\p{L}[\p{L} ()-]{2,}?)[.,]?\s+\d{1,2}(?:-?й)?\s*класс/iu.exec(
    text,
  );
  return subjectName(found?.[1] ?? '');
}

function firstOf<T>(texts: readonly string[], look: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = look(text);
    if (found !== null) return found;
  }
  return null;
}
