import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import type { RegisterName } from '@opora/domain/indicators/register-element.ts';
import type { Db } from '../platform/database.ts';

/** What is asked of a register: so many schools and school years (by their first year), all that it knows of them. */
export type RegisterQuestion = {
  readonly orgUnitIds: readonly string[];
  readonly schoolYears: readonly number[];
};

/** One number of a register; what it does not know has no entry. */
export type RegisterValue = {
  readonly orgUnitId: string;
  readonly schoolYear: number;
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
