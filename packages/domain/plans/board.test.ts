import { describe, expect, it } from 'vitest';
import { moveBetween } from './board.ts';

describe('a card of the board', () => {
  it.each([
    ['planned', 'in-progress', 'start'],
    ['planned', 'submitted', 'submit'],
    ['submitted', 'accepted', 'accept'],
    ['submitted', 'returned', 'return'],
    ['accepted', 'returned', 'return'],
    ['in-progress', 'postponed', 'postpone'],
    ['cancelled', 'planned', 'reopen'],
    // Nobody accepts what was not submitted, and nothing that was accepted is undone but by a return.
    ['planned', 'accepted', null],
    ['accepted', 'planned', null],
    ['planned', 'planned', null],
  ] as const)('goes from %s to %s by %s', (from, to, move) => {
    expect(moveBetween(from, to)).toBe(move);
  });
});
