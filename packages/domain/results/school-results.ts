import type { CountSight } from './count-sight.ts';
import type { Procedure } from './procedure.ts';
import type { SchoolType } from '../registry/school-type.ts';

/** Results of one school in one procedure and year, as counts: `0 ≤ below ≤ participants`. */
export type ProcedureCount = {
  readonly year: number;
  /** Equal procedures of one set of results are one object: they are compared by identity. */
  readonly procedure: Procedure;
  readonly participants: number;
  /** Below the minimum: mark 2, or under the least score. */
  readonly below: number;
  /** What of it is seen above the school level; absent where nobody but the holder of the file looks. */
  readonly sight?: CountSight | undefined;
};

/** All that identification looks at of one school; no more than one count for a procedure and year. */
export type SchoolResults = {
  readonly school: string;
  /** Null where the type is not known: then no exclusion applies. */
  readonly type: SchoolType | null;
  readonly counts: readonly ProcedureCount[];
};
