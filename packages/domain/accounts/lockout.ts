/** Wrong attempts in a row that cost nothing: people mistype. */
const freeAttempts = 4;
const firstLockSeconds = 60;
const longestLockSeconds = 3_600;

/** For how long an account is locked after so many wrong attempts in a row: a minute after the fifth, then twice as long each time, an hour at most. */
export function lockSeconds(failedAttempts: number): number {
  if (failedAttempts <= freeAttempts) return 0;
  const doublings = failedAttempts - freeAttempts - 1;
  return Math.min(firstLockSeconds * 2 ** doublings, longestLockSeconds);
}

/** Failures from one address within the window after which it has to wait, whoever's accounts were tried. */
export const addressFailuresMax = 30;
export const addressWindowSeconds = 900;
