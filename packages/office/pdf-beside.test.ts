import { expect, test } from 'vitest';
import type { Glyph } from './pdf-geometry.ts';
import { findBeside } from './pdf-beside.ts';
import { makeLines } from './pdf-lines.ts';

type Printed = { readonly x: number; readonly y: number; readonly text: string };

/** Characters 5 points wide, of type of 10 points. */
const glyphsOf = ({ x, y, text }: Printed): Glyph[] =>
  Array.from(text, (sign, index) => ({
    text: sign,
    start: x + 5 * index,
    width: 5,
    advance: 5,
    baseline: y,
    size: 10,
    centreX: x + 5 * index,
    centreY: y,
    turn: 0,
    artifact: false,
  }));

/** A line for each row, 14 points apart; words of a row stand at these places. */
const rowsFound = (rows: readonly (readonly (readonly [number, string])[])[]): number[] =>
  findBeside(
    makeLines(
      rows.flatMap((row, index) => row.flatMap(([x, text]) => glyphsOf({ x, y: 100 + 14 * index, text }))),
    ),
  ).map((grid) => grid.rowEdges.length - 1);

test.each<[string, (readonly (readonly [number, string])[])[], number[]]>([
  [
    'lines of two blocks',
    [
      [
        [50, 'СОГЛАСОВАНО'],
        [300, 'УТВЕРЖДАЮ'],
      ],
      [
        [50, 'советом'],
        [300, 'Директор'],
      ],
    ],
    [2],
  ],
  [
    'a block longer than its neighbour',
    [
      [
        [50, 'СОГЛАСОВАНО'],
        [300, 'УТВЕРЖДАЮ'],
      ],
      [
        [50, 'советом'],
        [300, 'Директор'],
      ],
      [[300, 'И.И. Петров']],
    ],
    [3],
  ],
  [
    'a title in the middle ends the blocks',
    [
      [
        [50, 'СОГЛАСОВАНО'],
        [300, 'УТВЕРЖДАЮ'],
      ],
      [
        [50, 'советом'],
        [300, 'Директор'],
      ],
      [[180, 'ПЛАН']],
    ],
    [2],
  ],
  [
    'three blocks',
    [
      [
        [50, 'РАССМОТРЕНО'],
        [200, 'СОГЛАСОВАНО'],
        [350, 'УТВЕРЖДАЮ'],
      ],
      [
        [50, 'советом'],
        [200, 'комитетом'],
        [350, 'Директор'],
      ],
    ],
    [2],
  ],
  [
    'a post and a name',
    [
      [
        [50, 'Начальник отдела'],
        [400, 'И.И. Петров'],
      ],
      [[50, 'Исполнитель']],
    ],
    [],
  ],
  [
    'places that do not agree',
    [
      [
        [50, 'Начальник'],
        [400, 'И.И. Петров'],
      ],
      [
        [90, 'Экз.'],
        [300, 'один'],
      ],
    ],
    [],
  ],
])('%s', (_, rows, found) => {
  expect(rowsFound(rows)).toEqual(found);
});
