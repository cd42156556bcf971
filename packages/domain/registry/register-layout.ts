import { z } from 'zod';
import { foldText } from '../basics/fold-text.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';

/** What a register may say of an organisation. */
export const registerFields = [
  'name',
  'shortName',
  'kind',
  'schoolType',
  'municipality',
  'parent',
  'inn',
  'ogrn',
  'code',
  'settlement',
  'openedOn',
  'closedOn',
] as const;
export type RegisterField = (typeof registerFields)[number];

/** Where in the file the register is. Rows and columns count from 0. */
export const RegisterLayout = z.object({
  sheet: z.number().int().min(0),
  headRow: z.number().int().min(0),
  columns: z.record(z.enum(registerFields), z.number().int().min(0).nullable()),
  /** Municipalities that are not in the tree yet are added to it. */
  addMunicipalities: z.boolean(),
});
export type RegisterLayout = z.infer<typeof RegisterLayout>;

/** Head words, in the order of asking: «сокращённое наименование» is also a «наименование». */
const headWords: readonly (readonly [RegisterField, RegExp])[] = [
  ['inn', /^инн/],
  ['ogrn', /огрн/],
  ['closedOn', /закрыт|ликвидац|прекращен/],
  ['openedOn', /(дата|год).*(открыт|создан|основан|регистрац)|^открыта?$/],
  ['parent', /головн|базов|юридическ|филиал.*(от|чей|школы)|основн\S* (организац|школ|учрежд)/],
  ['shortName', /сокр|кратк/],
  ['settlement', /населенн|нас\. ?пункт|местонахожд|^(город|село|поселок)/],
  ['municipality', /муницип|район|округ|территори|^м[оср]$/],
  ['code', /код|логин|edu|идентификатор|^id$/],
  ['schoolType', /вид\S* программ|реализуем\S* программ|^(вид|тип) школы/],
  ['kind', /^(вид|тип|категория)/],
  ['name', /наименован|назван|^(школа|оо|организация|учреждение|образовательная организация)$/],
];

const headRowsMax = 30;

/** The sheet, the row of headings and the columns that look most like a register; a person mends what is wrong. */
export function recogniseLayout(sheets: readonly SheetTable[]): RegisterLayout {
  let best = { score: 0, layout: layoutOf(0, 0, []) };
  for (const [sheet, { rows }] of sheets.entries()) {
    for (const [headRow, cells] of rows.slice(0, headRowsMax).entries()) {
      const layout = layoutOf(sheet, headRow, cells);
      const found = Object.values(layout.columns).filter((column) => column !== null).length;
      const score = layout.columns.name === null ? 0 : found;
      if (score > best.score) best = { score, layout };
    }
  }
  return best.layout;
}

export function layoutOf(sheet: number, headRow: number, head: readonly SheetCell[]): RegisterLayout {
  const columns = new Map<RegisterField, number>();
  for (const [at, cell] of head.entries()) {
    const field = fieldOf(cell);
    if (field !== null && !columns.has(field)) columns.set(field, at);
  }
  return {
    sheet,
    headRow,
    columns: Object.fromEntries(
      registerFields.map((field) => [field, columns.get(field) ?? null]),
      // Each field of the list is there by construction.
    ) as RegisterLayout['columns'],
    addMunicipalities: false,
  };
}

function fieldOf(cell: SheetCell): RegisterField | null {
  // A heading is short; a long text over the table may hold any of the words.
  if (typeof cell !== 'string' || cell.length > 120) return null;
  const words = foldText(cell);
  return headWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
