import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
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
