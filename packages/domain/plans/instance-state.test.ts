import { describe, expect, it } from 'vitest';
import { InstanceMove, InstanceState, moveInstance, stateAfter } from './instance-state.ts';

const onTime = { beforeApproval: false };

describe('from state to state', () => {
  it.each<[InstanceState, Partial<Record<InstanceMove, InstanceState>>]>([
    ['planned', { start: 'in-progress', submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' }],
    ['in-progress', { submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' }],
    ['submitted', { withdraw: 'in-progress', accept: 'accepted', return: 'returned' }],
    ['returned', { start: 'in-progress', submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' }],
    ['postponed', { start: 'in-progress', submit: 'submitted', postpone: 'postponed', cancel: 'cancelled' }],
    ['accepted', { return: 'returned' }],
    ['cancelled', { reopen: 'planned' }],
    ['before-approval', { submit: 'submitted', cancel: 'cancelled' }],
  ])('from «%s» only these ways are open', (state, ways) => {
    const open = InstanceMove.options
      .map((move) => [move, stateAfter(state, move, onTime)] as const)
      .filter(([, next]) => next !== null);
    expect(Object.fromEntries(open)).toEqual(ways);
  });

  it.each<[InstanceMove, InstanceState]>([
    ['return', 'submitted'],
    ['withdraw', 'submitted'],
    ['reopen', 'cancelled'],
  ])('what was done before the act goes back to waiting for evidence by «%s»', (move, state) => {
    expect(stateAfter(state, move, { beforeApproval: true })).toBe('before-approval');
  });

  it('every state is left by some move', () => {
    for (const state of InstanceState.options) {
      expect(InstanceMove.options.some((move) => stateAfter(state, move, onTime) !== null)).toBe(true);
    }
  });
});

describe('a move', () => {
  it.each<[InstanceMove, InstanceState]>([
    ['return', 'submitted'],
    ['postpone', 'planned'],
    ['cancel', 'planned'],
  ])('«%s» is not taken without a reason', (move, state) => {
    for (const note of [null, '', '  ']) {
      expect(() => moveInstance(state, move, { ...onTime, note })).toThrow('plans-note-missing');
    }
    expect(moveInstance(state, move, { ...onTime, note: 'причина' })).not.toBe(state);
  });

  it('closed from this state is refused before its note is asked for', () => {
    expect(() => moveInstance('planned', 'return', { ...onTime, note: null })).toThrow('plans-move-closed');
  });
});
