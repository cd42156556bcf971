import type { ShownResults } from './shown-counts.ts';

/** One unit as a reader sees it; `parts` add up to it. */
export type SeenUnit = {
  readonly id: string;
  readonly results: ShownResults;
  readonly parts: readonly string[];
  /** Whether it has gaps, as who knows its files can tell; absent where some of its parts have. */
  readonly hasGaps?: boolean;
};

type Bounds = { low: number; high: number };

/** Pupils of schools whose files tell how far marks went apart, and of the others. */
const measured = ['lowered far', 'lowered near', 'same', 'raised near', 'raised far'];
const unmeasured = ['lowered unknown', 'same unknown', 'raised unknown'];

const columns = [
  'participants',
  'below',
  'passed',
  'three',
  'four',
  'five',
  'lowered',
  'confirmed',
  'raised',
  ...measured,
  ...unmeasured,
];

/**
 * What can be worked out of everything that is shown together: for each unit and column the least and the greatest value that sums within a row (all passed or did
 * not; those who passed have a 3, 4 or 5; all have a journal mark, and by how much it differs) and between a unit and its parts leave open. Bounds are drawn together until nothing moves.
 */
export function recoverBounds(units: readonly SeenUnit[]): Map<string, Bounds> {
  const known = new Map<string, Bounds>();
  const at = (id: string, column: string): Bounds => {
    const key = `${id} ${column}`;
    const found = known.get(key) ?? { low: 0, high: Infinity };
    known.set(key, found);
    return found;
  };
  for (const { id, results, hasGaps } of units) {
    for (const [column, value] of shownIn(results)) {
      Object.assign(at(id, column), { low: value, high: value });
    }
    if (hasGaps !== undefined) for (const column of hasGaps ? unmeasured : measured) at(id, column).high = 0;
  }
  const sums = units.flatMap(({ id, parts }) => [
    [at(id, 'participants'), [at(id, 'below'), at(id, 'passed')]] as const,
    [at(id, 'passed'), [at(id, 'three'), at(id, 'four'), at(id, 'five')]] as const,
    [at(id, 'participants'), [at(id, 'lowered'), at(id, 'confirmed'), at(id, 'raised')]] as const,
    [at(id, 'lowered'), [at(id, 'lowered far'), at(id, 'lowered near'), at(id, 'lowered unknown')]] as const,
    [at(id, 'confirmed'), [at(id, 'same'), at(id, 'same unknown')]] as const,
    [at(id, 'raised'), [at(id, 'raised far'), at(id, 'raised near'), at(id, 'raised unknown')]] as const,
    ...(parts.length === 0
      ? []
      : columns.map((column) => [at(id, column), parts.map((part) => at(part, column))] as const)),
  ]);
  for (let round = 0; round < 200 && sums.map(tighten).includes(true); round += 1);
  return known;
}

function shownIn({ participants, below, assessed, marks, journal, gaps }: ShownResults): [string, number][] {
  const numbers: [string, unknown][] = [
    ['participants', participants],
    ['below', below],
    ['passed', typeof below === 'number' && typeof assessed === 'number' ? assessed - below : null],
    ...(Array.isArray(marks)
      ? ['below', 'three', 'four', 'five'].map((column, place): [string, unknown] => [column, marks[place]])
      : []),
    ...(journal === null || journal === 'hidden' ? [] : Object.entries(journal)),
    ...(gaps === null || gaps === 'hidden'
      ? []
      : [
          ['lowered far', gaps.lowered] as [string, unknown],
          ['raised far', gaps.raised] as [string, unknown],
        ]),
  ];
  return numbers.filter((one): one is [string, number] => typeof one[1] === 'number');
}

/** True when a bound moved. */
function tighten([whole, parts]: readonly [Bounds, readonly Bounds[]]): boolean {
  const low = parts.reduce((sum, part) => sum + part.low, 0);
  const high = parts.reduce((sum, part) => sum + part.high, 0);
  const moves = [narrow(whole, low, high)];
  for (const part of parts) {
    const othersHigh = parts.reduce((sum, one) => (one === part ? sum : sum + one.high), 0);
    moves.push(narrow(part, whole.low - othersHigh, whole.high - (low - part.low)));
  }
  return moves.includes(true);
}

function narrow(bounds: Bounds, low: number, high: number): boolean {
  if (!(low > bounds.low) && !(high < bounds.high)) return false;
  bounds.low = Math.max(bounds.low, low);
  bounds.high = Math.min(bounds.high, high);
  return true;
}
