import type { Language } from '../basics/catalog.ts';
import { measureOfValue } from './aggregate.ts';
import { completenessSheet } from './completeness-sheet.ts';
import { dynamicsTexts } from './dynamics-catalog.ts';
import type { Dynamics, DynamicsCell, ShownValue } from './dynamics-contract.ts';
import { cellWords } from './dynamics-words.ts';
import type { Indicator } from './indicator.ts';
import { askedLevelOf } from './is-asked-of.ts';
import { periodName } from './period-catalog.ts';
import { readDynamics, startControlRows, usualPair } from './read-dynamics.ts';
import { reportTexts } from './report-catalog.ts';
import type { ReportContent, ReportParameters, ReportSheet } from './report-contract.ts';
import { periodOfCode } from './report-period.ts';

type Cell = string | number;
type Column = ReportSheet['columns'][number];

/** The tables of a report: everything in them follows from what it keeps, so that they can be made again to the same digits. */
export function makeReportSheets(
  parameters: Pick<ReportParameters, 'kind' | 'start' | 'control'>,
  content: ReportContent,
  language: Language,
): ReportSheet[] {
  if ('completeness' in content) return [completenessSheet(content.completeness, content.unitName, language)];
  const { dynamics } = content;
  const texts = reportTexts[language];
  const kind = parameters.kind === 'completeness' ? 'table' : parameters.kind;
  const made = { table, 'start-control': startControl, dynamics: overPeriods }[kind];
  const { notes, columns, rows } = made(dynamics, parameters, language);
  const words = dynamicsTexts[language];
  const computed = dynamics.rows.filter(({ cells }) => cells.some(({ isComputed }) => isComputed === true));
  const hasDiagnostic = dynamics.indicators.some(({ isDiagnosticOnly }) => isDiagnosticOnly);
  return [
    {
      name: texts.sheets[kind],
      notes: [
        `${texts.kinds[kind]}: ${dynamics.unit.name}`,
        ...notes,
        texts.noRating,
        ...(computed.length > 0 ? [words.computedOf(computed.map(({ code }) => code).join(', '))] : []),
        ...(hasDiagnostic ? [words.diagnostic] : []),
      ],
      columns,
      rows,
    },
  ];
}

type Made = Omit<ReportSheet, 'name'>;
type Points = Pick<ReportParameters, 'start' | 'control'>;

const named = (language: Language): Column[] => [
  { title: reportTexts[language].indicator, kind: 'text', width: 48 },
  { title: reportTexts[language].code, kind: 'text', width: 8 },
];

/** The last period of each indicator beside what is around it and the target. */
function table(dynamics: Dynamics, { control }: Points, language: Language): Made {
  const texts = reportTexts[language];
  const { beside } = dynamics;
  const rows = readDynamics(dynamics).flatMap(({ indicator, row }): Cell[][] => {
    const cell =
      control === undefined
        ? row.cells.findLast(({ own }) => own !== null)
        : row.cells.find(({ period }) => period === control);
    if (cell === undefined) return [];
    const [, , share, value] = numbersOf(indicator, cell.beside, '');
    const [, , wanted, wantedValue] = numbersOf(indicator, cell.target, '');
    return [
      [
        indicator.name[language],
        indicator.code,
        periodName(periodOfCode(cell.period), language),
        ...ownNumbers(indicator, cell, language),
        schoolsCounted(indicator, cell),
        ...(beside === null ? [] : [share, value]),
        wanted,
        wantedValue,
      ],
    ];
  });
  return {
    notes: [],
    columns: [
      ...named(language),
      { title: texts.period, kind: 'text', width: 22 },
      ...numberColumns(language),
      { title: texts.schools, kind: 'count' },
      ...(beside === null
        ? []
        : [
            { title: texts.around(beside.name), kind: 'share' as const },
            { title: texts.aroundValue(beside.name), kind: 'number' as const },
          ]),
      { title: texts.target, kind: 'share' },
      { title: texts.targetValue, kind: 'number' },
    ],
    rows,
  };
}

