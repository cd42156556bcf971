import { expect, it } from 'vitest';
import { movePlace } from './grid-keyboard.ts';

const size = { lines: 20, columns: 4, pageLines: 8 };

it.each([
  ['ArrowDown', false, { line: 5, column: 1 }, { line: 6, column: 1 }],
  ['ArrowDown', false, { line: 19, column: 1 }, { line: 19, column: 1 }],
  ['ArrowUp', false, { line: 0, column: 1 }, { line: -1, column: 1 }],
  ['ArrowUp', false, { line: -1, column: 1 }, { line: -1, column: 1 }],
  ['ArrowRight', false, { line: 5, column: 3 }, { line: 5, column: 3 }],
  ['ArrowLeft', false, { line: 5, column: 0 }, { line: 5, column: 0 }],
  ['PageDown', false, { line: 5, column: 1 }, { line: 13, column: 1 }],
  ['PageUp', false, { line: 5, column: 1 }, { line: 0, column: 1 }],
  ['Home', false, { line: 5, column: 3 }, { line: 5, column: 0 }],
  ['End', false, { line: 5, column: 0 }, { line: 5, column: 3 }],
  ['Home', true, { line: 5, column: 3 }, { line: 0, column: 0 }],
  ['End', true, { line: 5, column: 0 }, { line: 19, column: 3 }],
  ['x', false, { line: 5, column: 0 }, null],
])('%s (ctrl %s) from %j leads to %j', (key, ctrlKey, from, to) => {
  expect(movePlace(from, { key, ctrlKey }, size)).toEqual(to);
});

it('stays in the head of an empty grid', () => {
  const empty = { ...size, lines: 0 };
  expect(movePlace({ line: -1, column: 0 }, { key: 'ArrowDown', ctrlKey: false }, empty)).toEqual({
    line: -1,
    column: 0,
  });
});
