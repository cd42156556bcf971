import { z } from 'zod';

/** A cell of a table file: text, a number with all its digits, a date as `YYYY-MM-DD`, or nothing. */
export const SheetCell = z.union([z.string(), z.number()]).nullable();
export type SheetCell = z.infer<typeof SheetCell>;

/** A sheet of a table file; the name of the only sheet of a CSV is empty. */
export const SheetTable = z.object({ name: z.string(), rows: z.array(z.array(SheetCell)) });
export type SheetTable = z.infer<typeof SheetTable>;
