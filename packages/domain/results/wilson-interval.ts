/** 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

/** Bounds of a share at 95 %. */
export type ShareInterval = readonly [low: number, high: number];

/**
 * The interval of E. B. Wilson (1927) without continuity correction. Unlike «share ± error» it stays within 0 and 1 and is honest about 0 of 3. Needs at
 * least one participant.
 */
export function wilsonInterval(part: number, whole: number): ShareInterval {
  const share = part / whole;
  const spread = (z * z) / whole;
  const centre = share + spread / 2;
  const half = z * Math.sqrt((share * (1 - share) + spread / 4) / whole);
  // At 0 of n and n of n the bound is exact; rounding would leave 1e-17 beyond it.
  const low = part === 0 ? 0 : (centre - half) / (1 + spread);
  const high = part === whole ? 1 : (centre + half) / (1 + spread);
  return [low, high];
}
