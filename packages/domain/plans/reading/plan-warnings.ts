import type { ReadActivity, ReadDocument, ReadWarning, ReadWarningCode } from '../read-document.ts';
import type { PlanRow, PlanTable } from './plan-rows.ts';
import { rowDoubts } from '../row-doubts.ts';
import type { PlanField } from './plan-line.ts';
import { legendOf } from './abbreviations.ts';
import { readParties } from '../read-responsible.ts';
import { foldText } from './printed-text.ts';
import { shareWarnings } from './share-warnings.ts';
import { unexplainedAbbreviations } from './unexplained-abbreviations.ts';

type Reading = Omit<ReadDocument, 'warnings'>;
type Warn = (code: ReadWarningCode, ...values: string[]) => ReadWarning;
type Checked = {
  readonly activity: ReadActivity;
  readonly row: PlanRow;
  readonly table: PlanTable;
  readonly numbered: boolean;
  readonly warn: Warn;
};

/** What in a plan deserves a second look, in the order of its rows. A warning never blocks. */
export function planWarnings(reading: Reading, tables: readonly PlanTable[]): ReadWarning[] {
  const rows = tables.flatMap((table) => {
    const numbered = isNumbered(table);
    return table.rows.map((row) => ({ table, row, numbered }));
  });
  const checked = reading.activities.flatMap((activity, index): Checked[] => {
    const read = rows[index];
    return read === undefined ? [] : [{ activity, ...read, warn: warnAbout(activity, index) }];
  });
  return [
    ...checked.flatMap((one) => [
      ...shownWarnings(one, reading),
      ...fieldWarnings(one, reading),
      ...tornWarnings(one),
    ]),
    ...repeatedNumbers(checked),
    ...repeatedThemes(checked),
    ...unexplainedAbbreviations(reading),
    ...shareWarnings(reading.indicators),
    ...tables.flatMap(({ unknownColumns }) =>
      unknownColumns.map((head) => aboutDocument('column-unknown', head)),
    ),
    ...tables.flatMap(({ remarks }) =>
      remarks
        .filter((text) => legendOf(text).length === 0)
        .map((text) => aboutDocument('not-recognised', text)),
    ),
    ...(reading.activities.length + reading.indicators.length === 0 && reading.requisites.type === null
      ? [aboutDocument('not-recognised')]
      : []),
  ];
}

export const aboutDocument = (code: ReadWarningCode, ...values: string[]): ReadWarning => ({
  code,
  where: '',
  activity: null,
  values,
  source: null,
});

const warnAbout =
  (activity: ReadActivity, index: number): Warn =>
  (code, ...values) => ({
    code,
    where: activity.no === '' ? activity.title : activity.no.replace(/[.)]$/, ''),
    activity: index,
    values,
    source: activity.source,
  });

/** What the row shows by itself; that a field is empty only where the table has a column for it. */
function shownWarnings({ activity, table, warn }: Checked, { requisites }: Reading): ReadWarning[] {
  return rowDoubts(activity, requisites)
    .filter(({ code }) => {
      const column = columnOfEmpty[code];
      return column === undefined || table.fields.has(column);
    })
    .map(({ code, values }) => warn(code, ...values));
}

const columnOfEmpty: Partial<Readonly<Record<ReadWarningCode, PlanField>>> = {
  'deadline-empty': 'deadline',
  'responsible-empty': 'responsible',
  'result-empty': 'expected',
};

function fieldWarnings(
  { activity, row, numbered, warn }: Checked,
  { abbreviations }: Reading,
): ReadWarning[] {
  return [
    ...(activity.no === '' && numbered ? [warn('number-missing')] : []),
    ...doubtfulParties(row, abbreviations).map((names) => warn('responsible-doubtful', ...names)),
  ];
}

/** Parties of the row that the reader parted or joined by a guess or does not know, together; none: an empty list. */
function doubtfulParties(row: PlanRow, abbreviations: Reading['abbreviations']): (readonly string[])[] {
  const { doubtful } = readParties(row.responsible, abbreviations);
  return doubtful.length > 0 ? [doubtful] : [];
}

const isNumbered = (table: PlanTable): boolean =>
  table.rows.filter((row) => row.no !== '').length * 2 > table.rows.length;

function tornWarnings({ row, warn }: Checked): ReadWarning[] {
  return [
    ...(row.joined ? [warn('row-joined', String(row.source.from), String(row.source.to))] : []),
    ...(row.ghosts.length + row.mended.length > 0 ? [warn('text-torn', ...row.ghosts, ...row.mended)] : []),
  ];
}

/** A number used twice in one section; sections may count anew. */
function repeatedNumbers(checked: readonly Checked[]): ReadWarning[] {
  return repeated(checked, ({ activity, row }) =>
    activity.no === '' ? '' : `${row.section ?? ''}|${foldText(activity.no)}`,
  ).map(({ one, first }) => one.warn('number-repeated', one.activity.no, String(first.row.source.from)));
}

function repeatedThemes(checked: readonly Checked[]): ReadWarning[] {
  return repeated(checked, ({ activity }) => foldText(activity.title)).map(({ one, first }) =>
    one.warn('theme-repeated', first.activity.no === '' ? first.activity.title : first.activity.no),
  );
}

function repeated(
  checked: readonly Checked[],
  key: (one: Checked) => string,
): { one: Checked; first: Checked }[] {
  const known = new Map<string, Checked>();
  return checked.flatMap((one) => {
    const text = key(one);
    const first = known.get(text);
    if (text !== '' && first === undefined) known.set(text, one);
    return first === undefined || text === '' ? [] : [{ one, first }];
  });
}
