/** How a try to hand a letter over to the mail server ended. */
export type MailTry =
  | { readonly outcome: 'taken' }
  /** Not taken, and the server may take it later; or it could not be reached. */
  | { readonly outcome: 'not-now'; readonly reason: string }
  /** Never will be: no such address. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** The line broke while the letter was being handed over: it may have been taken. */
  | { readonly outcome: 'unclear'; readonly reason: string };

export const mailStates = ['waiting', 'claimed', 'sent', 'refused', 'expired', 'unclear'] as const;

export type MailFate =
  | { readonly state: 'waiting'; readonly tryAt: Date; readonly reason: string }
  | { readonly state: 'sent' | 'refused' | 'expired' | 'unclear'; readonly reason: string | null };

/** Minutes before the next try; the last is repeated. */
const pausesMinutes = [1, 5, 15, 30, 60];

/** A reminder of a day that is over misleads. */
const lifeHours = 16;

/** From then on a letter that was claimed and neither sent nor given back has lost its server. */
export const claimLostMinutes = 10;

/**
 * What becomes of a letter after a try. One that may have been taken is never tried again: it is better missed (the product shows the same
 * digest) than doubled.
 */
export function mailFate(
  tried: MailTry,
  letter: { readonly attempts: number; readonly createdAt: Date },
  now: Date,
): MailFate {
  switch (tried.outcome) {
    case 'taken':
      return { state: 'sent', reason: null };
    case 'refused':
      return { state: 'refused', reason: tried.reason };
    case 'unclear':
      return { state: 'unclear', reason: tried.reason };
    case 'not-now': {
      const pause = pausesMinutes[Math.min(letter.attempts, pausesMinutes.length) - 1] ?? 1;
      const tryAt = new Date(now.getTime() + pause * 60_000);
      const isLate = tryAt.getTime() - letter.createdAt.getTime() > lifeHours * 3_600_000;
      return isLate
        ? { state: 'expired', reason: tried.reason }
        : { state: 'waiting', tryAt, reason: tried.reason };
    }
  }
}
