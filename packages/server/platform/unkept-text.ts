/**
 * Where in the value a text stands that PostgreSQL keeps in no column or not in `jsonb`: with a zero byte or half of a surrogate pair.
 * Null when there is none.
 */
export function findUnkeptText(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return isKept(value) ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const below = isKept(key) ? findUnkeptText(item) : [];
    if (below !== null) return [key, ...below];
  }
  return null;
}

const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
