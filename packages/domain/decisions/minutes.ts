import { z } from 'zod';
import { rebaseFields } from '../basics/rebase-fields.ts';
import { isSameValue } from '../basics/same-value.ts';

const text = (max: number) => z.string().trim().max(max);

export const participantRoles = ['chair', 'secretary', 'present', 'guest'] as const;

export const Participant = z.object({
  id: z.uuid(),
  role: z.enum(participantRoles),
  name: text(300),
  post: text(500),
  /** Who it is, when the system knows her. */
  personId: z.uuid().nullable(),
});
export type Participant = z.infer<typeof Participant>;

/** A question of the agenda. */
export const AgendaItem = z.object({
  id: z.uuid(),
  topic: text(2000),
  /** СЛУШАЛИ: who reported and what. */
  heard: text(10_000),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** ВЫСТУПИЛИ. */
export const Speech = z.object({ id: z.uuid(), itemId: z.uuid(), who: text(300), said: text(10_000) });
export type Speech = z.infer<typeof Speech>;

/** РЕШИЛИ. With nobody responsible and no term it is a decision that asks for nothing («принять к сведению»). */
export const Decision = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  text: text(10_000),
  /** As it will be printed. */
  responsible: text(1000),
  orgUnitId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  /** The phrase; what it means is read from it. */
  deadline: text(1000),
});
export type Decision = z.infer<typeof Decision>;

/** What is typed at a hearing. Records of each list keep the order in which they were added. */
export const Minutes = z.object({
  participants: z.array(Participant).max(200),
  items: z.array(AgendaItem).max(50),
  speeches: z.array(Speech).max(500),
  decisions: z.array(Decision).max(300),
});
export type Minutes = z.infer<typeof Minutes>;

const editOf = <const L extends keyof Minutes, R extends z.ZodType>(list: L, record: R) =>
  z.object({
    list: z.literal(list),
    id: z.uuid(),
    /** What the person saw; null: it was not there. */
    from: record.nullable(),
    /** Null: taken out. */
    to: record.nullable(),
  });

/** One record put, changed or taken out, with what the person saw: so two secretaries write into one protocol and lose nothing. */
export const MinutesEdit = z.discriminatedUnion('list', [
  editOf('participants', Participant),
  editOf('items', AgendaItem),
  editOf('speeches', Speech),
  editOf('decisions', Decision),
]);
export type MinutesEdit = z.infer<typeof MinutesEdit>;

type Kept = { readonly id: string };

/** Null when somebody else has changed the same of the record since. An edit that is there already changes nothing. */
export function applyMinutesEdit(minutes: Minutes, edit: MinutesEdit): Minutes | null {
  const list: readonly Kept[] = minutes[edit.list];
  const known = list.find(({ id }) => id === edit.id) ?? null;
  const { to, isClash } = joined(edit, known);
  if (isSameValue(known, to)) return minutes;
  if (isClash || (to !== null && to.id !== edit.id)) return null;
  // The records of a list are those of the edit's own schema: the discriminated union says so, the loop over its members loses it.
  const changed = { ...minutes, [edit.list]: replaced(list, edit.id, to) } as Minutes;
  if (to !== null || edit.list !== 'items') return changed;
  const stays = ({ itemId }: { readonly itemId: string }) => itemId !== edit.id;
  return {
    ...changed,
    speeches: changed.speeches.filter(stays),
    decisions: changed.decisions.filter(stays),
  };
}

/** The edit as one of the record that stands there now: what others changed in it stays, but for what the edit changes itself. */
export function rebaseMinutesEdit(edit: MinutesEdit, minutes: Minutes): MinutesEdit {
  const list: readonly Kept[] = minutes[edit.list];
  const known = list.find(({ id }) => id === edit.id) ?? null;
  // Both ends of an edit are records of one list: its discriminant says of which.
  return { ...edit, from: known, to: joined(edit, known).to } as MinutesEdit;
}

function joined(
  { from, to }: { readonly from: Kept | null; readonly to: Kept | null },
  known: Kept | null,
): { readonly to: Kept | null; readonly isClash: boolean } {
  if (from === null || to === null || known === null) return { to, isClash: !isSameValue(known, from) };
  const { typed, clashes } = rebaseFields(from, to, known);
  return { to: typed, isClash: clashes.length > 0 };
}

function replaced(list: readonly Kept[], id: string, to: Kept | null): Kept[] {
  if (to === null) return list.filter((record) => record.id !== id);
  return list.some((record) => record.id === id)
    ? list.map((record) => (record.id === id ? to : record))
    : [...list, to];
}

/** A decision that somebody has to carry out. */
export function isTask({ responsible, deadline }: Pick<Decision, 'responsible' | 'deadline'>): boolean {
  return responsible !== '' || deadline !== '';
}

/** «2.1»: the question of the agenda and the decision on it. */
export function numberOfDecision(minutes: Pick<Minutes, 'items' | 'decisions'>, decision: Decision): string {
  const item = minutes.items.findIndex(({ id }) => id === decision.itemId) + 1;
  const own = minutes.decisions.filter(({ itemId }) => itemId === decision.itemId);
  return `${item}.${own.findIndex(({ id }) => id === decision.id) + 1}`;
}

/** Decisions in the order of the protocol. */
export function decisionsInOrder({ items, decisions }: Pick<Minutes, 'items' | 'decisions'>): Decision[] {
  return items.flatMap(({ id }) => decisions.filter(({ itemId }) => itemId === id));
}