/** One line an indicator and period, so that it can be filtered and pivoted. */
function overPeriods(dynamics: Dynamics, _points: Points, language: Language): Made {
  const texts = reportTexts[language];
  const words = dynamicsTexts[language];
  return {
    notes: [],
    columns: [
      ...named(language),
      { title: texts.period, kind: 'text', width: 22 },
      ...numberColumns(language),
      { title: texts.schools, kind: 'count' },
      ...differenceColumns(language),
      { title: texts.verdict, kind: 'text', width: 22 },
    ],
    rows: readDynamics(dynamics).flatMap(({ indicator, row, steps }) =>
      row.cells.map((cell): Cell[] => {
        const change = steps.find(({ period }) => period === cell.period)?.change ?? null;
        return [
          indicator.name[language],
          indicator.code,
          periodName(periodOfCode(cell.period), language),
          ...ownNumbers(indicator, cell, language),
          schoolsCounted(indicator, cell),
          ...differences(indicator, change?.difference ?? null),
          change === null ? '' : words.verdicts[change.verdict],
        ];
      }),
    ),
  };
}

function startControl(dynamics: Dynamics, points: Points, language: Language): Made {
  const texts = reportTexts[language];
  const words = dynamicsTexts[language];
  const read = readDynamics(dynamics);
  const usual = usualPair(read, dynamics.periods);
  const start = points.start ?? usual?.start;
  const control = points.control ?? usual?.control;
  if (start === undefined || control === undefined) return { notes: [], columns: named(language), rows: [] };
  const [one, two] = [start, control].map((period) => periodName(periodOfCode(period), language));
  const sides = numberColumns(language);
  const noCell = dynamicsTexts[language].noData;
  const side = (indicator: Indicator, cell: DynamicsCell | null): Cell[] =>
    cell === null ? [noCell, '', '', ''] : ownNumbers(indicator, cell, language);
  return {
    notes: [texts.periods(one ?? '', two ?? ''), words.regression],
    columns: [
      ...named(language),
      ...sides.map((column) => ({ ...column, title: texts.start(column.title) })),
      ...sides.map((column) => ({ ...column, title: texts.control(column.title) })),
      ...differenceColumns(language),
      { title: texts.verdict, kind: 'text', width: 18 },
      { title: texts.ground, kind: 'text', width: 40 },
    ],
    rows: startControlRows(read, start, control).map((row) => [
      row.indicator.name[language],
      row.indicator.code,
      ...side(row.indicator, row.start),
      ...side(row.indicator, row.control),
      ...differences(row.indicator, row.change.difference),
      words.verdicts[row.change.verdict],
      row.change.verdict === 'too-few' ? '' : words.grounds[row.change.ground],
    ]),
  };
}

function numberColumns(language: Language): Column[] {
  const texts = reportTexts[language];
  return [
    { title: texts.amount, kind: 'count' },
    { title: texts.total, kind: 'count' },
    { title: texts.share, kind: 'share' },
    { title: texts.value, kind: 'number' },
  ];
}

function differenceColumns(language: Language): Column[] {
  const texts = reportTexts[language];
  return [
    { title: texts.differencePoints, kind: 'number' },
    { title: texts.difference, kind: 'number' },
  ];
}

/** Behind what municipalities say themselves stand no schools. */
const schoolsCounted = (indicator: Indicator, { schools }: DynamicsCell): Cell =>
  askedLevelOf(indicator) === 'school' ? schools.counted : '';

const isShare = ({ unit }: Indicator): boolean => unit === 'share' || unit === 'yes-no';

function differences(indicator: Indicator, difference: number | null): Cell[] {
  if (difference === null) return ['', ''];
  return isShare(indicator) ? [difference * 100, ''] : ['', difference];
}

/** A word in the first column says why there is no number. */
function ownNumbers(indicator: Indicator, cell: DynamicsCell, language: Language): Cell[] {
  const hasNumber = cell.own !== null && cell.own !== 'hidden';
  return numbersOf(indicator, cell.own, hasNumber ? '' : cellWords(indicator.unit, cell, language));
}

function numbersOf(indicator: Indicator, shown: ShownValue, word: string): [Cell, Cell, Cell, Cell] {
  const measure = shown === 'hidden' ? null : measureOfValue(shown);
  if (shown === null || shown === 'hidden' || measure === null) return [word, '', '', ''];
  const { amount, total } = shown;
  if (isShare(indicator)) return [amount, total ?? '', measure, ''];
  // Of a mean the sum behind it is nobody's number.
  return [indicator.unit === 'score' ? '' : amount, total ?? '', '', measure];
}
