import { z } from 'zod';
import { indicatorGroups } from './indicator-groups.ts';
import { periodKinds } from './report-period.ts';

/** Latin letters, digits, a letter for a part: `R25`, `R25a`, `D01`. Codes of offices begin with a letter of their own, `Z`. */
export const IndicatorCode = z.string().regex(/^[A-Z]{1,3}\d{2,4}[a-z]?$/);
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/**
 * How a value is written. `share`: so many of so many of one kind. `ratio`: so much for each of another kind (copies per pupil, m² per
 * pupil). `score`: a mean with the number of people behind it. `change`: so many points more or less than the period before; only computed, and above the
 * school the difference of the territory's own numbers. The others are an amount and, but for `count` and `yes-no`, a total: a quotient is reckoned, never
 * kept.
 */
export const indicatorUnits = ['count', 'share', 'ratio', 'score', 'yes-no', 'change'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** What an amount is of: the word beside the number. */
export const amountKinds = [
  'pupils',
  'teachers',
  'people',
  'schools',
  'lessons',
  'items',
  'points',
  'square-metres',
] as const;
export type AmountKind = (typeof amountKinds)[number];

/** `growth` and `fall` are wanted; `context` has no good side; `presence` is a «yes» that is wanted. */
export const goodDirections = ['growth', 'fall', 'context', 'presence'] as const;
export type GoodDirection = (typeof goodDirections)[number];

/**
 * Who may be harmed by the number. `open` may be published; `small-cells`: counts of pupils, 1 to 4 hidden above the school; `sensitive`: the same, and
 * never in a public paper (origin, language, registers of minors); `special`: health and convictions, the same, and asked only where a person says why.
 */
export const sensitivities = ['open', 'small-cells', 'sensitive', 'special'] as const;
export type Sensitivity = (typeof sensitivities)[number];

const Text = z.string().trim().min(1).max(500);
const Both = z.object({ ru: Text, en: Text });

/** Where a value comes from when a person is asked for it, and how it is reckoned when nobody is. */
export const IndicatorOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked') }),
  /** Of other indicators and registers, by the language of `formula.ts`. */
  z.object({ kind: z.literal('computed'), formula: z.string().trim().min(1).max(1000) }),
]);
export type IndicatorOrigin = z.infer<typeof IndicatorOrigin>;

/** One version of a definition; never changed, followed by the next. Values keep the version they were given under. */
export const Indicator = z.object({
  code: IndicatorCode,
  version: z.number().int().min(1),
  group: z.enum(indicatorGroups),
  name: Both,
  unit: z.enum(indicatorUnits),
  amountOf: z.enum(amountKinds),
  /** Of what the total is; null for `count`, `yes-no` and `change`. */
  totalOf: z.enum(amountKinds).nullable(),
  /** What is counted, in words. */
  numerator: Both,
  /** Of how many, in words; null where there is no total. */
  denominator: Both.nullable(),
  /** The indicator (a `count`) that is the total of this one: one number for a school and a date, asked once. */
  totalCode: IndicatorCode.nullable(),
  /** The indicator whose parts, this one among them, sum to it. */
  partOf: IndicatorCode.nullable(),
  levels: z.array(z.enum(['school', 'municipality'])).min(1),
  origin: IndicatorOrigin,
  direction: z.enum(goodDirections),
  periods: z.array(z.enum(periodKinds)).min(1),
  /** How it is collected: «статистический отчёт», «книга выдачи аттестатов». */
  collectedFrom: Both,
  sensitivity: z.enum(sensitivities),
  /** Results of ВПР: diagnostics, never a rating. */
  isDiagnosticOnly: z.boolean(),
  /** Where the wording leaves a choice: which reading was chosen and which others there are; null where it is plain. */
  reading: Both.nullable(),
  /** The act or paper the indicator comes from. */
  source: Both,
});
export type Indicator = z.infer<typeof Indicator>;

/** A definition by code and version. */
export const IndicatorVersion = Indicator.pick({ code: true, version: true });
export type IndicatorVersion = z.infer<typeof IndicatorVersion>;
