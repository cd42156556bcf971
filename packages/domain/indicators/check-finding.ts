import { z } from 'zod';
import { type Indicator, IndicatorCode } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

/** `error` cannot be sent; `warning` is mended or answered with an explanation; `note` is told and asks nothing. */
export const checkSeverities = ['error', 'warning', 'note'] as const;
export type CheckSeverity = (typeof checkSeverities)[number];

export const checkProblems = [
  'unreadable',
  'negative',
  'not-whole',
  'over-total',
  'no-total',
  'too-many',
  'nobody',
  'parts-agree',
  'parts-differ',
  'part-over-whole',
  'totals-differ',
  'subset-larger',
  'first-grades-large',
  'zero-beside-dash',
  'empty-beside-dash',
  'dash-of-somebody',
  'written-share-differs',
  'rounded-down',
  'rounded-to-whole',
  'mixed-units',
  'other-population',
  'other-window',
  'changed-much',
  'presence-lost',
  'outlier',
  'register-differs',
] as const;
export type CheckProblem = (typeof checkProblems)[number];

/** What is wrong or strange in a form, with the numbers that say so. */
export const CheckFinding = z.object({
  /** The same for the same question about the same indicators, whatever the numbers: an answer is kept by it. */
  key: z.string(),
  severity: z.enum(checkSeverities),
  problem: z.enum(checkProblems),
  /** Where to go; the first is what it is about. */
  indicators: z.array(IndicatorCode).min(1),
  /** Numbers and codes that the words of the problem name. */
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
  /** The numbers behind it, as one text: an answer holds while this stays. */
  seen: z.string(),
});
export type CheckFinding = z.infer<typeof CheckFinding>;

/** The middle of what similar schools have and how far they are from it; single schools are not seen in it. */
export const SimilarSummary = z.object({
  /** Alike by the index of social well-being among schools of like size, or by size alone where too few have passports. */
  by: z.enum(['context', 'size']),
  /** A median of quotients of shares and ratios, and of means of scores. */
  middle: z.number(),
  /** The median of distances from it. */
  spread: z.number(),
  schools: z.number().int(),
});
export type SimilarSummary = z.infer<typeof SimilarSummary>;

/** One school's form as the checks see it: values of one school and one period. */
export interface CheckedForm {
  readonly indicators: readonly Indicator[];
  /** Those asked and those known besides, such as totals of another campaign. No entry is «not given». */
  readonly values: readonly IndicatorValue[];
  /** Of the same school in the period before; empty where there is none. */
  readonly previous: readonly IndicatorValue[];
  /** What similar schools have, by code, without the school's own. */
  readonly similar: ReadonlyMap<string, SimilarSummary>;
  /** What registers say of indicators that the school is asked for. */
  readonly registers: readonly {
    readonly indicator: string;
    readonly amount: number;
    readonly total: number | null;
  }[];
}

/** A given value with its definition. */
export interface CheckedValue {
  readonly code: string;
  readonly indicator: Indicator;
  readonly amount: number;
  readonly total: number | null;
  readonly typed: string | null;
}

type Finding = {
  readonly problem: CheckProblem;
  readonly severity: CheckSeverity;
  readonly values: readonly Pick<CheckedValue, 'code' | 'amount' | 'total'>[];
  /** Instead of the codes of the values, where the question is about something they share. */
  readonly about?: string;
  readonly facts?: CheckFinding['facts'];
  readonly more?: readonly string[];
};

export function finding({ problem, severity, values, about, facts, more }: Finding): CheckFinding {
  const codes = [...new Set([...values.map(({ code }) => code), ...(more ?? [])])];
  return {
    key: `${problem}:${about ?? codes.join(',')}`,
    severity,
    problem,
    indicators: codes,
    facts: facts ?? {},
    seen: shortened(values.map(({ code, amount, total }) => `${code}=${amount}/${total ?? ''}`).join(';')),
  };
}

const seenMax = 300;

/** A long text cut, with a number that the whole of it makes (FNV-1a): another number anywhere makes another text. */
function shortened(text: string): string {
  if (text.length <= seenMax) return text;
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${text.slice(0, seenMax)}#${hash.toString(16)}`;
}
