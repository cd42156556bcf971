import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { OrgUnitKind } from './org-unit.ts';
import { RegisterLayout } from './register-layout.ts';
import { RegisterProblem } from './register-problem.ts';

/** The largest register taken, in bytes and in rows of a sheet. */
export const registerBytesMax = 30 * 1_048_576;
export const registerRowsMax = 100_000;

const count = z.number().int();
export const RegisterCounts = z.object({ added: count, changed: count, kept: count, refused: count });
export type RegisterCounts = z.infer<typeof RegisterCounts>;

export const registerImportStates = ['draft', 'applied', 'undone'] as const;

/** A register on its way into the tree. */
export const RegisterImportEntry = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(registerImportStates),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  /** What was done; null for a draft. */
  counts: RegisterCounts.nullable(),
  version: z.number().int(),
});
export type RegisterImportEntry = z.infer<typeof RegisterImportEntry>;

/** A draft with what would be done if it were applied now. */
export const RegisterReview = RegisterImportEntry.extend({
  layout: RegisterLayout,
  sheets: z.array(z.object({ name: z.string(), rowCount: z.number().int() })),
  /** Columns of the chosen sheet: the heading and the first values below it. */
  columns: z.array(z.object({ title: z.string(), sample: z.array(z.string()) })),
  /** Rows of the chosen sheet that may be the head: the first of the sheet. */
  firstRows: z.array(z.string()),
  expected: RegisterCounts,
  /** In the order of rows, at most `reviewLinesMax`; `problemCount` counts all. */
  problems: z.array(RegisterProblem),
  problemCount: z.number().int(),
  /** What would be added and changed, at most `reviewLinesMax`. */
  changes: z.array(
    z.object({
      row: z.number().int(),
      action: z.enum(['add', 'change']),
      kind: OrgUnitKind,
      name: z.string(),
      /** Name of the unit above. */
      below: z.string(),
    }),
  ),
});
export type RegisterReview = z.infer<typeof RegisterReview>;

export const reviewLinesMax = 500;

const ImportId = z.object({ importId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const onImport = { who: 'role-on-thing', action: 'registry.manage' } as const;

export const registerImportContract = contract({
  listRegisterImports: {
    method: 'GET',
    path: '/register-imports',
    summary: 'The person’s own loaded registers, the newest first',
    permission: { who: 'role', action: 'registry.manage' },
    output: z.array(RegisterImportEntry),
  },
  uploadRegister: {
    method: 'POST',
    path: '/register-imports',
    summary:
      'Bring a register of organisations (XLSX, XLS, ODS, CSV; up to 30 MB and 100 000 rows) as a draft',
    permission: { who: 'role', action: 'registry.manage' },
    uploadBytesMax: registerBytesMax,
    output: RegisterImportEntry,
  },
  getRegisterReview: {
    method: 'GET',
    path: '/register-imports/:importId',
    summary: 'A draft with the columns as they were recognised and what would be added, changed and refused',
    permission: onImport,
    params: ImportId,
    output: RegisterReview,
  },
  changeRegisterLayout: {
    method: 'PUT',
    path: '/register-imports/:importId/layout',
    summary: 'Choose the sheet, the head row and the columns of a draft',
    permission: onImport,
    params: ImportId,
    body: RegisterLayout.extend(Version.shape),
    output: RegisterReview,
  },
  applyRegister: {
    method: 'POST',
    path: '/register-imports/:importId/apply',
    summary: 'Do all at once what the review says; refused rows are left out',
    permission: onImport,
    params: ImportId,
    body: Version,
    output: RegisterImportEntry,
  },
  undoRegister: {
    method: 'POST',
    path: '/register-imports/:importId/undo',
    summary:
      'Take back all that an applied import did; refused when an organisation of it was changed or used since',
    permission: onImport,
    params: ImportId,
    output: RegisterImportEntry,
  },
  discardRegister: {
    method: 'DELETE',
    path: '/register-imports/:importId',
    summary: 'Throw a draft away',
    permission: onImport,
    params: ImportId,
    output: z.object({}),
  },
});
