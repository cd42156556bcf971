import { describe, expect, it } from 'vitest';
import { definitionForTests } from './definitions-for-tests.ts';
import type { ShownValue } from './dynamics-contract.ts';
import { conclusionsOf, readDynamics, startControlRows, usualPair } from './read-dynamics.ts';

const schools = { counted: 1, withoutTotal: 0, notApplicable: 0, unreadable: 0 };
const row = (code: string, values: readonly (readonly [string, ShownValue])[]) => ({
  code,
  cells: values.map(([period, own]) => ({
    period,
    own,
    schools,
    versions: [1],
    beside: null,
    target: null,
    similar: null,
  })),
});
const share = (amount: number, total: number) => ({ amount, total });
const indicators = ['R11', 'R24'].map((code) => definitionForTests({ code }));

describe('dynamics as they are read', () => {
  const read = readDynamics({
    indicators,
    rows: [
      row('R11', [
        ['SY2023', share(96, 204)],
        ['SY2024', 'hidden'],
        ['SY2025', share(42, 200)],
      ]),
      row('R24', [
        ['SY2023', null],
        ['SY2024', share(50, 200)],
        ['SY2025', share(54, 200)],
      ]),
    ],
  });

  it('reckon with nothing that is kept back', () => {
    const [first] = startControlRows(read, 'SY2023', 'SY2024');
    expect(first?.change).toMatchObject({ difference: null, verdict: 'too-few' });
    expect(read[0]?.sign).toMatchObject({ kind: 'beyond-chance', from: { period: 'SY2023' } });
    expect(conclusionsOf(read).map(({ code, finding }) => [code, finding])).toEqual([['R11', 'worsened']]);
  });

  it.each([
    [
      'the widest of the pairs that most indicators have',
      ['SY2023', 'SY2024', 'SY2025'],
      ['SY2024', 'SY2025'],
    ],
    [
      'points of a programme by their names',
      ['P2023-09-01-start', 'SY2024', 'P2025-05-20-final'],
      ['P2023-09-01-start', 'P2025-05-20-final'],
    ],
    ['one period is no pair', ['SY2025'], null],
  ] as const)('begin a sheet with %s', (_, periods, pair) => {
    const found = usualPair(read, periods);
    expect(found === null ? null : [found.start, found.control]).toEqual(pair);
  });
});
