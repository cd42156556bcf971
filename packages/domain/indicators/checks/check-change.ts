import { type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';
import { measureOf } from '../indicator-value.ts';

/** So many standard errors apart two numbers are a question, not chance. */
const errorsMax = 3;

/** Against the period before, with room for chance: of few people a share jumps by itself. */
export function checkChange(
  given: readonly CheckedValue[],
  previous: readonly CheckedValue[],
): readonly CheckFinding[] {
  const before = new Map(previous.map((value) => [value.code, value]));
  return given.flatMap((value) => {
    const last = before.get(value.code);
    return last === undefined ? [] : checkPair(value, last);
  });
}

function checkPair(value: CheckedValue, last: CheckedValue): readonly CheckFinding[] {
  const { unit, direction } = value.indicator;
  if (unit === 'yes-no') {
    if (direction !== 'presence' || value.amount !== 0 || last.amount !== 1) return [];
    return [withSeen(finding({ problem: 'presence-lost', severity: 'warning', values: [value] }), last)];
  }
  const [now, then] = [measured(value), measured(last)];
  if (now === null || then === null || !isFar(value, last, now, then)) return [];
  return [
    withSeen(
      finding({
        problem: 'changed-much',
        severity: 'warning',
        values: [value],
        facts: { unit, now, before: then, total: value.total ?? 0, totalBefore: last.total ?? 0 },
      }),
      last,
    ),
  ];
}

const measured = ({ indicator, amount, total }: CheckedValue): number | null =>
  measureOf(indicator.unit, { state: 'given', amount, total });

const withSeen = (found: CheckFinding, last: CheckedValue): CheckFinding => ({
  ...found,
  seen: `${found.seen};${last.amount}/${last.total ?? ''}`,
});

function isFar(value: CheckedValue, last: CheckedValue, now: number, then: number): boolean {
  const [many, manyBefore] = [value.total ?? 0, last.total ?? 0];
  const difference = Math.abs(now - then);
  switch (value.indicator.unit) {
    case 'share': {
      const pooled = (value.amount + last.amount) / (many + manyBefore);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / many + 1 / manyBefore));
      return difference > Math.max(0.1, errorsMax * error);
    }
    case 'score': {
      if (many === 0 || manyBefore === 0) return false;
      // A standard deviation of one mark, and of fifteen test points.
      const deviation = Math.max(now, then) <= 5 ? 1 : 15;
      const error = deviation * Math.sqrt(1 / many + 1 / manyBefore);
      return difference > Math.max(deviation / 2, errorsMax * error);
    }
    case 'count':
      return difference > Math.max(5, 0.25 * then, errorsMax * Math.sqrt(now + then));
    case 'ratio':
      return Math.max(now, then) > 2 * Math.min(now, then) && difference * Math.min(many, manyBefore) > 5;
    case 'change':
    case 'yes-no':
      return false;
  }
}
