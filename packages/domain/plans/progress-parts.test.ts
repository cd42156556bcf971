import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstanceState } from './instance-state.ts';
import { progressParts } from './progress-parts.ts';

describe('parts of progress', () => {
  it('leave cancelled instances out and keep what waits for acceptance apart from what is late', () => {
    const counts = { accepted: 3, submitted: 2, planned: 4, returned: 1, cancelled: 5, 'before-approval': 1 };
    expect(progressParts(counts, 2)).toEqual({ accepted: 3, waits: 2, late: 2, ahead: 4, total: 11 });
  });

  it('add up to the whole and are never negative, whatever the states', () => {
    const counts = fc.dictionary(fc.constantFrom(...InstanceState.options), fc.nat(1000), { maxKeys: 8 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (states, share) => {
        const waiting = (['planned', 'in-progress', 'returned', 'postponed'] as const).reduce(
          (sum, state) => sum + (states[state] ?? 0),
          0,
        );
        const parts = progressParts(states, Math.floor(waiting * share));
        expect(parts.accepted + parts.waits + parts.late + parts.ahead).toBe(parts.total);
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
