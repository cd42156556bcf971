/** What the address of the page of passports says: the school year and the school that is open. */
export function readPassportsSearch({ year, school }: Record<string, unknown>): {
  year?: number;
  school?: string;
} {
  return {
    ...(typeof year === 'number' && year >= 2000 && year < 2100 ? { year } : {}),
    ...(typeof school === 'string' ? { school } : {}),
  };
}
