import { federalCalendar, isDayOff } from '../../basics/production-calendar.ts';
import type { DeadlineAssumption } from '../deadline.ts';
import type { ReadActivity, ReadDocument, ReadWarning, ReadWarningCode } from '../read-document.ts';
import type { PlanRow, PlanTable } from './plan-rows.ts';
import { legendOf } from './abbreviations.ts';
import { foldText } from './printed-text.ts';
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
      ...deadlineWarnings(one, reading),
      ...fieldWarnings(one),
      ...tornWarnings(one),
    ]),
    ...repeatedNumbers(checked),
    ...repeatedThemes(checked),
    ...unexplainedAbbreviations(reading),
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

/** Taken for granted with hardly a doubt: a month without a year belongs to the plan's year. */
const plainAssumptions: readonly DeadlineAssumption[] = [
  'year-from-plan',
  'year-from-range-end',
  'school-year',
];

function deadlineWarnings({ activity, table, warn }: Checked, { requisites }: Reading): ReadWarning[] {
  const { deadline } = activity;
  if (deadline.raw === '') return table.fields.has('deadline') ? [warn('deadline-empty')] : [];
  if (deadline.kind === 'unknown') return [warn('deadline-unread', deadline.raw)];
  const warnings = deadline.windows.flatMap(({ start, end }) => {
    if (start !== null && end !== null && end < start) return [warn('end-before-start', start, end)];
    const { date, periodStart, periodEnd } = requisites;
    const last = end ?? start;
    return [
      ...(date !== null && end !== null && end < date ? [warn('date-before-act', end, date)] : []),
      ...(periodStart !== null && last !== null && last < periodStart
        ? [warn('outside-period', last, periodStart)]
        : []),
      ...(periodEnd !== null && last !== null && last > periodEnd
        ? [warn('outside-period', last, periodEnd)]
        : []),
      ...(deadline.kind === 'date' && end !== null && isDayOff(end, federalCalendar)
        ? [warn('day-off', end)]
        : []),
    ];
  });
  const assumed = deadline.assumptions.filter((assumption) => !plainAssumptions.includes(assumption));
  return [...warnings, ...(assumed.length > 0 ? [warn('deadline-assumed', deadline.raw, ...assumed)] : [])];
}

function fieldWarnings({ activity, table, numbered, warn }: Checked): ReadWarning[] {
  return [
    ...(activity.expected.length === 0 && table.fields.has('expected') ? [warn('result-empty')] : []),
    ...(activity.responsible.length === 0 && table.fields.has('responsible')
      ? [warn('responsible-empty')]
      : []),
    ...(activity.no === '' && numbered ? [warn('number-missing')] : []),
  ];
}

const isNumbered = (table: PlanTable): boolean =>
  table.rows.filter((row) => row.no !== '').length * 2 > table.rows.length;

function tornWarnings({ row, warn }: Checked): ReadWarning[] {
  return [
    ...(row.joined ? [warn('row-joined', String(row.source.from), String(row.source.to))] : []),
    ...(row.ghosts.length > 0 ? [warn('text-torn', ...row.ghosts)] : []),
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
