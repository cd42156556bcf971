import { type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';

/** Parts against the indicator they sum to. A part that was not given is not taken for zero. */
export function checkParts(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const parts = Map.groupBy(
    given.filter(({ indicator }) => indicator.partOf !== null),
    ({ indicator }) => indicator.partOf ?? '',
  );
  return [...parts].flatMap(([code, of]) => {
    const whole = given.find((one) => one.code === code);
    return whole === undefined ? [] : checkWhole(whole, of);
  });
}

function checkWhole(whole: CheckedValue, parts: readonly CheckedValue[]): readonly CheckFinding[] {
  const over = parts.filter(({ amount }) => amount > whole.amount);
  if (over.length > 0) {
    return over.map((part) =>
      finding({
        problem: 'part-over-whole',
        severity: 'error',
        values: [part, whole],
        facts: { part: part.amount, whole: whole.amount },
      }),
    );
  }
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  if (sum < whole.amount && parts.length === 1) return [];
  const agrees = sum === whole.amount;
  return [
    finding({
      problem: agrees ? 'parts-agree' : 'parts-differ',
      severity: agrees ? 'note' : 'warning',
      about: whole.code,
      values: [whole, ...parts],
      facts: { sum, whole: whole.amount, parts: parts.map(({ amount }) => amount).join(' + ') },
    }),
  ];
}
