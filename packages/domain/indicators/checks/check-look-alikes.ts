import { measureOf } from '../indicator-value.ts';
import { type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';

/** Names that sound the same and are of different people or of different time: their shares are not to be compared. */
const lookAlikes: readonly (readonly [string, string, 'other-population' | 'other-window'])[] = [
  ['X01', 'S15a', 'other-population'],
  ['X02', 'S15b', 'other-population'],
  ['X03', 'S14', 'other-population'],
  ['X04', 'S17', 'other-window'],
  ['S02', 'S02a', 'other-population'],
];

/** Nearer than this the two say the same whatever they are of. */
const differenceMin = 0.02;

export function checkLookAlikes(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const byCode = new Map(given.map((value) => [value.code, value]));
  return lookAlikes.flatMap(([one, other, problem]) => {
    const [left, right] = [byCode.get(one), byCode.get(other)];
    if (left === undefined || right === undefined) return [];
    const [first, second] = [share(left), share(right)];
    if (first === null || second === null || Math.abs(first - second) < differenceMin) return [];
    const facts = { first: 100 * first, second: 100 * second };
    return [finding({ problem, severity: 'note', values: [left, right], facts })];
  });
}

const share = ({ amount, total }: CheckedValue): number | null =>
  measureOf('share', { state: 'given', amount, total });
