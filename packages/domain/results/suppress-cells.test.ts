import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShownTable, suppressRow, suppressTable } from './suppress-cells.ts';

describe('a row with its total', () => {
  it.each([
    ['nothing small', [10, 0, 7], [10, 0, 7], 17],
    ['a small count hides the smallest that covers it', [2, 30, 9], [null, 30, null], 41],
    ['two small ones cover each other', [4, 3, 20], [null, null, 20], 27],
    ['two of one each do not', [1, 1, 20, 6], [null, null, 20, null], 28],
    ['a zero covers nothing', [3, 0, 20], [null, 0, null], 23],
    ['a small total is hidden with what makes it', [3, 1, 0], [null, null, 0], null],
    ['one small count and nobody else', [4, 0], [null, 0], null],
    ['one cell', [3], [null], null],
    ['no pupils', [0, 0], [0, 0], 0],
  ] as const)('%s', (_, counts, cells, total) => {
    expect(suppressRow(counts)).toEqual({ cells, total });
  });
});

/**
 * All that can be known of the hidden numbers: what of every table of whole numbers, not below zero, with the same shown numbers. Gives the least and the
 * greatest value of each inner cell and sum, looked for up to `most`.
 */
function knownBounds({ rows, columnTotals, total }: ShownTable, most: number): [number, number][][] {
  const [height, width] = [rows.length, columnTotals.length];
  const bounds = Array.from({ length: height + 1 }, () =>
    Array.from({ length: width + 1 }, (): [number, number] => [Infinity, -Infinity]),
  );
  const table = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const fits = (shown: number | null | undefined, value: number) =>
    (shown ?? null) === null || shown === value;
  const go = (at: number): void => {
    const [row, column] = [Math.floor(at / width), at % width];
    if (column === 0 && row > 0 && !fits(rows[row - 1]!.total, sum(table[row - 1]!))) return;
    if (row === height) {
      const sums = columnTotals.map((_, place) => sum(table.map((cells) => cells[place]!)));
      if (!sums.every((value, place) => fits(columnTotals[place], value)) || !fits(total, sum(sums))) return;
      [...table.map((cells) => [...cells, sum(cells)]), [...sums, sum(sums)]].forEach((cells, y) =>
        cells.forEach((value, x) => {
          const [low, high] = bounds[y]![x]!;
          bounds[y]![x] = [Math.min(low, value), Math.max(high, value)];
        }),
      );
      return;
    }
    const shown = rows[row]!.cells[column] ?? null;
    for (let value = shown ?? 0; value <= (shown ?? most); value += 1) {
      table[row]![column] = value;
      go(at + 1);
    }
    table[row]![column] = 0;
  };
  go(0);
  return bounds;
}

const counts = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  fc.constant(5),
  fc.constant(0),
);

describe('a table with its sums', () => {
  const tables = fc.oneof(
    fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(counts), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(counts, counts, counts, counts), { minLength: 1, maxLength: 1 }),
  );

  it('cannot be undone by subtraction: every hidden small count may be 5 or more', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const bounds = knownBounds(suppressTable(table), 14);
        const sums = table.map((row) => [...row, row.reduce((all, one) => all + one, 0)]);
        const last = sums[0]!.map((_, column) => sums.reduce((all, row) => all + row[column]!, 0));
        [...sums, last].forEach((row, y) =>
          row.forEach((count, x) => {
            if (count === 0 || count >= 5) return;
            const [low, high] = bounds[y]![x]!;
            expect(low).toBeLessThanOrEqual(count);
            expect(high).toBeGreaterThanOrEqual(5);
          }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('shows what it shows as it is, and every table without small counts whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (table) => {
          const { rows } = suppressTable(table);
          rows.forEach(({ cells }, y) =>
            cells.forEach((cell, x) => {
              if (cell !== null) expect(cell).toBe(table[y]![x]);
              else expect(table.flat().some((count) => count > 0 && count < 5)).toBe(true);
              if (table[y]![x]! > 0 && table[y]![x]! < 5) expect(cell).toBeNull();
            }),
          );
        },
      ),
    );
  });

  it('hides three more for one small count, none of them a sum', () => {
    const shown = suppressTable([
      [2, 30, 12],
      [8, 25, 14],
      [40, 20, 10],
    ]);
    expect(shown).toEqual({
      rows: [
        { cells: [null, 30, null], total: 44 },
        { cells: [null, 25, null], total: 47 },
        { cells: [40, 20, 10], total: 70 },
      ],
      columnTotals: [50, 75, 36],
      total: 161,
    });
  });
});
