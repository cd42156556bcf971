import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('the interval of a share', () => {
  // R. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the published one', (part, whole, low, high) => {
    expect(wilsonInterval(part, whole)[0]).toBeCloseTo(low, 4);
    expect(wilsonInterval(part, whole)[1]).toBeCloseTo(high, 4);
  });

  it('lies within 0 and 1 and holds the share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const part = Math.round(whole * share);
          const [low, high] = wilsonInterval(part, whole);
          expect(0 <= low && low <= part / whole && part / whole <= high && high <= 1).toBe(true);
        },
      ),
    );
  });
});
