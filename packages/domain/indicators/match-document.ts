import { z } from 'zod';
import { columnFit, columnFits } from './column-period.ts';
import type { Indicator } from './indicator.ts';
import { indicatorMatcher, matchPart } from './match-indicator.ts';
import { FormFile } from './read-form-sheets.ts';
import { type PeriodCode, periodOfCode } from './report-period.ts';
import { secondNumberOf, spelledPair } from './value-pair.ts';

/** A line of a document's table of indicators: what it is called and what stands in its columns. */
export type DocumentLine = {
  /** As it is printed: «5», «5.1»; '' without one. */
  readonly no: string;
  /** What stands once beside or above several lines: the whole that they are parts of, or a heading. */
  readonly group: string | null;
  readonly name: string;
  /** Page and line where it stands, as a person counts them. */
  readonly page: number | null;
  readonly row: number;
  readonly values: readonly { readonly column: string; readonly raw: string }[];
};

/** A table of a document may have a column for each school or year: each is read by itself, with whether its head names the period of the form; where that is not sure a person says which is hers. */
export const FormDocument = z.object({
  columns: z.array(z.object({ title: z.string(), fit: z.enum(columnFits), file: FormFile })),
});
export type FormDocument = z.infer<typeof FormDocument>;

const columnsMax = 40;

/** What the lines of a document say of the indicators of a form, matched by their words. Nothing of it is sure. */
export function matchDocument(
  lines: readonly DocumentLine[],
  indicators: readonly Indicator[],
  period: PeriodCode,
): FormDocument {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const matched = matchLines(lines, indicators);
  const titles = [...new Set(lines.flatMap(({ values }) => values.map(({ column }) => column)))];
  return {
    columns: titles.slice(0, columnsMax).map((title) => {
      const cells = matched.flatMap(({ line, code }) => {
        const raw = line.values.find(({ column }) => column === title)?.raw.trim() ?? '';
        return raw === '' ? [] : [{ line, code, raw }];
      });
      const second = secondNumberOf(cells.map(({ raw }) => raw));
      const seen = new Set<string>();
      const file: FormFile = { found: [], left: [], missing: [], isOfAnotherForm: false };
      for (const { line, code, raw } of cells) {
        const place = { sheet: '', row: line.row };
        const definition = code === null ? undefined : byCode.get(code);
        const text = `${line.name} · ${raw}`.slice(0, 200);
        if (definition === undefined) file.left.push({ ...place, text, problem: 'no-line' });
        else if (seen.has(definition.code)) file.left.push({ ...place, text, problem: 'repeated' });
        else {
          const amount = spelledOut(raw, definition.unit, second).slice(0, 200);
          file.found.push({ ...place, code: definition.code, amount, total: '', isDoubtful: true });
          seen.add(definition.code);
        }
      }
      file.missing.push(...indicators.map(({ code }) => code).filter((code) => !seen.has(code)));
      return { title, fit: columnFit(title, periodOfCode(period)), file };
    }),
  };
}

type MatchedLine = { readonly line: DocumentLine; readonly code: string | null };

/** A part of a whole is told by the words of its whole and its own, among the parts of what the whole is where it has some. */
function matchLines(lines: readonly DocumentLine[], indicators: readonly Indicator[]): MatchedLine[] {
  const match = indicatorMatcher(indicators);
  const codeOf = (text: string, not: string | null = null): string | null => {
    const code = match(text)?.code ?? null;
    return code === not ? null : code;
  };
  let whole: DocumentLine | null = null;
  return lines.map((line) => {
    const { name } = line;
    const beside = line.group === null ? null : codeOf(line.group);
    const isContinued = whole !== null && goesOn(line, whole);
    const wholeName = beside !== null ? line.group : isContinued ? (whole?.name ?? null) : null;
    if (wholeName === null) {
      whole = line;
      return { line, code: codeOf(name) ?? codeOf(`${line.group ?? ''} ${name}`) };
    }
    const wholeCode = codeOf(wholeName);
    const parts = wholeCode === null ? [] : indicators.filter((one) => isPart(one, wholeCode));
    const own = name.replace(partWords, '');
    const code =
      parts.length > 0
        ? matchPart(own, parts)
        : (codeOf(own, wholeCode) ??
          codeOf(`${wholeName} ${own}`, wholeCode) ??
          codeOf(`${wholeName.replace(/:[^:]*$/u, '')} ${own}`, wholeCode));
    return { line, code };
  });
}

const partWords =
  /^\s*(?:[-–—•]\s*)?(?:(?:в (?:том числе|т\.\s?ч\.?)|из (?:них|общего числа))[\s:,–—-]*)?(?:на\s+)?/iu;

/** «в том числе», «из них», a dash, a number under that of the whole, or a line that does not begin a sentence. */
function goesOn({ no, name }: DocumentLine, whole: DocumentLine): boolean {
  const [own, above] = [no, whole.no].map((number) => number.replace(/[.)]$/u, ''));
  if (own !== undefined && own !== '') return above !== '' && own.startsWith(`${above}.`);
  return /^\s*(?:[-–—•]|\p{Ll}|В (?:том числе|т\.\s?ч)|Из (?:них|общего числа))/u.test(name);
}

/** By what the definition says, or by its code: `M03a` is of `M03`. */
const isPart = ({ code, partOf }: Indicator, whole: string): boolean =>
  partOf === whole || (code.length === whole.length + 1 && code.startsWith(whole));

/** With the words that the table says once for all its cells: that the second numbers are percentages, that a ratio is for one. */
function spelledOut(raw: string, unit: Indicator['unit'], second: ReturnType<typeof secondNumberOf>): string {
  if (unit === 'share') return spelledPair(raw, second);
  return unit === 'ratio' && /^\d+(?:[.,]\d+)?$/.test(raw) ? `${raw} на одного обучающегося` : raw;
}
