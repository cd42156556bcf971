export type CompletenessSearch = { readonly unit?: string; readonly year?: number };

/** Whose schools, and the first year of the school year. */
export function readCompletenessSearch({ unit, year }: Record<string, unknown>): CompletenessSearch {
  return {
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof year === 'number' && year >= 2000 && year <= 2099 ? { year } : {}),
  };
}
