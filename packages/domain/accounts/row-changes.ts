type Row = Readonly<Record<string, unknown>> | null;
export type FieldChange = { readonly name: string; readonly old: string | null; readonly new: string | null };

/** Columns that say nothing to a person who reads what was changed: counters, checksums, copies kept for comparing, whole sheets. */
export const silentColumns: ReadonlySet<string> = new Set([
  'id',
  'scope',
  'version',
  'version_after',
  'search_text',
  'folded',
  'sha256',
  'media_type',
  'source',
  'sheets',
  'layout',
  'counts',
  'before',
  'group_key',
  'instance_ids',
  'given_by_ids',
  'fingerprint',
  'settled_fingerprint',
  'events',
  'unread',
  'reading',
  'mapping',
  'scores',
  'task_points',
]);

/** Between the items of a list that one column holds. */
export const listSign = ' · ';

/** What a person reads of a value kept as JSON: the phrase of a deadline, how many warnings, each abbreviation with its words. */
export const jsonColumns: Readonly<Record<string, (value: object) => string>> = {
  deadline: (value) => ('raw' in value ? String(value.raw) : ''),
  warnings: (value) => String(Object.keys(value).length),
  abbreviations: (value) =>
    Object.entries(value)
      .map(([short, long]) => `${short} — ${String(long)}`)
      .join(listSign),
  edit: (value) => ('kind' in value ? String(value.kind) : ''),
  facts: (value) => ('kind' in value ? String(value.kind) : ''),
  failure: () => 'true',
  // A whole plan: what it was is read on its own page.
  definition: () => '…',
  // What was chosen and taken over: read where it was done.
  answers: () => '…',
  seen: () => '…',
  taken: () => '…',
  content: () => '…',
  methodology: (value) => ('title' in value ? String(value.title) : '…'),
  priors: () => '…',
  ended: () => '…',
  reasons: () => '…',
  inputs: () => '…',
  shown: () => '…',
  // Of a plan: the acts it rests on; of a category by rank: numbers, read on their page.
  basis: (value) => (Array.isArray(value) ? value.join(listSign) : '…'),
  count: () => '…',
  // Of a conclusion: what it was drawn from, read beside it.
  numbers: () => '…',
  changes: () => '…',
  // Of a report: read on its page.
  parameters: () => '…',
  definitions: () => '…',
  // Of a draft campaign: how many schools it is meant for.
  school_ids: (value) => (Array.isArray(value) ? String(value.length) : '…'),
  spared: (value) => (Array.isArray(value) ? value.join(listSign) : '…'),
  // Of a campaign: what its parts are called.
  sections: (value) =>
    Array.isArray(value) ? value.map(({ title }: { title: string }) => title).join(listSign) : '…',
};

/**
 * What differs between the old and the new row, as text. Of a new row everything that has a value, of a removed one everything it had. A secret that
 * changed is there as the mark that the database left in its place.
 */
export function rowChanges(before: Row, after: Row): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !silentColumns.has(name))
    .map((name) => ({ name, old: textOf(name, before?.[name]), new: textOf(name, after?.[name]) }))
    .filter((field) => field.old !== field.new);
}

function textOf(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  // The key of a period («2026-Q4») is told by the days beside it; a phase («итоговый») is not.
  if (name === 'label' && typeof value === 'string') return /^\d{4}/.test(value) ? null : value;
  if (typeof value === 'string') return value;
  const read = jsonColumns[name];
  if (typeof value === 'object' && read !== undefined) return read(value) || null;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join(listSign) || null;
  return JSON.stringify(value);
}

/** What the row calls itself: a person's name, an organisation's or a plan's; null when it has no name of its own. */
export function rowTitle(row: Readonly<Record<string, unknown>>): string | null {
  const { surname, given_name: givenName } = row;
  if (typeof surname === 'string' && typeof givenName === 'string') return `${surname} ${givenName}`;
  const own = ['name', 'title', 'file_name', 'raw'].map((column) => row[column]);
  return own.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}
