/** «7, 1» as [7, 1]; null for what is not up to five different whole numbers from 1 to `max`. Nothing typed is no days. */
export function parseTypedDays(typed: string, max: number): number[] | null {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
  const days = parts.map(Number);
  const fits = days.every((day) => Number.isInteger(day) && day >= 1 && day <= max);
  return fits && days.length <= 5 && new Set(days).size === days.length ? days : null;
}
