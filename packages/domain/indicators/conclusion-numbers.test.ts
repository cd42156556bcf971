import { describe, expect, it } from 'vitest';
import { areNumbersOf, isChangedSince, numbersOfProposal, numbersSince } from './conclusion-numbers.ts';
import { definitionForTests } from './definitions-for-tests.ts';
import type { DynamicsRow, ShownValue } from './dynamics-contract.ts';
import { conclusionsOf, readDynamics } from './read-dynamics.ts';

const share = (amount: number, total: number) => ({ amount, total });
const rowOf = (
  code: string,
  values: readonly ShownValue[],
  { beside = null, version = 1 }: { beside?: ShownValue; version?: number } = {},
): DynamicsRow => ({
  code,
  cells: values.map((own, at) => ({
    period: `SY202${at + 4}`,
    own,
    schools: { counted: 1, withoutTotal: 0, notApplicable: 0, unreadable: 0 },
    versions: own === null ? [] : [version],
    beside: at === values.length - 1 ? beside : null,
    target: null,
    similar: null,
  })),
});
const indicators = ['R11', 'S08', 'S05'].map((code) => definitionForTests({ code }));
const written = [
  rowOf('R11', [share(96, 204), share(42, 200)]),
  rowOf('S08', [share(30, 40), share(8, 40)]),
  rowOf('S05', [null, share(1, 20)], { beside: share(150, 200) }),
];
const proposalOf = (rows: readonly DynamicsRow[]) =>
  conclusionsOf(readDynamics({ indicators, rows: [...rows] })).find(({ code }) => code === 'R11')!;

describe('numbers of a conclusion', () => {
  const numbers = numbersOfProposal({ rows: written }, proposalOf(written));
  const about = { indicator: 'R11', period: 'SY2025', numbers };

  it('are all that its words name: its own before and now, and those of each cause with what they are set against', () => {
    expect(numbers.map(({ indicator, period, of }) => `${indicator} ${period} ${of}`)).toEqual([
      'R11 SY2025 own',
      'R11 SY2024 own',
      'S08 SY2025 own',
      'S08 SY2024 own',
      'S05 SY2025 own',
      'S05 SY2025 beside',
    ]);
    expect(numbers[0]).toMatchObject({ value: share(42, 200), versions: [1] });
  });

  it.each([
    ['as they are shown', numbers, true],
    ['that nobody was shown', [{ ...numbers[0]!, value: share(45, 200) }], false],
    ['by another version of the definition', [{ ...numbers[0]!, versions: [2] }], false],
    ['tried for what is kept back', [{ ...numbers[0]!, value: 'hidden' as const }], false],
    ['of something else', numbers.slice(1), false],
    ['none', [], false],
  ])('%s', (_, tried, isTaken) => {
    expect(areNumbersOf({ ...about, numbers: tried }, { rows: written })).toBe(isTaken);
  });

  it.each<[string, DynamicsRow, { was: ShownValue; now: ShownValue } | null]>([
    ['the same is no change', rowOf('R11', [share(96, 204), share(42, 200)]), null],
    [
      'another count is',
      rowOf('R11', [share(96, 204), share(45, 200)]),
      { was: share(42, 200), now: share(45, 200) },
    ],
    [
      'so is another total of the same count',
      rowOf('R11', [share(96, 204), share(42, 210)]),
      { was: share(42, 200), now: share(42, 210) },
    ],
    ['and a number that is gone', rowOf('R11', [share(96, 204), null]), { was: share(42, 200), now: null }],
    [
      'and another version of the definition',
      rowOf('R11', [share(96, 204), share(42, 200)], { version: 2 }),
      { was: share(42, 200), now: share(42, 200) },
    ],
  ])('since then: %s', (_, row, change) => {
    const [since] = numbersSince(numbers, { rows: [row] });
    expect(since !== undefined && isChangedSince(since) ? { was: since.was, now: since.now } : null).toEqual(
      change,
    );
  });

  it('that are kept back from the reader now are told neither as they were nor as changed', () => {
    const [since] = numbersSince(numbers, { rows: [rowOf('R11', [share(96, 204), 'hidden'])] });
    expect(since).toMatchObject({ was: 'hidden', now: 'hidden' });
    expect(isChangedSince(since!)).toBe(false);
  });
});
