import { z } from 'zod';
import { decimalDigitsMax, decimalFraction } from './decimal-fraction.ts';
import { SchoolType } from '../registry/school-type.ts';

/** How rules A and B make one: both, either, or one of them alone. */
export const Combination = z.enum(['and', 'or', 'a', 'b']);
export type Combination = z.infer<typeof Combination>;

/** Procedures that take part: of a kind, in these grades and subjects; where a list is absent, in all. */
export const ProcedureChoice = z.strictObject({
  procedure: z.string().trim().min(1),
  grades: z.array(z.number().int().min(1).max(12)).min(1).optional(),
  subjects: z.array(z.string().trim().min(1)).min(1).optional(),
});
export type ProcedureChoice = z.infer<typeof ProcedureChoice>;

/** The rule of identification itself: what two methodologies with the same digits have in common. */
export const IdentificationRule = z.strictObject({
  /** A result is low from this share of participants up. */
  threshold: z
    .number()
    .gt(0)
    .max(1)
    .refine((value) => decimalFraction(value) !== null, `at most ${decimalDigitsMax} digits`),
  /** Fewer participants: the procedure does not take part. */
  minParticipants: z.number().int().min(0).max(1_000_000),
  /** Counts of so many years up to the year are added first: 1 is each year by itself. */
  yearsPooled: z.number().int().min(1).max(3),
  /** Years are added only where fewer than this took part in the year itself; absent: everywhere. */
  poolOnlyUnder: z.number().int().min(1).max(1_000_000).optional(),
  /** Rule A: so many low procedures in the year. */
  minProceduresInYear: z.number().int().min(1).max(100),
  /** Rule B: one and the same procedure low in so many years running, the last being the year. */
  repeatYears: z.number().int().min(1).max(10),
  combine: Combination,
  /** Absent: all procedures there are. */
  procedures: z.array(ProcedureChoice).min(1).optional(),
  excludedTypes: z.array(SchoolType).optional(),
});
export type IdentificationRule = z.infer<typeof IdentificationRule>;

/** Where a part of a rule comes from: an act, a letter, or a choice of ours, said as such. */
const RuleSource = z.strictObject({ text: z.string().min(1), chosen: z.boolean() });

/** A version of a rule with its name, standing and sources. Changing it makes the next version. */
export const Methodology = IdentificationRule.extend({
  code: z.string().regex(/^[a-z0-9-]{1,50}$/),
  version: z.number().int().min(1),
  title: z.string().min(1).max(300),
  /** What it is: in force where, since when, in whose wording, what is not known of it. */
  standing: z.string().min(1).max(2_000),
  sources: z.partialRecord(IdentificationRule.keyof(), RuleSource),
});
export type Methodology = z.infer<typeof Methodology>;

/** A rule for a year, as a file gives it to the command line; a whole methodology with a year is one too. */
export const MethodFile = Methodology.partial({
  code: true,
  version: true,
  title: true,
  standing: true,
  sources: true,
}).extend({ year: z.number().int().min(2000).max(2100) });
export type MethodFile = z.infer<typeof MethodFile>;
