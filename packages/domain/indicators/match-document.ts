import { z } from 'zod';
import type { Indicator } from './indicator.ts';
import { indicatorMatcher } from './match-indicator.ts';
import { FormFile } from './read-form-sheets.ts';
import { secondNumberOf } from './value-pair.ts';

/** A line of a document's table of indicators: what it is called and what stands in its columns. */
export type DocumentLine = {
  readonly group: string | null;
  readonly name: string;
  /** Page and line where it stands, as a person counts them. */
  readonly page: number | null;
  readonly row: number;
  readonly values: readonly { readonly column: string; readonly raw: string }[];
};

/** A table of a document may have a column for each school or year: each is read by itself, and a person says which is hers. */
export const FormDocument = z.object({
  columns: z.array(z.object({ title: z.string(), file: FormFile })),
});
export type FormDocument = z.infer<typeof FormDocument>;

const columnsMax = 40;

/** What the lines of a document say of the indicators of a form, matched by their words. Nothing of it is sure. */
export function matchDocument(
  lines: readonly DocumentLine[],
  indicators: readonly Indicator[],
): FormDocument {
  const match = indicatorMatcher(indicators);
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const matched = lines.map((line) => ({
    line,
    code: (match(line.name) ?? match(`${line.group ?? ''} ${line.name}`))?.code ?? null,
  }));
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
      return { title, file };
    }),
  };
}

/** With the words that the table says once for all its cells: that the second numbers are percentages, that a ratio is for one. */
function spelledOut(raw: string, unit: Indicator['unit'], second: ReturnType<typeof secondNumberOf>): string {
  if (unit === 'share' && second === 'percent' && /^\d+\s*\/\s*\d+(?:[.,]\d+)?$/.test(raw)) return `${raw} %`;
  return unit === 'ratio' && /^\d+(?:[.,]\d+)?$/.test(raw) ? `${raw} на одного обучающегося` : raw;
}
