import { describe, expect, it } from 'vitest';
import { definitionForTests } from './definitions-for-tests.ts';
import type { ShownValue } from './dynamics-contract.ts';
import {
  comparedFirst,
  conclusionsOf,
  readDynamics,
  shownFirst,
  startControlRows,
  usualPair,
} from './read-dynamics.ts';

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

  it('compare nothing with a period that not all schools are in yet', () => {
    const cells = [12, 12, 4].map((counted, at) => ({
      ...row('R11', [[`SY202${at + 3}`, share([400, 390, 60][at] ?? 0, [1000, 1000, 330][at] ?? 0)]])
        .cells[0]!,
      schools: { ...schools, counted },
    }));
    const partly = readDynamics({ indicators, rows: [{ code: 'R11', cells }] });
    expect(partly).toMatchObject([{ sign: null, schoolsMost: 12 }]);
    expect([...(partly[0]?.partial ?? [])]).toEqual(['SY2025']);
    expect(conclusionsOf(partly).map(({ finding }) => finding)).not.toContain('worsened');
    const [sheet] = startControlRows(partly, 'SY2024', 'SY2025');
    expect(sheet).toMatchObject({ control: { own: share(60, 330) }, change: { difference: null } });
    expect(startControlRows(partly, 'SY2023', 'SY2024')[0]?.change.difference).toBeCloseTo(-0.01, 10);
  });

  it('put last what is kept back in every period', () => {
    const [first, second] = read;
    const kept = readDynamics({ indicators, rows: [row('R24', [['SY2025', 'hidden']])] });
    expect(shownFirst([...kept, ...(first && second ? [first, second] : [])])).toEqual([...read, ...kept]);
  });

  it('put first on a sheet what compares two numbers, then what has one', () => {
    const codes = ['R11', 'R24', 'R25', 'R26'];
    const values: readonly ShownValue[] = ['hidden', share(1, 20), 'hidden', share(2, 20)];
    const all = readDynamics({
      indicators: codes.map((code) => definitionForTests({ code })),
      rows: codes.map((code, at) =>
        row(code, [
          ['SY2024', values[at] ?? null],
          ['SY2025', code === 'R26' ? share(3, 20) : 'hidden'],
        ]),
      ),
    });
    const sheet = comparedFirst(startControlRows(all, 'SY2024', 'SY2025'));
    expect(sheet.map(({ indicator }) => indicator.code)).toEqual(['R26', 'R24', 'R11', 'R25']);
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
