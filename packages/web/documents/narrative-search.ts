/** What of the narrative stands in its address; the server says what it does not take. */
export type NarrativeSearch = { readonly from?: string; readonly until?: string; readonly section?: string };

export function readNarrativeSearch(search: Record<string, unknown>): NarrativeSearch {
  const known = ['from', 'until', 'section'].filter((name) => typeof search[name] === 'string');
  return Object.fromEntries(known.map((name) => [name, search[name]]));
}
