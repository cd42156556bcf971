/** A session ends this long after sign-in, however busy it is. */
export const sessionDays = 14;
/** A session nobody uses ends sooner: office computers are shared. */
export const sessionIdleHours = 12;
/** The last use is written at most this often. */
export const sessionTouchSeconds = 300;

type Life = { readonly expiresAt: Date; readonly revokedAt: Date | null; readonly lastSeenAt: Date };

export function isSessionAlive(session: Life, now: Date): boolean {
  const idleUntil = session.lastSeenAt.getTime() + sessionIdleHours * 3_600_000;
  return session.revokedAt === null && session.expiresAt > now && idleUntil > now.getTime();
}
