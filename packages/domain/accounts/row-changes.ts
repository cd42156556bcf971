type Row = Readonly<Record<string, unknown>> | null;
export type FieldChange = { readonly name: string; readonly old: string | null; readonly new: string | null };

/** Columns that say nothing to a person who reads what was changed. */
const silent = new Set(['id', 'scope', 'version', 'search_text']);

/**
 * What differs between the old and the new row, as text. Of a new row everything that has a value, of a removed one everything it had. A secret that
 * changed is there as the mark that the database left in its place.
 */
export function rowChanges(before: Row, after: Row): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !silent.has(name))
    .map((name) => ({ name, old: textOf(before?.[name]), new: textOf(after?.[name]) }))
    .filter((field) => field.old !== field.new);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join(', ') || null;
  return JSON.stringify(value);
}

/** What the row calls itself: a person's name, an organisation's or a plan's; null when it has no name of its own. */
export function rowTitle(row: Readonly<Record<string, unknown>>): string | null {
  const { surname, given_name: givenName } = row;
  if (typeof surname === 'string' && typeof givenName === 'string') return `${surname} ${givenName}`;
  const own = ['name', 'title', 'file_name', 'raw'].map((column) => row[column]);
  return own.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}
