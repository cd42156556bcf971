import type { AmountKind, GoodDirection, Indicator, IndicatorUnit, Sensitivity } from './indicator.ts';
import type { PeriodKind } from './report-period.ts';

export type Words = readonly [ru: string, en: string];

/** What the definitions of one paper have in common. */
export interface Shared {
  readonly group: Indicator['group'];
  readonly source: Words;
  readonly unit: IndicatorUnit;
  readonly amountOf: AmountKind;
  readonly periods: readonly PeriodKind[];
  readonly from: Words;
  readonly levels?: readonly Indicator['levels'][number][];
  readonly sensitivity?: Sensitivity;
  readonly direction?: GoodDirection;
  /** The indicator the shares are of. */
  readonly total?: Indicator;
}

/** One definition: its own words, and what differs from the others of the paper. */
export interface Row extends Partial<Omit<Shared, 'group'>> {
  readonly code: string;
  readonly name: Words;
  /** What is counted; the name where it says so itself. */
  readonly counts?: Words;
  /** Of how many; what `total` counts where that is all. */
  readonly of?: Words;
  readonly totalOf?: AmountKind;
  readonly partOf?: string;
  readonly formula?: string;
  readonly isDiagnosticOnly?: boolean;
  readonly reading?: Words;
  /** Where in the paper: «показатель 1.5», «строка 10». */
  readonly item: Words | null;
}

/** First versions of definitions that come from one paper. */
export function defineIndicators(shared: Shared, rows: readonly Row[]): readonly Indicator[] {
  return rows.map((row) => defineIndicator(shared, row));
}

function defineIndicator(shared: Shared, row: Row): Indicator {
  const unit = row.unit ?? shared.unit;
  const total = hasTotal(unit) ? (row.total ?? (row.of === undefined ? shared.total : undefined)) : undefined;
  const amountOf = row.amountOf ?? shared.amountOf;
  const { item, formula, source = shared.source } = row;
  return {
    code: row.code,
    version: 1,
    group: shared.group,
    name: both(row.name),
    unit,
    amountOf,
    totalOf: hasTotal(unit) ? (row.totalOf ?? total?.amountOf ?? amountOf) : null,
    numerator: both(row.counts ?? row.name),
    denominator: row.of === undefined ? (total?.numerator ?? null) : both(row.of),
    totalCode: total?.code ?? null,
    partOf: row.partOf ?? null,
    levels: [...(row.levels ?? shared.levels ?? (['school', 'municipality'] as const))],
    origin: formula === undefined ? { kind: 'asked' } : { kind: 'computed', formula },
    direction: row.direction ?? shared.direction ?? 'context',
    periods: [...(row.periods ?? shared.periods)],
    collectedFrom: both(row.from ?? shared.from),
    sensitivity: row.sensitivity ?? shared.sensitivity ?? 'open',
    isDiagnosticOnly: row.isDiagnosticOnly ?? false,
    reading: row.reading === undefined ? null : both(row.reading),
    source: both(item === null ? source : joinWords(source, item)),
  };
}

function hasTotal(unit: IndicatorUnit): boolean {
  return unit === 'share' || unit === 'ratio' || unit === 'score';
}

function both([ru, en]: Words): Indicator['name'] {
  return { ru, en };
}

function joinWords([ru, en]: Words, [ruItem, enItem]: Words): Words {
  return [`${ru}, ${ruItem}`, `${en}, ${enItem}`];
}

/** The definition of a code among those given. Throws where there is none: the list and its use are written side by side. */
export function pickIndicator(indicators: readonly Indicator[], code: string): Indicator {
  const found = indicators.find((one) => one.code === code);
  if (found === undefined) throw new RangeError(`no indicator ${code}`);
  return found;
}
