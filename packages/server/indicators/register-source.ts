import type { CountedActivity } from '@opora/domain/indicators/dynamics-contract.ts';
import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import type { RegisterName } from '@opora/domain/indicators/register-element.ts';
import type { Db } from '../platform/database.ts';

/** What is asked of a register: so many schools and periods, all that it knows of them. */
export type RegisterQuestion = {
  readonly orgUnitIds: readonly string[];
  readonly periods: readonly PeriodCode[];
};

/** One number of a register; what it does not know has no entry. */
export type RegisterValue = {
  readonly orgUnitId: string;
  readonly period: PeriodCode;
  readonly path: string;
  readonly value: FormulaValue;
};

/**
 * A register of another feature whose numbers formulas read. Those that come after indicators in the order of features are passed in where the application is
 * put together; a source sees what row security shows, like everything else.
 */
export type RegisterSource = {
  readonly register: RegisterName;
  readonly read: (db: Db, question: RegisterQuestion) => Promise<readonly RegisterValue[]>;
};

/** A count of schools that adds up, of a municipality or a school. */
export type RegisterSum = {
  readonly scope: string;
  readonly period: PeriodCode;
  readonly path: string;
  readonly amount: number;
};

type SumQuestion = {
  readonly paths: readonly string[];
  /** What has come by now is counted, what is to come is not. */
  readonly today: CalendarDate;
};

/** A register whose numbers are no secret, and are added up where they lie. */
export type SummedRegister = {
  readonly read: (
    db: Db,
    question: RegisterQuestion & Pick<SumQuestion, 'today'>,
  ) => Promise<readonly RegisterValue[]>;
  readonly sum: (
    db: Db,
    question: SumQuestion & {
      readonly periods: readonly PeriodCode[];
      /** Municipalities, or one by one these schools. */
      readonly by: readonly string[] | 'territory';
    },
  ) => Promise<readonly RegisterSum[]>;
  /** School years of which it knows something. */
  readonly listPeriods: (db: Db, question: SumQuestion) => Promise<readonly PeriodCode[]>;
  /** What the counts of a unit are made of: activities, and events one by one. */
  readonly listSources: (
    db: Db,
    question: SumQuestion & { readonly periods: readonly PeriodCode[]; readonly scope: string },
  ) => Promise<readonly CountedActivity[]>;
};

/** Registers that formulas read. */
export type Registers = { readonly results: RegisterSource; readonly plans: SummedRegister };
