import { expect, test } from 'vitest';
import type { Glyph } from './pdf-geometry.ts';
import { makeLines } from './pdf-lines.ts';

/** A character of type of 10 points. */
const glyph = (text: string, start: number): Glyph => ({
  text,
  start,
  width: 5,
  advance: 5,
  baseline: 100,
  size: 10,
  centreX: start + 2.5,
  centreY: 97,
  turn: 0,
  artifact: false,
});

test.each<[string, (readonly [string, number])[], string]>([
  [
    'a space that takes no room',
    [
      ['а', 0],
      [' ', 5],
      ['б', 5],
      ['в', 10],
    ],
    'абв',
  ],
  [
    'a space that takes no room before a hyphen',
    [
      ['а', 0],
      [' ', 5],
      ['‐', 5],
    ],
    'а‐',
  ],
  [
    'a space',
    [
      ['а', 0],
      [' ', 5],
      ['б', 10],
    ],
    'а б',
  ],
  [
    'two spaces',
    [
      ['а', 0],
      [' ', 5],
      [' ', 10],
      ['б', 15],
    ],
    'а б',
  ],
])('%s', (_, drawn, text) => {
  expect(makeLines(drawn.map(([sign, start]) => glyph(sign, start)))[0]?.text).toBe(text);
});
