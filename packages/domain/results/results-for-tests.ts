import type { IdentificationRule } from './methodology.ts';
import type { Procedure } from './procedure.ts';
import type { SchoolResults } from './school-results.ts';

/** The rule of `method.json` in the documentation of the command. */
export const ruleForTests: IdentificationRule = {
  threshold: 0.3,
  minParticipants: 10,
  yearsPooled: 1,
  minProceduresInYear: 2,
  repeatYears: 2,
  combine: 'and',
};

export const russian: Procedure = { kind: 'ОГЭ', grade: 9, subject: 'русский язык' };
export const mathematics: Procedure = { kind: 'ОГЭ', grade: 9, subject: 'математика' };
export const check: Procedure = { kind: 'ВПР', grade: 5, subject: 'математика' };

type Row = readonly [year: number, procedure: Procedure, below: number, participants: number];

/** A school out of rows as they are read aloud: «2025, mathematics, 9 of 24». */
export function school(rows: readonly Row[], more: Partial<SchoolResults> = {}): SchoolResults {
  return {
    school: 'edu1',
    type: null,
    counts: rows.map(([year, procedure, below, participants]) => ({ year, procedure, below, participants })),
    ...more,
  };
}
