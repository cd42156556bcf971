import { z } from 'zod';
import { isCalendarDate } from '../basics/calendar-date.ts';
import { PartyChoice } from './party-choice.ts';

/** Text as a person typed or pasted it, without what no database keeps (a zero byte, half a surrogate pair). */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((value) => value.replaceAll('\0', '').toWellFormed().trim());
const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));
const list = z
  .array(text(4000))
  .max(500)
  .transform((items) => items.filter((item) => item !== ''));
const date = z.string().refine(isCalendarDate).nullable();
const rowId = z.string().min(1).max(60);

export const requisiteTexts = [
  'type',
  'number',
  'place',
  'authority',
  'title',
  'annexTitle',
  'controller',
  'region',
  'municipality',
] as const;
export const requisiteDates = ['date', 'periodStart', 'periodEnd'] as const;
export type RequisiteText = (typeof requisiteTexts)[number];
export type RequisiteDate = (typeof requisiteDates)[number];

/** One thing a person does to a draft. The draft is what was read with all its edits applied in order. */
export const DraftEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-requisite'), field: z.enum(requisiteTexts), value: optionalText(4000) }),
  z.object({ kind: z.literal('set-date'), field: z.enum(requisiteDates), value: date }),
  z.object({ kind: z.literal('set-signatory'), name: optionalText(300), post: optionalText(1000) }),
  z.object({ kind: z.literal('set-goal'), value: optionalText(10_000) }),
  z.object({
    kind: z.literal('set-list'),
    field: z.enum(['tasks', 'expectedResults', 'basis']),
    value: list,
  }),
  z.object({
    kind: z.literal('set-schools'),
    value: z.array(z.object({ name: text(1000).min(1), branchOf: optionalText(1000) })).max(5000),
  }),
  z.object({ kind: z.literal('set-abbreviation'), short: text(100).min(1), long: optionalText(1000) }),
  z.object({ kind: z.literal('rename-section'), from: z.string().max(4000), to: text(4000).min(1) }),
  z.object({
    kind: z.literal('set-activity'),
    row: rowId,
    field: z.enum(['no', 'title']),
    value: text(20_000),
  }),
  z.object({ kind: z.literal('set-section'), row: rowId, value: optionalText(4000) }),
  z.object({
    kind: z.literal('set-activity-list'),
    row: rowId,
    field: z.enum(['responsible', 'expected']),
    value: list,
  }),
  z.object({
    kind: z.literal('set-deadline'),
    row: rowId,
    phrase: text(2000),
    /** Typed by hand; null: the phrase is read. */
    windows: z
      .array(z.object({ start: date, end: date }))
      .max(50)
      .nullable(),
  }),
  z.object({ kind: z.literal('add-activity'), row: rowId, after: rowId.nullable() }),
  z.object({ kind: z.literal('remove-activity'), row: rowId }),
  z.object({ kind: z.literal('move-activity'), row: rowId, after: rowId.nullable() }),
  /** The row's texts go to the end of the other's, and the row is gone. */
  z.object({ kind: z.literal('join-activities'), row: rowId, into: rowId }),
  z.object({
    kind: z.literal('split-activity'),
    row: rowId,
    newRow: rowId,
    title: text(20_000),
    newTitle: text(20_000),
  }),
  z.object({
    kind: z.literal('set-indicator'),
    row: z.number().int().min(0),
    field: z.enum(['name', 'group', 'collection']),
    value: text(4000),
  }),
  z.object({
    kind: z.literal('set-indicator-value'),
    row: z.number().int().min(0),
    column: z.string().max(1000),
    value: text(200),
  }),
  z.object({
    kind: z.literal('confirm-doubts'),
    doubts: z.array(z.string().min(1).max(300)).min(1).max(10_000),
  }),
  z.object({ kind: z.literal('match-party'), printed: z.string().min(1).max(4000), choice: PartyChoice }),
  z.object({ kind: z.literal('choose-owner'), orgUnitId: z.uuid() }),
]);
export type DraftEdit = z.infer<typeof DraftEdit>;
export type EditOf<K extends DraftEdit['kind']> = Extract<DraftEdit, { kind: K }>;

/** Paths of what the edit changes, from the whole to the part. */
export function touchedPlaces(edit: DraftEdit): readonly string[] {
  switch (edit.kind) {
    case 'set-requisite':
    case 'set-date':
    case 'set-list':
      return [edit.field];
    case 'set-signatory':
      return ['signatory'];
    case 'set-goal':
      return ['goal'];
    case 'set-schools':
      return ['schools'];
    case 'set-abbreviation':
      return [`abbreviations/${edit.short}`];
    case 'rename-section':
      return [`sections/${edit.from}`];
    case 'set-activity':
    case 'set-activity-list':
      return [`rows/${edit.row}/${edit.field}`];
    case 'set-section':
      return [`rows/${edit.row}/section`];
    case 'set-deadline':
      return [`rows/${edit.row}/deadline`];
    case 'add-activity':
    case 'remove-activity':
      return [`rows/${edit.row}`];
    case 'move-activity':
      return [`rows/${edit.row}/position`];
    case 'join-activities':
      return [`rows/${edit.row}`, `rows/${edit.into}`];
    case 'split-activity':
      return [`rows/${edit.row}`, `rows/${edit.newRow}`];
    case 'set-indicator':
      return [`indicators/${edit.row}/${edit.field}`];
    case 'set-indicator-value':
      return [`indicators/${edit.row}/values/${edit.column}`];
    case 'confirm-doubts':
      return edit.doubts.map((doubt) => `doubts/${doubt}`);
    case 'match-party':
      return [`matches/${edit.printed}`];
    case 'choose-owner':
      return ['owner'];
  }
}

/** Do two edits change the same thing, so that the later would silently overwrite the earlier? */
export function editsClash(one: DraftEdit, other: DraftEdit): boolean {
  return placesClash(touchedPlaces(one), touchedPlaces(other));
}

/** Is a path of the one list within a path of the other, or the same? */
export function placesClash(one: readonly string[], other: readonly string[]): boolean {
  return one.some((a) => other.some((b) => contains(a, b) || contains(b, a)));
}

const contains = (whole: string, part: string): boolean => part === whole || part.startsWith(`${whole}/`);
