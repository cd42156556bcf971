import type { OrgUnit, OrgUnitFields } from './org-unit.ts';
import type { RegisterField } from './register-layout.ts';
import type { RegisterProblemCode } from './register-problem.ts';
import type { SchoolType } from './school-type.ts';

/** The parent of a row: a unit of the tree, or the one that an earlier step adds. */
export type ParentOfStep = { readonly known: OrgUnit } | { readonly step: number };

/** What the register asks to be done for one row; a parent's step stands before the steps of what is below it. */
export type RegisterStep =
  | {
      readonly action: 'add';
      readonly row: number;
      readonly fields: OrgUnitFields;
      readonly schoolType: SchoolType | null;
      readonly parent: ParentOfStep;
    }
  | {
      readonly action: 'change';
      readonly row: number;
      readonly unit: OrgUnit;
      readonly fields: OrgUnitFields;
      /** Afterwards, and before. */
      readonly schoolType: SchoolType | null;
      readonly typeBefore: SchoolType | null;
    }
  | { readonly action: 'keep'; readonly row: number; readonly unit: OrgUnit };

/** Why a row gets no step. */
export type Refused = {
  readonly field: RegisterField | null;
  readonly code: RegisterProblemCode;
  readonly otherRow?: number;
};
