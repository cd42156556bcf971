import { z } from 'zod';
import { isCalendarDate } from '../basics/calendar-date.ts';
import { placesClash } from './draft-edit.ts';
import { PartyFields } from './plan.ts';

const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));
const list = z
  .array(text(4000))
  .max(200)
  .transform((items) => items.filter((item) => item !== ''));
const date = z.string().refine(isCalendarDate).nullable();
const id = z.uuid();

/** One thing a person does to the draft of an amendment: what the plan is to become, or the act that is to make it so. */
export const AmendmentEdit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set-act'),
    field: z.enum(['actType', 'actNumber', 'actAuthority', 'reasons']),
    value: optionalText(4000),
  }),
  z.object({ kind: z.literal('set-act-date'), field: z.enum(['actOn', 'inForceOn']), value: date }),
  z.object({ kind: z.literal('set-title'), value: text(2000).min(1) }),
  z.object({ kind: z.literal('set-goal'), value: optionalText(10_000) }),
  z.object({ kind: z.literal('set-controller'), value: optionalText(500), personId: id.nullable() }),
  z.object({ kind: z.literal('set-list'), field: z.enum(['tasks', 'expectedResults']), value: list }),
  z.object({ kind: z.literal('set-period'), field: z.enum(['periodStartsOn', 'periodEndsOn']), value: date }),
  z.object({ kind: z.literal('add-section'), section: id, title: text(1000).min(1), after: id.nullable() }),
  z.object({ kind: z.literal('rename-section'), section: id, title: text(1000).min(1) }),
  z.object({ kind: z.literal('move-section'), section: id, after: id.nullable() }),
  /** Its activities go with it. */
  z.object({ kind: z.literal('remove-section'), section: id }),
  z.object({ kind: z.literal('set-no'), activity: id, value: text(60) }),
  z.object({ kind: z.literal('set-activity-title'), activity: id, value: text(10_000).min(1) }),
  /** The phrase is read anew. */
  z.object({ kind: z.literal('set-deadline'), activity: id, phrase: text(2000) }),
  z.object({ kind: z.literal('set-parties'), activity: id, value: z.array(PartyFields).max(200) }),
  z.object({ kind: z.literal('set-expected'), activity: id, value: list.pipe(z.array(z.string()).max(100)) }),
  /** `after` null: first in the section. */
  z.object({
    kind: z.literal('add-activity'),
    activity: id,
    section: id.nullable(),
    after: id.nullable(),
    title: text(10_000).min(1),
  }),
  z.object({ kind: z.literal('move-activity'), activity: id, section: id.nullable(), after: id.nullable() }),
  z.object({ kind: z.literal('remove-activity'), activity: id }),
  /** Makes the row again what it is in the edition in force. */
  z.object({ kind: z.literal('restore-activity'), activity: id }),
  z.object({ kind: z.literal('add-school'), school: id, name: text(1000) }),
  z.object({ kind: z.literal('remove-school'), school: id }),
]);
export type AmendmentEdit = z.infer<typeof AmendmentEdit>;

/** Would the later of two edits silently overwrite the earlier? */
export function amendmentEditsClash(one: AmendmentEdit, other: AmendmentEdit): boolean {
  return placesClash(placesOf(one), placesOf(other));
}

/** Names what the edit changes: two edits of one place say what is to stand there. */
export const placeOf = (edit: AmendmentEdit): string => placesOf(edit).join(' ');

/** The field that an edit sets; null for an edit that does more. Typing on in one field is one edit. */
export function fieldSetBy(edit: AmendmentEdit): string | null {
  return edit.kind.startsWith('set-') ? placeOf(edit) : null;
}

/** Paths of what the edit changes, from the whole to the part. */
function placesOf(edit: AmendmentEdit): readonly string[] {
  switch (edit.kind) {
    case 'set-act':
    case 'set-act-date':
      return [`act/${edit.field}`];
    case 'set-title':
      return ['title'];
    case 'set-goal':
      return ['goal'];
    case 'set-controller':
      return ['controller'];
    case 'set-list':
    case 'set-period':
      return [edit.field];
    case 'add-section':
    case 'remove-section':
      return [`sections/${edit.section}`];
    case 'rename-section':
      return [`sections/${edit.section}/title`];
    case 'move-section':
      return [`sections/${edit.section}/place`];
    case 'set-no':
      return [`activities/${edit.activity}/no`];
    case 'set-activity-title':
      return [`activities/${edit.activity}/title`];
    case 'set-deadline':
      return [`activities/${edit.activity}/deadline`];
    case 'set-parties':
      return [`activities/${edit.activity}/parties`];
    case 'set-expected':
      return [`activities/${edit.activity}/expected`];
    case 'move-activity':
      return [`activities/${edit.activity}/place`];
    case 'add-activity':
    case 'remove-activity':
    case 'restore-activity':
      return [`activities/${edit.activity}`];
    case 'add-school':
    case 'remove-school':
      return [`schools/${edit.school}`];
  }
}
