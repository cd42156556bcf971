/** When each of `count` schools begins, `minutes` apart («10:00», «10:40»); null where the day would be over, and without a beginning. */
export function timesOfDay(first: string | null, minutes: number, count: number): (string | null)[] {
  const [hours = 0, rest = 0] = (first ?? '').split(':').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const total = hours * 60 + rest + at * minutes;
    if (first === null || total >= 24 * 60) return null;
    return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
  });
}
