import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { passportCellProblems } from './passport-cell.ts';
import { PassportCode, PassportValue } from './social-passport.ts';

export const passportBytesMax = 10 * 1_048_576;

/** The first year of a school year: 2025 for 2025/26. */
export const SchoolYear = z.number().int().min(2000).max(2099);
const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);

/** A value as the reader may see it; a count of 1 to 4 pupils is null above the school. */
export const SchoolPassportValue = PassportValue.extend({
  orgUnitId: z.uuid(),
  count: z.number().int().nullable(),
});
export type SchoolPassportValue = z.infer<typeof SchoolPassportValue>;

/** What a person enters for a variable; null takes the value back: the passport does not say. */
export const PassportEntry = z.object({
  variable: PassportCode,
  value: PassportValue.omit({ variable: true }).nullable(),
});
export type PassportEntry = z.infer<typeof PassportEntry>;

const Place = z.object({ sheet: z.string(), row: z.number().int(), column: z.number().int() });

/** What a file says, beside what is known: nothing is kept of it yet. */
export const PassportFile = z.object({
  values: z.array(
    Place.extend({
      ...PassportValue.shape,
      orgUnitId: z.uuid(),
      fromShare: z.boolean(),
      change: z.enum(['add', 'change', 'keep']),
    }),
  ),
  problems: z.array(Place.extend({ text: z.string(), problem: z.enum(passportCellProblems) })),
});
export type PassportFile = z.infer<typeof PassportFile>;

const loadedMax = 100_000;
const PassportCounts = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  kept: z.number().int(),
});

export const passportContract = contract({
  listPassports: {
    method: 'GET',
    path: '/social-passports',
    summary: 'Social passports of the schools the person may see; counts of 1 to 4 pupils only in her own',
    permission: { who: 'role', action: 'results.read' },
    query: z.object({ year }),
    output: z.array(SchoolPassportValue),
  },
  savePassport: {
    method: 'PUT',
    path: '/org-units/:orgUnitId/social-passport',
    summary: 'Enter values of a school’s social passport; those not named stay as they are',
    permission: { who: 'role-on-thing', action: 'passport.enter' },
    params: z.object({ orgUnitId: z.uuid() }),
    body: z.object({ schoolYear: SchoolYear, entries: z.array(PassportEntry).max(100) }),
    output: PassportCounts,
  },
  readPassportFile: {
    method: 'POST',
    path: '/social-passports/read',
    summary: 'Read a file of social passports (XLSX, XLS, ODS, CSV; up to 10 MB) and say what would change',
    permission: { who: 'role', action: 'passport.enter' },
    uploadBytesMax: passportBytesMax,
    storesNothing: true,
    body: z.object({ year }),
    output: PassportFile,
  },
  loadPassports: {
    method: 'PUT',
    path: '/social-passports',
    summary: 'Enter values of several schools at once, as a file said; a second time changes nothing',
    permission: { who: 'role', action: 'passport.enter' },
    body: z.object({
      schoolYear: SchoolYear,
      values: z.array(PassportValue.extend({ orgUnitId: z.uuid() })).max(loadedMax),
    }),
    output: PassportCounts,
  },
});
